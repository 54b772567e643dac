// The interpreter of each level.
#include <stddef.h>

struct vm_instruction;
typedef void vm_interpreter(const struct vm_instruction *instructions, size_t count,
                            double *memory, size_t draws);

vm_interpreter vm_run_portable_baseline, vm_run_portable_avx2, vm_run_fast_avx2, vm_run_fast_avx512;
