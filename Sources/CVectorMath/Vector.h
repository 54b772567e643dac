// A vector of VM_WIDTH doubles and what the functions need of it. Included once for each level,
// after VM_WIDTH is defined.
#include <math.h>
#include <stdint.h>

typedef double vec __attribute__((ext_vector_type(VM_WIDTH)));
typedef int64_t bits __attribute__((ext_vector_type(VM_WIDTH)));
typedef uint64_t unsigned_bits __attribute__((ext_vector_type(VM_WIDTH)));
typedef uint32_t halves __attribute__((ext_vector_type(2 * VM_WIDTH)));
typedef int32_t narrow __attribute__((ext_vector_type(VM_WIDTH)));
typedef double loose __attribute__((ext_vector_type(VM_WIDTH), aligned(8)));

#define VM_INLINE static inline __attribute__((always_inline))

VM_INLINE vec vm_splat(double x) { return (vec)(x); }
VM_INLINE bits vm_splat_bits(int64_t x) { return (bits)(x); }
VM_INLINE vec vm_load(const double *p) { return *(const loose *)p; }
VM_INLINE void vm_store(double *p, vec x) { *(loose *)p = x; }
VM_INLINE bits vm_as_bits(vec x) { return __builtin_bit_cast(bits, x); }
VM_INLINE vec vm_as_double(bits x) { return __builtin_bit_cast(vec, x); }

/// `yes` where all bits of `mask` are set, `no` where none is.
VM_INLINE vec vm_choose(bits mask, vec yes, vec no) {
  return vm_as_double((mask & vm_as_bits(yes)) | (~mask & vm_as_bits(no)));
}

VM_INLINE vec vm_abs(vec x) { return __builtin_elementwise_abs(x); }
VM_INLINE vec vm_sign_of(vec x) { return vm_as_double(vm_as_bits(x) & vm_splat_bits(INT64_MIN)); }

/// Nonzero if a bit is set in any lane.
VM_INLINE int vm_any(bits mask) { return __builtin_reduce_or(mask) != 0; }

/// 2^k for whole -1022 <= k <= 1023.
VM_INLINE vec vm_power_of_two(bits k) { return vm_as_double((k + 1023) << 52); }

VM_INLINE vec vm_minimum_of(vec a, vec b) {
  return vm_choose(a != a, a, vm_choose(a < b, a, b));
}

VM_INLINE vec vm_maximum_of(vec a, vec b) {
  return vm_choose(a != a, a, vm_choose(a > b, a, b));
}

/// Smallest multiple of `step` that is >= x. What lies above a multiple by no more than 10^-12
/// of itself, and by no more than half a step, is that multiple.
VM_INLINE vec vm_rounded_up(vec x, vec step) {
  vec quotient = x / step;
  vec tiny = vm_abs(quotient) * 1e-12;
  tiny = vm_choose(tiny > vm_splat(0.5), vm_splat(0.5), tiny);
  return __builtin_elementwise_ceil(quotient - tiny) * step;
}

/// `yes` where `holds`, else `no`; NaN where a or b is NaN.
VM_INLINE vec vm_selected(bits holds, vec a, vec b, vec yes, vec no) {
  vec chosen = vm_choose(holds, yes, no);
  return vm_choose((a != a) | (b != b), a + b, chosen);
}
