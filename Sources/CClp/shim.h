// The C interface alone: nothing here knows the C++ classes behind it.
#include <coin/Clp_C_Interface.h>
