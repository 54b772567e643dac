// Chooses the kernel.
#include "CHandKernel.h"

typedef void kernel(const double *, const double *const *, size_t, double *);
kernel hand_kernel_libmvec_avx2, hand_kernel_libmvec_avx512, hand_kernel_own_avx2;

int hand_kernel_has_level(int level) {
  int base = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (level != 1) return base;
  return base && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
    && __builtin_cpu_supports("avx512vl");
}

void hand_kernel(int level, const double *region, const double *const *columns, size_t draws,
                 double *sums) {
  kernel *kernels[] = { hand_kernel_libmvec_avx2, hand_kernel_libmvec_avx512, hand_kernel_own_avx2 };
  kernels[level](region, columns, draws, sums);
}

__attribute__((target_clones("avx2", "default"))) double hand_sum(const double *values, size_t count) {
  enum { PARTS = 32 };
  double part[PARTS] = { 0 };
  size_t i = 0;
  for (; i + PARTS <= count; i += PARTS)
    for (int k = 0; k < PARTS; k++) part[k] += values[i + k];
  for (; i < count; i++) part[0] += values[i];
  for (int half = PARTS / 2; half > 0; half /= 2)
    for (int k = 0; k < half; k++) part[k] += part[k + half];
  return part[0];
}
