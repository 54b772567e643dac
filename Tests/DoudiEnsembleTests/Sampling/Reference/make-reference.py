#!/usr/bin/env python3
"""Writes the tables of this folder anew: SciPy, NumPy and mpmath as sources outside the program.

usage: make-reference.py      beside the tables; needs numpy, scipy and mpmath
"""
import math
import os

import numpy
import mpmath
from mpmath import mpf
from scipy import stats
from scipy.stats import qmc

mpmath.mp.dps = 60
folder = os.path.dirname(os.path.abspath(__file__))


def write(name, comment, body):
    with open(os.path.join(folder, name + ".swift"), "w", encoding="utf-8") as out:
        out.write(f"/// {comment} Written by `make-reference.py`.\nenum {name} {{\n{body}}}\n")


def pairs(name, comment, rows, kind="(Double, Double)"):
    lines = "".join("    (" + ", ".join(row) + "),\n" for row in rows)
    return f"  /// {comment}\n  static let {name}: [{kind}] = [\n{lines}  ]\n"


def phi(z):
    return mpmath.erfc(-mpf(z) / mpmath.sqrt(2)) / 2


def inverse(u):
    """z with phi(z) = u, by bisection and Newton in 60 digits."""
    u = mpf(u)
    if u == mpf("0.5"):
        return mpf(0)
    if u > mpf("0.5"):
        return -inverse(1 - u)
    z = mpf(float(stats.norm.ppf(float(u))))
    for _ in range(8):
        z -= (phi(z) - u) / (mpmath.exp(-z * z / 2) / mpmath.sqrt(2 * mpmath.pi))
    return z


def text(x):
    return repr(float(x))


def normal():
    us = [2.0**-53, 1e-300, 1e-100, 1e-20, 1.3887943864964e-11, 1.3887943864965e-11, 1e-9, 1e-6, 1e-4, 0.001, 0.005,
          0.01, 0.025, 0.05, 0.0749999, 0.075, 0.0750001, 0.1, 0.2, 0.25, 0.3, 1 / 3, 0.4, 0.45, 0.49, 0.4999,
          0.499999, 0.5 - 2.0**-40, 0.5, 0.5 + 2.0**-52, 0.51, 0.6, 2 / 3, 0.7, 0.8, 0.9, 0.9249, 0.925, 0.9251, 0.95,
          0.975, 0.99, 0.999, 0.9999, 1 - 1e-6, 1 - 1e-9, 1 - 1e-12, 1 - 2.0**-53]
    zs = [-37, -20, -10, -8.5, -6, -4, -3, -2.5, -2, -1.5, -1, -0.7, -0.5, -0.1, -1e-9, 0, 0.3, 0.9, 1.7, 2.2, 3.1, 5,
          8, 9]
    write("NormalReference", "The normal distribution in 60 digits, rounded to doubles.",
          pairs("quantiles", "u and z.", [(text(u), text(inverse(u))) for u in us])
          + "\n" + pairs("probabilities", "z and Phi(z).", [(text(z), text(phi(z))) for z in zs]))


def sobol():
    dimensions = [0, 1, 2, 3, 4, 5, 9, 20, 52, 100, 500, 1110, 1111, 1500, 1866]
    draws = list(range(17)) + [99, 1000, 4097, 65535]
    rows = []
    points = {}
    engine = qmc.Sobol(max(dimensions) + 1, scramble=False, bits=30)
    at = 0
    for draw in draws:
        if draw > at:
            engine.fast_forward(draw - at)
        points[draw] = (engine.random(1)[0] * 2**30).astype(int)
        at = draw + 1
    for dimension in dimensions:
        values = ", ".join(str(points[draw][dimension]) for draw in draws)
        rows.append(f"    ({dimension}, [\n      {values},\n    ]),\n")
    body = f"  static let draws = {draws}\n\n"
    body += "  /// A dimension, from 0, and its coordinates times 2^30.\n"
    body += "  static let columns: [(dimension: Int, values: [UInt32])] = [\n" + "".join(rows) + "  ]\n"
    write("SobolReference", f"Points of scipy.stats.qmc.Sobol without scrambling, 30 bits.", body)


def split(mode, left, right, u):
    both = mpf(left) + mpf(right)
    if mpf(u) <= mpf(left) / both:
        return mpf(mode) + left * inverse(u * both / (2 * mpf(left)))
    return mpf(mode) - right * inverse((1 - mpf(u)) * both / (2 * mpf(right)))


def families():
    us = [0.001, 0.05, 0.1, 0.25, 0.4, 0.5, 0.75, 0.9, 0.95, 0.999]
    table = {
        "normal": stats.norm(2, 3).ppf,
        "logNormal": stats.lognorm(0.4, scale=5).ppf,
        "uniform": stats.uniform(-1, 4).ppf,
        "triangular": stats.triang(0.3, loc=10, scale=20).ppf,
        "truncatedNormal": stats.truncnorm(-1, 2, loc=2, scale=3).ppf,
        "splitNormal": lambda u: split(1, 0.5, 2, u),
    }
    body = "".join(pairs(name, f"u and x(u) of the {name} example.", [(text(u), text(f(u))) for u in us]) + "\n"
                   for name, f in table.items())
    write("DistributionReference", "Quantiles of example distributions, by SciPy (split normal: mpmath).", body[:-1])


def quantiles():
    rng = numpy.random.default_rng(4)
    body = ""
    for name, sample in [("short", rng.normal(size=11)), ("long", rng.lognormal(size=1000))]:
        levels = [0, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.95, 0.999, 1]
        values = numpy.quantile(sample, levels)
        lines = ["    "]
        for x in sample:
            if len(lines[-1]) > 85:
                lines.append("    ")
            lines[-1] += f"{x!r}, ".replace("np.float64(", "").replace(")", "")
        joined = "\n".join(line.rstrip() for line in lines)
        body += f"  static let {name}: [Double] = [\n{joined}\n  ]\n\n"
        body += pairs(name + "Quantiles", "p and numpy.quantile.", [(text(p), text(v)) for p, v in zip(levels, values)])
        hazen = numpy.quantile(sample, levels, method="hazen")
        body += "\n" + pairs(name + "Hazen", "p and numpy.quantile by Hazen's rule.",
                             [(text(p), text(v)) for p, v in zip(levels, hazen)])
        body += "\n"
    write("QuantileReference", "Samples and their quantiles by numpy.quantile.", body[:-1])


MASK = 2**64 - 1


def philox(seed, stream, draw, block):
    """Philox 4x32-10 as its paper has it; two numbers of 64 bits."""
    c = [draw & 0xFFFFFFFF, draw >> 32, block, stream]
    k = [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        p, q = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(q >> 32) ^ c[1] ^ k[0], q & 0xFFFFFFFF, (p >> 32) ^ c[3] ^ k[1], p & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return c[0] | c[1] << 32, c[2] | c[3] << 32


def splitmix(key, counter):
    x = (key + counter * 0x9E3779B97F4A7C15) & MASK
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9 & MASK
    x = (x ^ x >> 27) * 0x94D049BB133111EB & MASK
    return x ^ x >> 31


def middle(bits):
    """The middle of the cell that the upper 52 bits name."""
    return (2 * (bits >> 12) + 1) / 2**53


def monte_carlo(seed, replicate, dimension, draw):
    return middle(philox(seed, replicate, draw // 2, dimension)[draw % 2])


def owen(seed, replicate, dimension, x):
    """Bit after bit down the tree of flips."""
    keys = [half for block in range(3) for half in philox(seed, 1 << 28 | replicate, dimension, block)]
    bits = f"{x:030b}"
    out = ""
    for k in range(30):
        group, level = divmod(k, 6)
        before, inside = bits[: 6 * group], bits[6 * group : k]
        tree = splitmix(keys[group], int(before or "0", 2))
        if level >= 3:
            tree, inside = tree >> 7 + 7 * int(inside[:3], 2), inside[3:]
        node = int("1" + inside, 2)
        out += str(int(bits[k]) ^ (tree >> node - 1 & 1))
    return middle(int(out, 2) << 34 | splitmix(keys[5], x) >> 30)


def latin(seed, replicate, dimension, draw, count):
    keys = [half for block in range(3) for half in philox(seed, 2 << 28 | replicate, dimension, block)]
    columns = math.isqrt(count - 1) + 1
    rows = -(-count // columns)

    def step(key, other, size):
        x = (key + other) * 0xBF58476D1CE4E5B9 & MASK
        x = (x ^ x >> 32) * 0x94D049BB133111EB & MASK
        return (x >> 32) * size >> 32

    value = draw
    while True:
        row, column = divmod(value, columns)
        for first, second in zip(keys[::2], keys[1::2]):
            row = (row + step(first, column, rows)) % rows
            column = (column + step(second, row, columns)) % columns
        value = row * columns + column
        if value < count:
            break
    inside = splitmix(philox(seed, 3 << 28 | replicate, dimension, 0)[0], draw)
    return (value + ((inside >> 44) + 0.5) / 2**20) / count


def designs():
    engine = qmc.Sobol(8, scramble=False, bits=30)
    points = (engine.random(128) * 2**30).astype(int)
    cases = [(seed, replicate, dimension, draw) for seed in (0, 2026, 2**64 - 1) for replicate in (0, 3)
             for dimension, draw in ((0, 0), (1, 1), (3, 64), (7, 127))]
    body = "  /// Seed, replicate, dimension, draw; Monte Carlo, scrambled Sobol', Latin hypercube of 1,000.\n"
    body += "  static let values: [(UInt64, Int, Int, Int, Double, Double, Double)] = [\n"
    for seed, replicate, dimension, draw in cases:
        u = (monte_carlo(seed, replicate, dimension, draw),
             owen(seed, replicate, dimension, int(points[draw][dimension])),
             latin(seed, replicate, dimension, draw, 1000))
        body += f"    ({seed}, {replicate}, {dimension}, {draw}, {u[0]!r}, {u[1]!r}, {u[2]!r}),\n"
    write("DesignReference", "Points as a second program in Python makes them.", body + "  ]\n")


normal()
sobol()
designs()
families()
quantiles()
