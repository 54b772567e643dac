#include "COpenBLAS.h"

#include <stddef.h>
#include <strings.h>

/* Kernels of OpenBLAS by the name that OPENBLAS_CORETYPE takes, with what a processor must have.
   The names before Core2 stand for one generic SSE3 kernel. */
static const struct {
  const char *name;
  unsigned needs;
} kernels[] = {
    {"Katmai", 0},
    {"Coppermine", 0},
    {"Northwood", 0},
    {"Prescott", 0},
    {"Banias", 0},
    {"Athlon", 0},
    {"Opteron", 0},
    {"Opteron_SSE3", 0},
    {"Atom", DOUDI_BLAS_SSSE3},
    {"Core2", DOUDI_BLAS_SSSE3},
    {"Nano", DOUDI_BLAS_SSSE3},
    {"Penryn", DOUDI_BLAS_SSE41},
    {"Dunnington", DOUDI_BLAS_SSE41},
    {"Nehalem", DOUDI_BLAS_SSE42},
    {"Barcelona", DOUDI_BLAS_SSE4A},
    {"Bobcat", DOUDI_BLAS_SSE4A | DOUDI_BLAS_SSSE3},
    {"Sandybridge", DOUDI_BLAS_AVX},
    {"Bulldozer", DOUDI_BLAS_AVX | DOUDI_BLAS_FMA4},
    {"Piledriver", DOUDI_BLAS_AVX | DOUDI_BLAS_FMA4},
    {"Steamroller", DOUDI_BLAS_AVX | DOUDI_BLAS_FMA4},
    {"Excavator", DOUDI_BLAS_AVX | DOUDI_BLAS_FMA4},
    {"Haswell", DOUDI_BLAS_AVX2_FMA},
    {"Zen", DOUDI_BLAS_AVX2_FMA},
    {"SkylakeX", DOUDI_BLAS_AVX512},
    {"Cooperlake", DOUDI_BLAS_AVX512 | DOUDI_BLAS_AVX512_BF16},
};

int doudi_blas_accepts(const char *name, unsigned features) {
  if (!name) return 0;
  for (size_t index = 0; index < sizeof kernels / sizeof *kernels; index++)
    if (strcasecmp(name, kernels[index].name) == 0) return (kernels[index].needs & ~features) == 0;
  return 0;
}

const char *doudi_blas_core_for(unsigned features) {
  if (features & DOUDI_BLAS_AVX512) return "SkylakeX";
  /* Zen, too: its own kernel is the same with other blocks, slower on thin matrices, and sums in
     another order. With one kernel, more machines agree to the bit. */
  if (features & DOUDI_BLAS_AVX2_FMA) return "Haswell";
  /* Bulldozer and its kin: the library tells them apart by model and did so before it knew Zen. */
  if (features & DOUDI_BLAS_FMA4) return NULL;
  if (features & DOUDI_BLAS_AVX) return "Sandybridge";
  if (features & DOUDI_BLAS_SSE42) return "Nehalem";
  return NULL;
}

#if defined(__x86_64__)

unsigned doudi_blas_features(void) {
  __builtin_cpu_init();
  unsigned features = 0;
  if (__builtin_cpu_supports("ssse3")) features |= DOUDI_BLAS_SSSE3;
  if (__builtin_cpu_supports("sse4.1")) features |= DOUDI_BLAS_SSE41;
  if (__builtin_cpu_supports("sse4.2")) features |= DOUDI_BLAS_SSE42;
  if (__builtin_cpu_supports("sse4a")) features |= DOUDI_BLAS_SSE4A;
  if (__builtin_cpu_supports("avx")) features |= DOUDI_BLAS_AVX;
  if (__builtin_cpu_supports("fma4")) features |= DOUDI_BLAS_FMA4;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) features |= DOUDI_BLAS_AVX2_FMA;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    features |= DOUDI_BLAS_AVX512;
  if (__builtin_cpu_supports("avx512bf16")) features |= DOUDI_BLAS_AVX512_BF16;
  return features;
}

#else

unsigned doudi_blas_features(void) { return 0; }

#endif
