// Which interpreter runs, decided by what the CPU has.
#include "CVectorMath.h"
#include "Levels.h"

int vm_has_level(enum vm_level level) {
  switch (level) {
    case vm_portable_baseline:
      return 1;
#if defined(__x86_64__)
    case vm_portable_avx2:
      return __builtin_cpu_supports("avx2");
    case vm_fast_avx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case vm_fast_avx512:
      return vm_has_level(vm_fast_avx2) && __builtin_cpu_supports("avx512f")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
#endif
    default:
      return 0;
  }
}

enum vm_level vm_best_level(int fast) {
  if (fast && vm_has_level(vm_fast_avx512)) return vm_fast_avx512;
  if (fast && vm_has_level(vm_fast_avx2)) return vm_fast_avx2;
  return vm_has_level(vm_portable_avx2) ? vm_portable_avx2 : vm_portable_baseline;
}

void vm_run(enum vm_level level, const struct vm_instruction *instructions, size_t count,
            double *memory, size_t draws) {
  vm_interpreter *run = vm_run_portable_baseline;
#if defined(__x86_64__)
  if (level == vm_portable_avx2) run = vm_run_portable_avx2;
  if (level == vm_fast_avx2) run = vm_run_fast_avx2;
  if (level == vm_fast_avx512) run = vm_run_fast_avx512;
#endif
  run(instructions, count, memory, draws);
}
