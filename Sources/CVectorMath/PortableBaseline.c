// Portable arithmetic with the vectors of the base instruction set (SSE2, NEON).
#include "CVectorMath.h"
#include "Levels.h"
#pragma STDC FP_CONTRACT OFF

#define VM_WIDTH 2
#define VM_RUN vm_run_portable_baseline
#include "Vector.h"
#include "PortableFunctions.h"
#include "PortableNames.h"
#include "Interpreter.h"

double vm_value(enum vm_operation operation, double a, double b, double c, double e) {
  // One group with the same operands in all draws: the interpreter is the only definition.
  double memory[5 * VM_GRAIN];
  const double operands[] = { a, b, c, e };
  for (int i = 0; i < 4 * VM_GRAIN; i++) memory[i] = operands[i / VM_GRAIN];
  const struct vm_instruction in = { operation, 0, 4 * VM_GRAIN, 0, VM_GRAIN, 2 * VM_GRAIN, 3 * VM_GRAIN };
  VM_RUN(&in, 1, memory, VM_GRAIN);
  return memory[4 * VM_GRAIN];
}
