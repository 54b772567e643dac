// What the interpreter calls at the portable levels.
#define VM_EXP_GROUP vm_portable_exp_group
#define VM_LOG_GROUP vm_portable_log_group
#define VM_ERFC_GROUP vm_portable_erfc_group
#define VM_NORMAL_CDF_GROUP vm_portable_normal_cdf_group
