#define _GNU_SOURCE
#include "peak.h"

#include <time.h>

double peak_thread_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

#if defined(__x86_64__)
typedef double four __attribute__((vector_size(32)));
typedef double eight __attribute__((vector_size(64)));

/* Twelve sums at once hide the latency of two units. */
#define MULTIPLY_ADD(NAME, VECTOR, TARGET)                                                        \
  __attribute__((target(TARGET), noinline)) static double NAME(long steps) {                      \
    VECTOR sum[12], factor, term;                                                                 \
    for (int i = 0; i < 12; i++) sum[i] = (VECTOR){} + 1.0 + 0.01 * i;                            \
    factor = (VECTOR){} + 0.999999;                                                               \
    term = (VECTOR){} + 1e-6;                                                                     \
    for (long step = 0; step < steps; step++)                                                     \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < 12; i++)                             \
          sum[i] = __builtin_elementwise_fma(sum[i], factor, term);                               \
    VECTOR all = sum[0];                                                                          \
    for (int i = 1; i < 12; i++) all += sum[i];                                                   \
    return all[0];                                                                                \
  }
MULTIPLY_ADD(multiply_add_four, four, "avx2,fma")
MULTIPLY_ADD(multiply_add_eight, eight, "avx512f")

int peak_per_cycle(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f")) return 2 * 8 * 2;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? 2 * 4 * 2 : 0;
}

double peak_gflops(void) {
  if (peak_per_cycle() == 0) return 0;
  int wide = __builtin_cpu_supports("avx512f");
  double best = 0;
  volatile double sink = 0;
  for (int round = 0; round < 20; round++) {
    const long steps = 2000000;
    double start = peak_thread_seconds();
    sink += wide ? multiply_add_eight(steps) : multiply_add_four(steps);
    double seconds = peak_thread_seconds() - start;
    double rate = (double)steps * 12 * 2 * (wide ? 8 : 4) / seconds * 1e-9;
    if (rate > best) best = rate;
  }
  return best;
}
#else
int peak_per_cycle(void) { return 0; }
double peak_gflops(void) { return 0; }
#endif
