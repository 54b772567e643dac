// AVX-512 and the vector functions of the C library.
#include <immintrin.h>
#include "CHandKernel.h"
#include "../../../../Sources/CVectorMath/include/CVectorMath.h"
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#define VM_WIDTH 8
#define KERNEL hand_kernel_libmvec_avx512
#include "../../../../Sources/CVectorMath/Vector.h"

__m512d _ZGVeN8v_log(__m512d);
__m512d _ZGVeN8v_erfc(__m512d);
#define LOGARITHMS(result, x) \
  for (int i = 0; i < V; i++) result[i] = __builtin_bit_cast(vec, _ZGVeN8v_log(__builtin_bit_cast(__m512d, x[i])))
#define NORMALS(result, x)                                                                   \
  for (int i = 0; i < V; i++)                                                                \
    result[i] = 0.5 * __builtin_bit_cast(vec, _ZGVeN8v_erfc(__builtin_bit_cast(__m512d, x[i] * -0.70710678118654752)))
static inline __attribute__((always_inline)) double SUM(vec x) {
  double sum = 0;
  for (int i = 0; i < VM_WIDTH; i++) sum += x[i];
  return sum;
}
#include "Kernel.h"
#pragma clang attribute pop
