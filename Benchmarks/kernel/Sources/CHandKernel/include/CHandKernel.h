/// The reference model written by hand for this machine: what a tape is measured against.
#ifndef DOUDI_HAND_KERNEL_H
#define DOUDI_HAND_KERNEL_H
#include <stddef.h>

/// Adds the sums over draws of all outputs to `sums` (years x outputs), for one region.
/// - columns: the 12 parameters; memory up to the next multiple of 64 draws must hold numbers.
/// - draws: a multiple of 8.
/// - level: 0 AVX2 with libmvec, 1 AVX-512 with libmvec, 2 AVX2 with the tape's own functions.
void hand_kernel(int level, const double *region, const double *const *columns, size_t draws,
                 double *sums);

/// Whether this CPU has the level.
int hand_kernel_has_level(int level);

/// The sum of values by 32 partial sums.
double hand_sum(const double *values, size_t count);
#endif
