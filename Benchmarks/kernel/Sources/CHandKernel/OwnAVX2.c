// AVX2 and the functions that the tape uses.
#include <immintrin.h>
#include "CHandKernel.h"
#include "../../../../Sources/CVectorMath/include/CVectorMath.h"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define VM_WIDTH 4
#define KERNEL hand_kernel_own_avx2
#include "../../../../Sources/CVectorMath/Vector.h"
#include "../../../../Sources/CVectorMath/PortableFunctions.h"
#include "../../../../Sources/CVectorMath/FastFunctions.h"
#define LOGARITHMS(result, x) \
  for (int i = 0; i < STRIP; i += VM_GRAIN) vm_fast_log_group((double *)result + i, (const double *)x + i)
#define NORMALS(result, x) \
  for (int i = 0; i < STRIP; i += VM_GRAIN) vm_fast_normal_cdf_group((double *)result + i, (const double *)x + i)
static inline __attribute__((always_inline)) double SUM(vec x) {
  double sum = 0;
  for (int i = 0; i < VM_WIDTH; i++) sum += x[i];
  return sum;
}
#include "Kernel.h"
#pragma clang attribute pop
