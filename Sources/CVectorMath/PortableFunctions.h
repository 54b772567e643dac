// exp, log, pow and erfc whose bits are the same on every machine: the formulas of PortableMath
// (Sources/DoudiUnits), operation by operation, without branches so that they run in vectors.
// Only + - x / in a fixed order and bit patterns. See there for the derivations and errors.

static const double vm_ln2_head = 0x1.62e42fee00000p-1, vm_ln2_tail = 0x1.a39ef35793c76p-33;
static const double vm_log2e = 0x1.71547652b82fep+0;

/// e^(head + tail), the tail small against the head.
VM_INLINE vec vm_portable_exp_pair(vec head, vec tail) {
  static const double inverse_factorials[] = {
    1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320,
    1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2,
  };
  bits high = head > vm_splat(710), low = head < vm_splat(-746), nan = head != head;
  vec x = vm_choose(high | low | nan, vm_splat(0), head);
  narrow whole = __builtin_convertvector(
    x * vm_log2e + vm_choose(x < vm_splat(0), vm_splat(-0.5), vm_splat(0.5)), narrow);
  vec count = __builtin_convertvector(whole, vec);
  vec r = (x - count * vm_ln2_head) - (count * vm_ln2_tail - tail);
  vec sum = vm_splat(inverse_factorials[0]);
  for (int i = 1; i < 12; i++) sum = sum * r + inverse_factorials[i];
  vec value = 1 + (r + r * r * sum);
  bits k = __builtin_convertvector(whole, bits);
  bits large = k > 1023, small = k < -1022;
  bits first = (large & 1023) | (small & (k + 200)) | (~(large | small) & k);
  bits second = (large & (k - 1023)) | (small & -200);
  value = value * vm_power_of_two(first) * vm_power_of_two(second);
  value = vm_choose(low, vm_splat(0), vm_choose(high, vm_splat(INFINITY), value));
  return vm_choose(nan, head, value);
}

VM_INLINE vec vm_portable_exp(vec x) { return vm_portable_exp_pair(x, vm_splat(0)); }

/// x = 2^count (1 + f), 1/sqrt 2 <= 1 + f < sqrt 2, for finite x > 0.
VM_INLINE vec vm_split(vec x, vec *count) {
  bits tiny = x < vm_splat(0x1p-1022);
  bits pattern = vm_as_bits(vm_choose(tiny, x * 0x1p54, x));
  bits k = ((pattern >> 52) & 2047) - 1023 - (tiny & 54);
  vec mantissa = vm_as_double((pattern & 0xfffffffffffffLL) | (1023LL << 52));
  bits upper = ~(mantissa < vm_splat(1.4142135623730951));
  *count = __builtin_convertvector(__builtin_convertvector(k - upper, narrow), vec);
  return vm_choose(upper, mantissa * 0.5, mantissa) - 1;
}

/// z/3 + z^2/5 + ... + z^11/23.
VM_INLINE vec vm_atanh_tail(vec z) {
  static const double inverse_odd_numbers[] = {
    1.0 / 23, 1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5,
    1.0 / 3,
  };
  vec sum = vm_splat(0);
  for (int i = 0; i < 11; i++) sum = (sum + inverse_odd_numbers[i]) * z;
  return sum;
}

VM_INLINE vec vm_portable_log(vec x) {
  vec count;
  vec f = vm_split(x, &count);
  vec s = f / (2 + f);
  vec rest = 2 * vm_atanh_tail(s * s);
  vec value = count * vm_ln2_head + (f - (s * (f - rest) - count * vm_ln2_tail));
  value = vm_choose(x == vm_splat(INFINITY), x, value);
  value = vm_choose(x == vm_splat(0), vm_splat(-INFINITY), value);
  return vm_choose((x < vm_splat(0)) | (x != x), vm_splat(NAN), value);
}

/// The leading 26 bits.
VM_INLINE vec vm_leading(vec x) { return vm_as_double(vm_as_bits(x) & ~((1LL << 27) - 1)); }

/// erf near 0, |x| < 15/32.
VM_INLINE vec vm_erf_near_zero(vec x) {
  static const double series[] = {
    0x1.9e6ad5e55a730p-34, -0x1.51d7181c5d36dp-30, 0x1.fcc5720624c1cp-27, -0x1.5f742ec43e71ap-23,
    0x1.b9e6c9dc651a3p-20, -0x1.f4d25c3e0c2ebp-17, 0x1.f9a326f9b89b7p-14, -0x1.c02db40040b86p-11,
    0x1.565bcd0e6a53fp-8, -0x1.b82ce31288b51p-6, 0x1.ce2f21a042be2p-4, -0x1.812746b0379e7p-2,
    0x1.20dd750429b6dp+0,
  };
  vec square = x * x, sum = vm_splat(0);
  for (int i = 0; i < 13; i++) sum = sum * square + series[i];
  return sum * x;
}

/// exp(x^2) erfc(x) for 15/32 <= x <= 28.
VM_INLINE vec vm_erfc_smooth_factor(vec x) {
  static const double chebyshev[] = {
    0x1.384da39dc80bap+0, -0x1.ebfa8457f6595p-5, -0x1.a496f4257057bp-6, 0x1.3e1891b1b21a0p-6,
    -0x1.f01fb34984955p-8, 0x1.18fdeb2497189p-9, -0x1.eb08848d55165p-12, 0x1.473aef76be4bbp-14,
    -0x1.3095f501f08f5p-17, 0x1.042a392ba9e8ep-21, 0x1.dda74b3fefb3ap-25, -0x1.e1eab66881bf7p-27,
    0x1.627b8db2b98bfp-31, 0x1.7bb6197004065p-33, -0x1.bbc6027551645p-36, -0x1.96eab4e8d96f1p-40,
    0x1.3f544adde257bp-41, 0x1.64e193162dfc1p-49, -0x1.abee0cf86752dp-47, 0x1.38910caeeafc9p-52,
    0x1.2ae3deaa7df5ap-52,
  };
  vec u = ((x - 3.75) / (x + 3.75) + 0x1.cab1d5720072bp-8) / 0x1.8aa37fe3566d5p-1;
  vec current = vm_splat(0), previous = vm_splat(0);
  for (int i = 20; i > 0; i--) {
    vec next = 2 * u * current - previous + chebyshev[i];
    previous = current;
    current = next;
  }
  return (u * current - previous + chebyshev[0]) / (1 + 2 * x);
}

VM_INLINE vec vm_portable_erfc(vec x) {
  vec size = vm_abs(x);
  vec high = vm_leading(size), low = size - high;
  vec tail = vm_portable_exp_pair(-(high * high), -(low * (size + high))) * vm_erfc_smooth_factor(size);
  tail = vm_choose(size > vm_splat(28), vm_splat(0), tail);
  vec value = vm_choose(x < vm_splat(0), 2 - tail, tail);
  value = vm_choose(size < vm_splat(0.46875), 1 - vm_erf_near_zero(x), value);
  return vm_choose(x != x, x, value);
}

VM_INLINE vec vm_portable_normal_cdf(vec x) {
  return 0.5 * vm_portable_erfc(-x / 1.4142135623730951);
}

VM_INLINE vec vm_exact_sum(vec a, vec b, vec *lost) {
  vec sum = a + b, other = sum - a;
  *lost = (a - (sum - other)) + (b - other);
  return sum;
}

VM_INLINE vec vm_exact_product(vec a, vec b, vec *error) {
  vec product = a * b;
  vec a_high = vm_leading(a), a_low = a - a_high, b_high = vm_leading(b), b_low = b - b_high;
  *error = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
  return product;
}

/// ln x = head + tail to about 2^-62 of its value, for finite x > 0.
VM_INLINE vec vm_precise_log(vec x, vec *result_tail) {
  vec count, error, lost;
  vec f = vm_split(x, &count);
  vec below = 2 + f, below_tail = f - (below - 2);
  vec s = f / below;
  vec product = vm_exact_product(s, below, &error);
  vec s_tail = (((f - product) - error) - s * below_tail) / below;
  vec sum = vm_exact_sum(count * vm_ln2_head, 2 * s, &lost);
  vec tail = lost + (2 * s_tail + (2 * s * vm_atanh_tail(s * s) + count * vm_ln2_tail));
  return vm_exact_sum(sum, tail, result_tail);
}

/// base^exponent for finite base > 0 and finite exponents.
VM_INLINE vec vm_positive_power(vec base, vec exponent) {
  vec tail, error;
  vec head = vm_precise_log(base, &tail);
  vec rough = exponent * head;
  vec product = vm_exact_product(exponent, head, &error);
  vec value = vm_portable_exp_pair(product, error + exponent * tail);
  value = vm_choose(vm_abs(rough) < vm_splat(0x1p-60), 1 + rough, value);
  value = vm_choose(rough > vm_splat(800), vm_splat(INFINITY), value);
  return vm_choose(rough < vm_splat(-800), vm_splat(0), value);
}

/// Whether |x| is whole, for x >= 0.
VM_INLINE bits vm_is_whole(vec x) { return (x >= vm_splat(0x1p52)) | ((x + 0x1p52) - 0x1p52 == x); }

VM_INLINE vec vm_portable_power(vec base, vec exponent) {
  vec magnitude = vm_abs(base), size = vm_abs(exponent);
  bits whole = vm_is_whole(size);
  bits odd = whole & ~vm_is_whole(size * 0.5) & (size < vm_splat(0x1p53));
  bits is_finite = size < vm_splat(INFINITY);
  bits ends = (magnitude == vm_splat(0)) | (magnitude == vm_splat(INFINITY)) | ~is_finite;
  vec value = vm_positive_power(
    vm_choose(ends, vm_splat(1), magnitude), vm_choose(ends, vm_splat(1), exponent));
  bits grows = ~((magnitude > vm_splat(1)) ^ (exponent > vm_splat(0)));
  vec limit = vm_choose(magnitude == vm_splat(1), vm_splat(1),
                        vm_choose(grows, vm_splat(INFINITY), vm_splat(0)));
  value = vm_choose(ends, limit, value);
  bits minus = vm_as_bits(base) >> 63;
  value = vm_choose(minus & odd, -value, value);
  bits undefined = (base < vm_splat(0)) & (magnitude < vm_splat(INFINITY)) & is_finite & ~whole;
  value = vm_choose(undefined | (base != base) | (exponent != exponent), vm_splat(NAN), value);
  return vm_choose((exponent == vm_splat(0)) | (base == vm_splat(1)), vm_splat(1), value);
}

/// A function for all draws of a group.
#define VM_PORTABLE_GROUP(name, function)                                                            \
  static __attribute__((noinline)) void name(double *result, const double *x) {                      \
    for (int i = 0; i < VM_GRAIN; i += VM_WIDTH) vm_store(result + i, function(vm_load(x + i)));      \
  }

VM_PORTABLE_GROUP(vm_portable_exp_group, vm_portable_exp)
VM_PORTABLE_GROUP(vm_portable_log_group, vm_portable_log)
VM_PORTABLE_GROUP(vm_portable_erfc_group, vm_portable_erfc)
VM_PORTABLE_GROUP(vm_portable_normal_cdf_group, vm_portable_normal_cdf)
