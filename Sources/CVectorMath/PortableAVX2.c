// Portable arithmetic with AVX2, without fused multiply-add: the bits of the baseline.
#include "CVectorMath.h"
#include "Levels.h"
#if defined(__x86_64__)
#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define VM_WIDTH 4
#define VM_RUN vm_run_portable_avx2
#include "Vector.h"
#include "PortableFunctions.h"
#include "PortableNames.h"
#include "Interpreter.h"

#pragma clang attribute pop
#endif
