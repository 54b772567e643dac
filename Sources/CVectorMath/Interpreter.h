// The interpreter, included once for each level after Vector.h and the functions. VM_RUN names the
// function; VM_EXP_GROUP, VM_LOG_GROUP, VM_ERFC_GROUP, VM_NORMAL_CDF_GROUP are the level's functions of
// a group of draws.

typedef void vm_pass(double *result, const double *pa, const double *pb, const double *pc,
                     const double *pe, size_t draws);

#define VM_JOINED(operation, mask) operation##_##mask
#define VM_NAME(operation, mask) VM_JOINED(operation##_pass, mask)

/// A number of all draws, loaded before the loop; where the mask says slot, nothing.
#define VM_NUMBER(p, k, mask) ((mask) >> (k) & 1 ? vm_splat(*p) : vm_splat(0))
/// Operand k at draw i.
#define VM_OPERAND(p, number, k, mask) ((mask) >> (k) & 1 ? number : vm_load(p + i))

/// One pass over the block. A group of draws is straight code: with few branches to an instruction,
/// the processor's history reaches back to the instructions before and foresees the next one.
#define VM_PASS(operation, mask, expression)                                                   \
  static void VM_NAME(operation, mask)(double *result, const double *pa, const double *pb,      \
                                       const double *pc, const double *pe, size_t draws) {      \
    const vec na = VM_NUMBER(pa, 0, mask), nb = VM_NUMBER(pb, 1, mask);                         \
    const vec nc = VM_NUMBER(pc, 2, mask), ne = VM_NUMBER(pe, 3, mask);                         \
    (void)na, (void)nb, (void)nc, (void)ne;                                                     \
    for (size_t start = 0; start < draws; start += VM_GRAIN) {                                  \
      _Pragma("clang loop unroll(full)")                                                        \
      for (size_t i = start; i < start + VM_GRAIN; i += VM_WIDTH) {                             \
        vec a = VM_OPERAND(pa, na, 0, mask), b = VM_OPERAND(pb, nb, 1, mask);                   \
        vec c = VM_OPERAND(pc, nc, 2, mask), e = VM_OPERAND(pe, ne, 3, mask);                   \
        (void)a, (void)b, (void)c, (void)e;                                                     \
        vm_store(result + i, expression);                                                       \
      }                                                                                         \
    }                                                                                           \
  }

/// A function of a slot, group by group.
#define VM_GROUPS(operation, function)                                                          \
  static void VM_NAME(operation, 0)(double *result, const double *pa, const double *pb,         \
                                    const double *pc, const double *pe, size_t draws) {         \
    (void)pb, (void)pc, (void)pe;                                                               \
    for (size_t i = 0; i < draws; i += VM_GRAIN) function(result + i, pa + i);                  \
  }

/// A function of an expression of two operands, group by group.
#define VM_GROUPS_OF(operation, mask, function, expression)                                     \
  static void VM_NAME(operation, mask)(double *result, const double *pa, const double *pb,      \
                                       const double *pc, const double *pe, size_t draws) {      \
    const vec na = VM_NUMBER(pa, 0, mask), nb = VM_NUMBER(pb, 1, mask);                         \
    (void)na, (void)nb, (void)pc, (void)pe;                                                     \
    for (size_t start = 0; start < draws; start += VM_GRAIN) {                                  \
      vec argument[VM_GRAIN / VM_WIDTH];                                                        \
      for (size_t part = 0; part < VM_GRAIN / VM_WIDTH; part++) {                               \
        const size_t i = start + part * VM_WIDTH;                                               \
        vec a = VM_OPERAND(pa, na, 0, mask), b = VM_OPERAND(pb, nb, 1, mask);                   \
        argument[part] = expression;                                                            \
      }                                                                                         \
      function(result + start, (const double *)argument);                                       \
    }                                                                                           \
  }

/// Long, and therefore not repeated in straight code.
static __attribute__((noinline)) vec vm_power_of(vec base, vec exponent) {
  return vm_portable_power(base, exponent);
}

#include "Operations.h"
#undef VM_PASS
#undef VM_GROUPS
#undef VM_GROUPS_OF

#define VM_PASS(operation, mask, expression) [(operation) * 16 + (mask)] = VM_NAME(operation, mask),
#define VM_GROUPS(operation, function) [(operation) * 16] = VM_NAME(operation, 0),
#define VM_GROUPS_OF(operation, mask, function, expression) VM_PASS(operation, mask, expression)
static vm_pass *const vm_passes[vm_operation_count * 16] = {
#include "Operations.h"
};

void VM_RUN(const struct vm_instruction *instructions, size_t count, double *memory, size_t draws) {
  for (const struct vm_instruction *in = instructions; in < instructions + count; in++) {
    vm_pass *pass = vm_passes[(in->operation * 16u + in->constants) ];
    if (pass)
      pass(memory + in->result, memory + in->a, memory + in->b, memory + in->c, memory + in->e, draws);
  }
}
