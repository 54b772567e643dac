// The model, included once for each level. Draws are innermost; a strip of them goes through a year
// in four loops, so that the functions' latencies overlap and all state stays in the first cache.
#define STRIP 64

static inline __attribute__((always_inline)) vec larger(vec a, vec b) { return vm_choose(a > b, a, b); }
static inline __attribute__((always_inline)) vec smaller(vec a, vec b) { return vm_choose(a < b, a, b); }

void KERNEL(const double *region, const double *const *columns, size_t draws, double *sums) {
  enum { V = STRIP / VM_WIDTH };
  for (size_t first = 0; first < draws; first += STRIP) {
    vec Y[V], C[V], Z[V], N[V], G[V], K[V], A[V], income[V], growth[V], spread[V], inverse[V], multiple[V];
    vec d[V], below[V], H[V], tail[V];
    const double phi0 = region[5], half_third = 1.0 / 3;
    double P = region[0];
    const int valid = draws - first < STRIP ? (int)(draws - first) / VM_WIDTH : V;
    for (int i = 0; i < V; i++) {
      size_t at = first + i * VM_WIDTH;
      vec g = vm_load(columns[0] + at), inflation = 1 + vm_load(columns[1] + at);
      vec real = 1 + region[4] * g;
      income[i] = (real + vm_load(columns[5] + at)) * inflation;
      growth[i] = real * inflation;
      spread[i] = region[3] * vm_load(columns[4] + at);
      inverse[i] = 1 / spread[i];
      multiple[i] = vm_load(columns[8] + at) + 0.7 * region[10];
      C[i] = vm_splat(region[1]), Y[i] = vm_splat(region[2]), Z[i] = phi0 * C[i];
      N[i] = vm_splat(region[7]), G[i] = vm_splat(region[8]), K[i] = vm_splat(region[9]);
      A[i] = vm_splat(region[11]);
    }
    for (int year = 0; year < 10; year++) {
      P *= 1 + region[12];
      double way = year < 4 ? (year + 1) / 5.0 : 1;
      for (int i = 0; i < V; i++) {
        vec target = vm_load(columns[2] + first + i * VM_WIDTH);
        Y[i] *= income[i];
        Z[i] = larger(Z[i], (phi0 + (target - phi0) * way) * C[i]);
        C[i] *= growth[i];
        A[i] *= growth[i];
        d[i] = Z[i] / Y[i];
      }
      LOGARITHMS(d, d);
      for (int i = 0; i < V; i++) {
        d[i] = d[i] * inverse[i] + spread[i] * 0.5;
        below[i] = d[i] - spread[i];
      }
      NORMALS(H, d);
      NORMALS(tail, below);
      vec total[10];
      for (int k = 0; k < 10; k++) total[k] = vm_splat(0);
      for (int i = 0; i < valid; i++) {
        size_t at = first + i * VM_WIDTH;
        vec x = vm_load(columns[6] + at);
        vec top = (Z[i] * H[i] - Y[i] * tail[i]) / H[i];
        top = vm_choose(H[i] > vm_splat(0), top, vm_splat(0));
        G[i] = 0.5 * x * N[i] + G[i] * half_third;
        vec stay = N[i] * (1 - x);
        vec room = larger(vm_splat(0), vm_load(columns[3] + at) * H[i] * P - stay);
        N[i] = stay + vm_load(columns[7] + at) * room;
        K[i] *= 1 + vm_load(columns[10] + at);
        vec out[10];
        out[0] = N[i] * top;
        out[1] = 0.5 * G[i] * top;
        out[2] = K[i] * (Z[i] * multiple[i] + A[i]);
        out[3] = larger(vm_splat(5 * P), vm_load(columns[9] + at) * Z[i] * (P / 12));
        vec four = out[0] + out[1] + out[2] + out[3];
        out[4] = smaller(vm_load(columns[11] + at), vm_splat(region[6])) * four;
        out[5] = four + out[4];
        out[6] = N[i], out[7] = G[i], out[8] = K[i], out[9] = Z[i];
        for (int k = 0; k < 10; k++) total[k] += out[k];
      }
      for (int k = 0; k < 10; k++) sums[year * 10 + k] += SUM(total[k]);
    }
  }
}
