// What every operation computes, and which of its operands may be numbers. Included twice: once the
// passes become functions, once the entries of a table.

#define VM_BINARY(operation, expression) \
  VM_PASS(operation, 0, expression)      \
  VM_PASS(operation, 1, expression)      \
  VM_PASS(operation, 2, expression)
#define VM_COMPOSED(operation, function, expression) \
  VM_GROUPS_OF(operation, 0, function, expression)   \
  VM_GROUPS_OF(operation, 1, function, expression)   \
  VM_GROUPS_OF(operation, 2, function, expression)
#define VM_TERNARY(operation, expression) \
  VM_BINARY(operation, expression)        \
  VM_PASS(operation, 4, expression)       \
  VM_PASS(operation, 5, expression)       \
  VM_PASS(operation, 6, expression)
#define VM_QUATERNARY(operation, expression) \
  VM_TERNARY(operation, expression)          \
  VM_PASS(operation, 3, expression)          \
  VM_PASS(operation, 7, expression)          \
  VM_PASS(operation, 8, expression)          \
  VM_PASS(operation, 9, expression)          \
  VM_PASS(operation, 10, expression)         \
  VM_PASS(operation, 11, expression)         \
  VM_PASS(operation, 12, expression)         \
  VM_PASS(operation, 13, expression)         \
  VM_PASS(operation, 14, expression)

VM_PASS(vm_fill, 1, a)
VM_BINARY(vm_add, a + b)
VM_TERNARY(vm_add_add, (a + b) + c)
VM_BINARY(vm_subtract, a - b)
VM_BINARY(vm_multiply, a * b)
VM_BINARY(vm_divide, a / b)
VM_BINARY(vm_minimum, vm_minimum_of(a, b))
VM_BINARY(vm_maximum, vm_maximum_of(a, b))
VM_PASS(vm_square_root, 0, __builtin_elementwise_sqrt(a))
VM_PASS(vm_floor, 0, __builtin_elementwise_floor(a))
VM_PASS(vm_ceiling, 0, __builtin_elementwise_ceil(a))
VM_GROUPS(vm_exp, VM_EXP_GROUP)
VM_GROUPS(vm_log, VM_LOG_GROUP)
VM_GROUPS(vm_erfc, VM_ERFC_GROUP)
VM_GROUPS(vm_normal_cdf, VM_NORMAL_CDF_GROUP)
VM_BINARY(vm_power, vm_power_of(a, b))
VM_BINARY(vm_round_up, vm_rounded_up(a, b))
VM_QUATERNARY(vm_select_greater_or_equal, vm_selected(a >= b, a, b, c, e))
VM_QUATERNARY(vm_select_greater, vm_selected(a > b, a, b, c, e))
VM_TERNARY(vm_multiply_add, a * b + c)
VM_TERNARY(vm_multiply_subtract, a * b - c)
VM_TERNARY(vm_subtract_product, c - a * b)
VM_TERNARY(vm_add_multiply, (a + b) * c)
VM_TERNARY(vm_subtract_multiply, (a - b) * c)
VM_TERNARY(vm_multiply_multiply, (a * b) * c)
VM_TERNARY(vm_maximum_product, vm_maximum_of(a * b, c))
VM_QUATERNARY(vm_products_sum, a * b + c * e)
VM_QUATERNARY(vm_products_difference, a * b - c * e)
VM_QUATERNARY(vm_maximum_multiply_subtract, vm_maximum_of(a * b - c, e))
VM_QUATERNARY(vm_divide_where_greater, vm_selected(b > c, b, c, a / b, e))
VM_COMPOSED(vm_exp_product, VM_EXP_GROUP, a * b)
VM_COMPOSED(vm_log_ratio, VM_LOG_GROUP, a / b)
VM_COMPOSED(vm_normal_cdf_difference, VM_NORMAL_CDF_GROUP, a - b)

#undef VM_COMPOSED
#undef VM_BINARY
#undef VM_TERNARY
#undef VM_QUATERNARY
