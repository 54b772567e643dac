// AVX2 and the vector functions of the C library.
#include <immintrin.h>
#include "CHandKernel.h"
#include "../../../../Sources/CVectorMath/include/CVectorMath.h"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define VM_WIDTH 4
#define KERNEL hand_kernel_libmvec_avx2
#include "../../../../Sources/CVectorMath/Vector.h"

__m256d _ZGVdN4v_log(__m256d);
__m256d _ZGVdN4v_erfc(__m256d);
#define LOGARITHMS(result, x) \
  for (int i = 0; i < V; i++) result[i] = __builtin_bit_cast(vec, _ZGVdN4v_log(__builtin_bit_cast(__m256d, x[i])))
#define NORMALS(result, x)                                                                   \
  for (int i = 0; i < V; i++)                                                                \
    result[i] = 0.5 * __builtin_bit_cast(vec, _ZGVdN4v_erfc(__builtin_bit_cast(__m256d, x[i] * -0.70710678118654752)))
static inline __attribute__((always_inline)) double SUM(vec x) {
  double sum = 0;
  for (int i = 0; i < VM_WIDTH; i++) sum += x[i];
  return sum;
}
#include "Kernel.h"
#pragma clang attribute pop
