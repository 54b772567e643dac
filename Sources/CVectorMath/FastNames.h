// What the interpreter calls at the fast levels.
#define VM_EXP_GROUP vm_fast_exp_group
#define VM_LOG_GROUP vm_fast_log_group
#define VM_ERFC_GROUP vm_fast_erfc_group
#define VM_NORMAL_CDF_GROUP vm_fast_normal_cdf_group
