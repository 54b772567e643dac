/// Vector kernels of a tape: arithmetic over blocks of draws, chosen by the CPU at run time.
///
/// A tape is a list of instructions over slots. A slot is a block of doubles, one for each draw; an
/// operand is a slot or one number for all draws. Every operation is elementwise, so that a result
/// does not depend on the block in which a draw lies.
#ifndef DOUDI_VECTOR_MATH_H
#define DOUDI_VECTOR_MATH_H

#include <stddef.h>
#include <stdint.h>

/// What an instruction computes from its operands a, b, c, e, for each draw.
///
/// NaN in any operand that is looked at gives NaN, in `max`, `min` and the comparisons of
/// `select`, too. Nothing traps.
enum vm_operation {
  vm_fill,         ///< a, a number for all draws
  vm_add,          ///< a + b
  vm_subtract,     ///< a - b
  vm_multiply,     ///< a b
  vm_divide,       ///< a / b
  vm_minimum,      ///< the smaller of both
  vm_maximum,      ///< the larger of both
  vm_square_root,  ///< root of a, NaN below 0
  vm_floor,        ///< largest whole number <= a
  vm_ceiling,      ///< smallest whole number >= a
  vm_exp,          ///< e^a
  vm_log,          ///< natural logarithm
  vm_erfc,         ///< 2/sqrt(pi) x integral from a to infinity of exp(-t^2) dt
  vm_normal_cdf,   ///< erfc(-a / sqrt 2) / 2
  vm_power,        ///< a^b
  vm_round_up,     ///< smallest multiple of b >= a; up to 10^-12 of a above a multiple is that multiple
  vm_select_greater_or_equal,  ///< c where a >= b, else e
  vm_select_greater,           ///< c where a > b, else e
  // Two operations in one pass over the block; rounded one after the other in portable arithmetic.
  vm_multiply_add,           ///< a b + c
  vm_multiply_subtract,      ///< a b - c
  vm_subtract_product,       ///< c - a b
  vm_add_multiply,           ///< (a + b) c
  vm_subtract_multiply,      ///< (a - b) c
  vm_multiply_multiply,      ///< (a b) c
  vm_add_add,                ///< (a + b) + c
  vm_maximum_product,        ///< max(a b, c)
  vm_products_sum,           ///< a b + c e
  vm_products_difference,    ///< a b - c e
  vm_maximum_multiply_subtract,  ///< max(a b - c, e)
  vm_divide_where_greater,       ///< a / b where b > c, else e
  vm_exp_product,                ///< e^(a b)
  vm_log_ratio,                  ///< log(a / b)
  vm_normal_cdf_difference,      ///< the normal distribution at a - b
  vm_operation_count
};

/// One instruction. Operands and result are places in the memory of `vm_run`, in doubles. Bit 0...3
/// of `constants` says that a, b, c, e is one number for all draws and not a slot.
struct vm_instruction {
  uint16_t operation;
  uint16_t constants;
  uint32_t result;
  uint32_t a, b, c, e;
};

/// How instructions are executed.
enum vm_level {
  vm_portable_baseline,  ///< portable functions, vectors of the base instruction set
  vm_portable_avx2,      ///< the same bits with AVX2
  vm_fast_avx2,          ///< AVX2, fused multiply-add and functions of 10^-14 and better
  vm_fast_avx512,        ///< the same with vectors of 512 bits
};

/// Draws are computed in groups of this many: blocks are multiples of it.
#define VM_GRAIN 32

/// The best level that this CPU has.
/// - fast: nonzero for a level whose last bits may depend on the CPU.
enum vm_level vm_best_level(int fast);

/// Nonzero if this CPU can run the level.
int vm_has_level(enum vm_level level);

/// Runs instructions one after the other over a block.
/// - memory: slots and numbers.
/// - draws: how many draws of the block to compute, a multiple of VM_GRAIN.
void vm_run(enum vm_level level, const struct vm_instruction *instructions, size_t count,
            double *memory, size_t draws);

/// The result of one operation for single numbers, with the bits of the portable levels.
double vm_value(enum vm_operation operation, double a, double b, double c, double e);

#endif
