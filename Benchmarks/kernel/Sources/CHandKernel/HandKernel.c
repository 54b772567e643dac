// Chooses the kernel.
#include "CHandKernel.h"

typedef void kernel(const double *, const double *const *, size_t, double *, double *);
kernel hand_kernel_libmvec_avx2, hand_kernel_libmvec_avx512, hand_kernel_own_avx2;

int hand_kernel_has_level(int level) {
  int base = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (level != 1) return base;
  return base && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
    && __builtin_cpu_supports("avx512vl");
}

void hand_kernel(int level, const double *region, const double *const *columns, size_t draws,
                 double *sums, double *kept) {
  kernel *kernels[] = { hand_kernel_libmvec_avx2, hand_kernel_libmvec_avx512, hand_kernel_own_avx2 };
  kernels[level](region, columns, draws, sums, kept);
}

__attribute__((target_clones("avx2", "default"))) double hand_sum(const double *values, size_t count) {
  double part[8] = { 0 };
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (int k = 0; k < 8; k++) part[k] += values[i + k];
  for (; i < count; i++) part[0] += values[i];
  return ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
}
