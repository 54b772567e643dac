#define _GNU_SOURCE
#include "COpenBLAS.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *variable = "OPENBLAS_CORETYPE";

/* Lets the library choose again; it reads the variable while it does. */
static int choose_again(void) {
  void (*quit)(void) = (void (*)(void))dlsym(RTLD_DEFAULT, "gotoblas_dynamic_quit");
  void (*init)(void) = (void (*)(void))dlsym(RTLD_DEFAULT, "gotoblas_dynamic_init");
  /* A library built for one kind of processor has neither: nothing to choose. */
  if (!quit || !init) return 0;
  quit();
  init();
  return 1;
}

static void choose_as(const char *name) {
  const char *set = getenv(variable);
  char *before = set ? strdup(set) : NULL;
  if (set && !before) return;
  if (setenv(variable, name, 1) == 0) {
    choose_again();
    if (before)
      setenv(variable, before, 1);
    else
      unsetenv(variable);
  }
  free(before);
}

/* Of a library built on OpenMP, whose number of threads belongs to the calling thread; else NULL. */
static void (*set_threads_of_caller)(int);

static const char *kernel = "";

static void start(void) {
  unsigned features = doudi_blas_features();
  const char *asked = getenv(variable);
  if (features && doudi_blas_accepts(asked, features)) {
    /* The library has read it when it was loaded, unless it was set since. */
    if (strcasecmp(openblas_get_corename(), asked) != 0) choose_again();
  } else {
    const char *best = doudi_blas_core_for(features);
    if (best && strcasecmp(openblas_get_corename(), best) != 0) choose_as(best);
  }
  kernel = openblas_get_corename();
  openblas_set_num_threads(1);
  if (openblas_get_parallel() == OPENBLAS_OPENMP)
    set_threads_of_caller = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
}

const char *doudi_blas_start(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, start);
  if (set_threads_of_caller) set_threads_of_caller(1);
  return kernel;
}
