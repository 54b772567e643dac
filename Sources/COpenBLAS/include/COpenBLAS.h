#ifndef DOUDI_COPENBLAS_H
#define DOUDI_COPENBLAS_H

#include <cblas.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What the choice of a kernel looks at, one bit each. */
enum doudi_blas_feature {
  DOUDI_BLAS_SSSE3 = 1,
  DOUDI_BLAS_SSE41 = 2,
  DOUDI_BLAS_SSE42 = 4,
  DOUDI_BLAS_SSE4A = 8,
  DOUDI_BLAS_AVX = 16,
  DOUDI_BLAS_FMA4 = 32,
  DOUDI_BLAS_AVX2_FMA = 64,
  /* F, CD, BW, DQ and VL together: what the kernels for servers are compiled for. */
  DOUDI_BLAS_AVX512 = 128,
  DOUDI_BLAS_AVX512_BF16 = 256,
};

/* Makes the library ready: the kernel that this processor runs best, one thread a call.
   The first call decides, later ones return at once; several threads may call. It must come before
   each thread's first call of BLAS or LAPACK, since a library on OpenMP counts threads by caller. While it works it may set OPENBLAS_CORETYPE and puts back what
   was there, so no other thread should change the environment then.
   Returns the name of the kernel in use; the text lasts as long as the process. */
const char *doudi_blas_start(void);

/* The features of this processor; zero where it is not an x86-64. */
unsigned doudi_blas_features(void);

/* The kernel for a processor with `features`; NULL where the library's own choice stands. */
const char *doudi_blas_core_for(unsigned features);

/* Whether `name` (capitals do not matter) is a kernel that the library knows and that a processor
   with `features` can run. NULL and "" are not. */
int doudi_blas_accepts(const char *name, unsigned features);

#ifdef __cplusplus
}
#endif

#endif
