// Fast arithmetic with vectors of 512 bits and fused multiply-add.
#include "CVectorMath.h"
#include "Levels.h"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma STDC FP_CONTRACT ON
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,fma,avx2"))), apply_to = function)

#define VM_WIDTH 8
#define VM_RUN vm_run_fast_avx512
#include "Vector.h"
#include "PortableFunctions.h"
#include "FastFunctions.h"
#include "FastNames.h"
#include "Interpreter.h"

#pragma clang attribute pop
#endif
