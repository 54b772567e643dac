"""The reference model in NumPy and SciPy as fast as it gets: draws in blocks that stay in the cache, every
operation into a buffer that exists, what is common to all regions computed once a block."""

from multiprocessing.pool import ThreadPool

import numpy as np
from scipy.special import ndtr

YEARS, OUTPUTS = 10, 10


class Buffers:
    """Arrays of one thread: some regions at a time, draws innermost."""

    def __init__(self, regions, draws):
        names = "C Y Z N G K A income growth spread half inverse multiple d H tail top a b total services"
        for name in names.split():
            setattr(self, name, np.empty((regions, draws)))


def common(columns):
    """What depends on draws alone."""
    g, pi, target, u, s, v, x, e, m, h, kappa, q = columns
    return dict(g=g, one_v=1 + v, inflation=1 + pi, target=target, u=u, s=s, half_x=0.5 * x, stays=1 - x, e=e,
                m=m, h=h, kappa=1 + kappa, q=q)


def region_sums(r, z, t, sums):
    """Adds the sums over the block's draws of all outputs of regions r to sums (regions x years x outputs)."""
    P, C0, Y0, sigma, beta, phi0, cap, N0, G0, K0, w, A0, n = r.T[:, :, None]
    np.multiply(z["g"], beta, out=t.a)
    np.add(t.a, z["one_v"], out=t.income)
    t.income *= z["inflation"]
    np.add(t.a, 1, out=t.growth)
    t.growth *= z["inflation"]
    np.multiply(z["s"], sigma, out=t.spread)
    np.multiply(t.spread, 0.5, out=t.half)
    np.divide(1, t.spread, out=t.inverse)
    np.add(z["m"], 0.7 * w, out=t.multiple)
    np.minimum(z["q"], cap, out=t.services)
    for buffer, start in ((t.C, C0), (t.Y, Y0), (t.Z, phi0 * C0), (t.N, N0), (t.G, G0), (t.K, K0), (t.A, A0)):
        buffer[:] = start
    for year in range(YEARS):
        out = sums[:, year]
        P = P * (1 + n)
        t.Y *= t.income
        np.subtract(z["target"], phi0, out=t.a)
        t.a *= min(1, (year + 1) / 5)
        t.a += phi0
        t.a *= t.C
        np.maximum(t.Z, t.a, out=t.Z)
        t.C *= t.growth
        t.A *= t.growth
        np.divide(t.Z, t.Y, out=t.d)
        np.log(t.d, out=t.d)
        t.d *= t.inverse
        t.d += t.half
        ndtr(t.d, out=t.H)
        t.d -= t.spread
        ndtr(t.d, out=t.tail)
        t.tail *= t.Y
        np.multiply(t.Z, t.H, out=t.top)
        t.top -= t.tail
        np.divide(t.top, t.H, out=t.top)
        if not t.H.all():
            t.top[t.H == 0] = 0
        t.G *= 1 / 3
        np.multiply(z["half_x"], t.N, out=t.a)
        t.G += t.a
        t.N *= z["stays"]
        np.multiply(z["u"], t.H, out=t.a)
        t.a *= P
        t.a -= t.N
        np.maximum(t.a, 0, out=t.a)
        t.a *= z["e"]
        t.N += t.a
        t.K *= z["kappa"]
        np.multiply(t.N, t.top, out=t.total)
        out[:, 0] += t.total.sum(1)
        np.multiply(t.G, t.top, out=t.a)
        t.a *= 0.5
        out[:, 1] += t.a.sum(1)
        t.total += t.a
        np.multiply(t.Z, t.multiple, out=t.a)
        t.a += t.A
        t.a *= t.K
        out[:, 2] += t.a.sum(1)
        t.total += t.a
        np.multiply(z["h"], t.Z, out=t.a)
        t.a *= P / 12
        np.maximum(t.a, 5 * P, out=t.a)
        out[:, 3] += t.a.sum(1)
        t.total += t.a
        np.multiply(t.services, t.total, out=t.a)
        out[:, 4] += t.a.sum(1)
        t.total += t.a
        out[:, 5] += t.total.sum(1)
        out[:, 6] += t.N.sum(1)
        out[:, 7] += t.G.sum(1)
        out[:, 8] += t.K.sum(1)
        out[:, 9] += t.Z.sum(1)


def run(regions, design, block, threads, together=4, parts=8):
    """Sums over draws of all outputs: regions x years x outputs. `together` regions at a time; threads take
    one of `parts` shares of the regions after the other."""
    draws = design.shape[1]
    sums = np.zeros((len(regions), YEARS, OUTPUTS))
    blocks = [common(design[:, first:first + block]) for first in range(0, draws, block)]

    def work(part):
        buffers = {}
        for z in blocks:
            for first in range(part * together, len(regions), parts * together):
                some = regions[first:first + together]
                shape = len(some), len(z["g"])
                if shape not in buffers:
                    buffers[shape] = Buffers(*shape)
                region_sums(some, z, buffers[shape], sums[first:first + together])

    with np.errstate(all="ignore"):
        if threads == 1:
            for part in range(parts):
                work(part)
        else:
            with ThreadPool(threads) as pool:
                pool.map(work, range(parts), chunksize=1)
    return sums
