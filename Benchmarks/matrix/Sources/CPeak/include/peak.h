#ifndef DOUDI_PEAK_H
#define DOUDI_PEAK_H

/* Processor seconds of the calling thread. */
double peak_thread_seconds(void);

/* 10^9 additions and multiplications a second that one core does in registers: independent fused
   multiply-adds of the widest kind it has. */
double peak_gflops(void);

/* What a core with two fused units of its width does in a cycle; zero where this is not known. */
int peak_per_cycle(void);

#endif
