// The interpreter, included once for each level after Vector.h and the functions. VM_RUN names the
// function; VM_EXP_GROUP, VM_LOG_GROUP, VM_ERFC_GROUP, VM_NORMAL_CDF_GROUP are the level's functions of
// a group of draws.

/// Operand k of an instruction at draw i: a slot's vector, or the one number of all draws.
#define VM_OPERAND(p, k, mask) ((mask) >> (k) & 1 ? vm_splat(*p) : vm_load(p + i))

/// One pass over the block, a group of draws in straight code: with few branches to an instruction,
/// the processor's history reaches back to the instructions before and foresees the next. The mask
/// is a literal: what is constant is loaded before the loop.
#define VM_PASS(operation, mask, expression)                                                   \
  case (operation) * 16 + (mask):                                                              \
    for (size_t start = 0; start < draws; start += VM_GRAIN) {                                 \
      _Pragma("clang loop unroll(full)")                                                       \
      for (size_t i = start; i < start + VM_GRAIN; i += VM_WIDTH) {                            \
        vec a = VM_OPERAND(pa, 0, mask), b = VM_OPERAND(pb, 1, mask);                          \
        vec c = VM_OPERAND(pc, 2, mask), e = VM_OPERAND(pe, 3, mask);                          \
        (void)a, (void)b, (void)c, (void)e;                                                    \
        vm_store(result + i, expression);                                                      \
      }                                                                                        \
    }                                                                                          \
    break;

/// The same without straight code, for a long expression.
#define VM_LOOP(operation, mask, expression)                                                   \
  case (operation) * 16 + (mask):                                                              \
    for (size_t i = 0; i < draws; i += VM_WIDTH) {                                             \
      vec a = VM_OPERAND(pa, 0, mask), b = VM_OPERAND(pb, 1, mask);                            \
      vm_store(result + i, expression);                                                        \
    }                                                                                          \
    break;

/// A function of a slot, group by group.
#define VM_GROUPS(operation, function)                                                           \
  case (operation) * 16:                                                                         \
    for (size_t i = 0; i < draws; i += VM_GRAIN) function(result + i, pa + i);                   \
    break;

#define VM_UNARY(operation, expression) VM_PASS(operation, 0, expression)
#define VM_BINARY(operation, expression) \
  VM_PASS(operation, 0, expression)      \
  VM_PASS(operation, 1, expression)      \
  VM_PASS(operation, 2, expression)
#define VM_TERNARY(operation, expression)                               \
  VM_BINARY(operation, expression)                                      \
  VM_PASS(operation, 4, expression)                                     \
  VM_PASS(operation, 5, expression)                                     \
  VM_PASS(operation, 6, expression)
#define VM_QUATERNARY(operation, expression)                            \
  VM_TERNARY(operation, expression)                                     \
  VM_PASS(operation, 3, expression)                                     \
  VM_PASS(operation, 7, expression)                                     \
  VM_PASS(operation, 8, expression)                                     \
  VM_PASS(operation, 9, expression)                                     \
  VM_PASS(operation, 10, expression)                                    \
  VM_PASS(operation, 11, expression)                                    \
  VM_PASS(operation, 12, expression)                                    \
  VM_PASS(operation, 13, expression)                                    \
  VM_PASS(operation, 14, expression)

void VM_RUN(const struct vm_instruction *instructions, size_t count, double *memory, size_t draws) {
  for (size_t n = 0; n < count; n++) {
    const struct vm_instruction in = instructions[n];
    double *result = memory + in.result;
    const double *pa = memory + in.a, *pb = memory + in.b, *pc = memory + in.c, *pe = memory + in.e;
    switch (in.operation * 16u + in.constants) {
      VM_PASS(vm_fill, 1, a)
      VM_BINARY(vm_add, a + b)
      VM_TERNARY(vm_add_add, (a + b) + c)
      VM_BINARY(vm_subtract, a - b)
      VM_BINARY(vm_multiply, a * b)
      VM_BINARY(vm_divide, a / b)
      VM_BINARY(vm_minimum, vm_minimum_of(a, b))
      VM_BINARY(vm_maximum, vm_maximum_of(a, b))
      VM_UNARY(vm_square_root, __builtin_elementwise_sqrt(a))
      VM_UNARY(vm_floor, __builtin_elementwise_floor(a))
      VM_UNARY(vm_ceiling, __builtin_elementwise_ceil(a))
      VM_GROUPS(vm_exp, VM_EXP_GROUP)
      VM_GROUPS(vm_log, VM_LOG_GROUP)
      VM_GROUPS(vm_erfc, VM_ERFC_GROUP)
      VM_GROUPS(vm_normal_cdf, VM_NORMAL_CDF_GROUP)
      VM_LOOP(vm_power, 0, vm_portable_power(a, b))
      VM_LOOP(vm_power, 1, vm_portable_power(a, b))
      VM_LOOP(vm_power, 2, vm_portable_power(a, b))
      VM_BINARY(vm_round_up, vm_rounded_up(a, b))
      VM_QUATERNARY(vm_select_greater_or_equal, vm_selected(a >= b, a, b, c, e))
      VM_QUATERNARY(vm_select_greater, vm_selected(a > b, a, b, c, e))
      VM_TERNARY(vm_multiply_add, a * b + c)
      VM_TERNARY(vm_multiply_subtract, a * b - c)
      VM_TERNARY(vm_subtract_product, c - a * b)
      VM_TERNARY(vm_add_multiply, (a + b) * c)
      VM_TERNARY(vm_subtract_multiply, (a - b) * c)
      VM_TERNARY(vm_multiply_multiply, (a * b) * c)
      VM_TERNARY(vm_maximum_product, vm_maximum_of(a * b, c))
      VM_QUATERNARY(vm_products_sum, a * b + c * e)
      VM_QUATERNARY(vm_products_difference, a * b - c * e)
    }
  }
}
