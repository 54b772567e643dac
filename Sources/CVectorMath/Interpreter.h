// The interpreter, included once for each level after Vector.h and the functions. VM_RUN names the
// function; VM_EXP_GROUP, VM_LOG_GROUP, VM_ERFC_GROUP, VM_NORMAL_CDF_GROUP are the level's functions of
// a group of draws; VM_INVERSE_OF_NUMBER says that division by a number may multiply by its inverse.

/// Operand k of an instruction at draw i: a slot's vector, or the one number of all draws.
#define VM_OPERAND(p, k, mask) ((mask) >> (k) & 1 ? vm_splat(*p) : vm_load(p + i))

/// One pass over the block. The mask is a literal: what is constant is loaded before the loop.
#define VM_PASS(operation, mask, expression)                                                   \
  case (operation) * 16 + (mask): {                                                            \
    _Pragma("clang loop unroll_count(2)")                                                      \
    for (size_t i = 0; i < draws; i += VM_WIDTH) {                                             \
      vec a = VM_OPERAND(pa, 0, mask), b = VM_OPERAND(pb, 1, mask);                            \
      vec c = VM_OPERAND(pc, 2, mask), e = VM_OPERAND(pe, 3, mask);                            \
      (void)a, (void)b, (void)c, (void)e;                                                      \
      vm_store(result + i, expression);                                                        \
    }                                                                                          \
    break;                                                                                     \
  }

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

/// Whether multiplying by the inverse is dividing, but for the last bit.
VM_INLINE int vm_has_inverse(double x) { return isnormal(x) && isnormal(1 / x); }

void VM_RUN(const struct vm_instruction *instructions, size_t count, const double *constants,
            double *slots, size_t pitch, size_t draws) {
  for (size_t n = 0; n < count; n++) {
    const struct vm_instruction in = instructions[n];
    double *result = slots + in.result * pitch;
    const double *pa = in.constants & 1 ? constants + in.a : slots + in.a * pitch;
    const double *pb = in.constants & 2 ? constants + in.b : slots + in.b * pitch;
    const double *pc = in.constants & 4 ? constants + in.c : slots + in.c * pitch;
    const double *pe = in.constants & 8 ? constants + in.e : slots + in.e * pitch;
    double inverse;
    unsigned selector = in.operation * 16u + in.constants;
    if (VM_INVERSE_OF_NUMBER && selector == vm_divide * 16u + 2 && vm_has_inverse(*pb)) {
      inverse = 1 / *pb;
      pb = &inverse;
      selector = vm_multiply * 16u + 2;
    }
    switch (selector) {
      VM_PASS(vm_fill, 1, a)
      VM_BINARY(vm_add, a + b)
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
      VM_BINARY(vm_power, vm_portable_power(a, b))
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
