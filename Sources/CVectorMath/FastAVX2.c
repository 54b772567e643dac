// Fast arithmetic with vectors of 256 bits and fused multiply-add.
#include "CVectorMath.h"
#include "Levels.h"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma STDC FP_CONTRACT ON
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define VM_WIDTH 4
#define VM_RUN vm_run_fast_avx2
#include "Vector.h"
#include "PortableFunctions.h"
#include "FastFunctions.h"
#include "FastNames.h"
#include "Interpreter.h"

#pragma clang attribute pop
#endif
