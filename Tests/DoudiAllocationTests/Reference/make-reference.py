#!/usr/bin/env python3
"""Writes apportionment.csv, envelopes.csv and claims.csv: splits of random pots in fractions.

Written from the definitions, by other ways than the program's: units one by one from nothing; levels by trying every
bend of the sum; the Talmud's rule as water in Kaminski's vessels (Math. Soc. Sci. 40, 2000).
"""
import random
from fractions import Fraction as F
from pathlib import Path

HERE = Path(__file__).parent
rng = random.Random(20261122)


def text(values):
    return " ".join("-" if v is None else str(v) for v in values)


def offer(method, w, n):
    """Grows with w / d(n)."""
    top, bottom = {"webster": (w, n + F(1, 2)), "jefferson": (w, n + 1), "adams": (w, n),
                   "huntington_hill": (w * w, n * (n + 1)), "dean": (w * (n + F(1, 2)), n * (n + 1))}[method]
    return (1, 0) if bottom == 0 else (0, F(top) / bottom)


def divisor(method, pot, weights, least, most):
    units = list(least)
    for _ in range(pot - sum(units)):
        open_rows = [i for i, w in enumerate(weights) if w > 0 and units[i] < most[i]]
        best = max(offer(method, weights[i], units[i]) for i in open_rows)
        units[next(i for i in open_rows if offer(method, weights[i], units[i]) == best)] += 1
    return units


def largest_remainder(pot, weights):
    quotas = [pot * w / sum(weights) for w in weights]
    units = [q.numerator // q.denominator for q in quotas]
    order = sorted(range(len(units)), key=lambda i: (units[i] - quotas[i], i))
    for i in order[:pot - sum(units)]:
        units[i] += 1
    return units


def level(total, bends, pot):
    """Where the growing, piecewise straight `total` is `pot`."""
    bends = sorted(set(bends))
    low = bends[0]
    for high in bends[1:] + [None]:
        if high is None:
            slope = total(low + 1) - total(low)
            return low if slope == 0 else low + (pot - total(low)) / slope
        if total(high) >= pot:
            rise = total(high) - total(low)
            return low if rise == 0 else low + (high - low) * (pot - total(low)) / rise
        low = high


def fill(pot, weights, floors, caps):
    def at(l):
        return [max(f, l * w) if c is None else min(max(f, l * w), c) for w, f, c in zip(weights, floors, caps)]
    bends = [F(0)] + [b / w for w, f, c in zip(weights, floors, caps) if w > 0 for b in (f, c) if b is not None]
    return at(level(lambda l: sum(at(l)), bends, pot))


def vessels(estate, claims):
    top = max(claims) / 2
    def at(t):
        return [min(t, d / 2) if t <= top else d - min(2 * top - t, d / 2) for d in claims]
    bends = [F(0), top, 2 * top] + [d / 2 for d in claims] + [2 * top - d / 2 for d in claims]
    return at(level(lambda t: sum(at(t)), bends, estate))


def weight():
    return rng.choice([F(rng.randint(1, 9)), F(rng.randint(1, 99)), F(rng.randint(1, 999), rng.randint(1, 20))])


def apportionments():
    yield "method,pot,weights,least,most,units"
    for method in ["largest_remainder", "webster", "huntington_hill", "jefferson", "adams", "dean"]:
        for _ in range(60):
            n = rng.randint(1, 7)
            weights = [weight() for _ in range(n)]
            pot = rng.choice([rng.randint(n, 3 * n), rng.randint(n, 200)])
            least, most = [0] * n, [pot] * n
            if method == "largest_remainder":
                units = largest_remainder(pot, weights)
                yield ",".join([method, str(pot), text(weights), "", "", text(units)])
                continue
            if rng.random() < .5 and pot >= 3 * n:
                least = [rng.choice([0, 0, 1, 2]) for _ in range(n)]
                most = [max(l + 1, rng.randint(pot // n, pot)) for l in least]
                if sum(most) < pot:
                    most = [pot] * n
            units = divisor(method, pot, weights, least, most)
            yield ",".join([method, str(pot), text(weights), text(least), text(most), text(units)])


def envelopes():
    yield "pot,weights,floors,caps,exact"
    while True:
        n = rng.randint(1, 8)
        pot = rng.choice([rng.randint(0, 100), rng.randint(0, 10**6), rng.randint(0, 10**15)])
        weights = [rng.choice([F(0), weight(), weight(), weight()]) for _ in range(n)]
        share = [F(rng.randint(0, 40), 20 * n) * pot for _ in range(n)]
        floors = [rng.choice([F(0), F(0), s / 2]) for s in share]
        caps = [rng.choice([None, f + s / 2, f]) for f, s in zip(floors, share)]
        free = sum(f if w == 0 else pot if c is None else c for w, f, c in zip(weights, floors, caps))
        whole = [(-(-f.numerator // f.denominator), pot if c is None else c.numerator // c.denominator)
                 for f, c in zip(floors, caps)]
        if (sum(floors) > pot or free < pot or any(a > b for a, b in whole) or sum(a for a, _ in whole) > pot
                or sum(min(b, pot) for _, b in whole) < pot):
            continue
        yield ",".join([str(pot), text(weights), text(floors), text(caps), text(fill(pot, weights, floors, caps))])


def claims():
    yield "rule,pot,claims,exact"
    for rule in ["proportional", "cea", "cel", "talmud"]:
        for _ in range(60):
            n = rng.randint(1, 7)
            size = rng.choice([20, 1000, 10**13])
            owed = [F(rng.choice([0, rng.randint(1, 9), rng.randint(1, size)])) for _ in range(n)]
            estate = rng.randint(0, int(sum(owed)))
            if sum(owed) == 0:
                continue
            zero, one = [F(0)] * n, [F(1)] * n
            if rule == "talmud":
                parts = vessels(estate, owed)
            elif rule == "cel":
                parts = [d - l for d, l in zip(owed, fill(sum(owed) - estate, one, zero, owed))]
            else:
                parts = fill(estate, owed if rule == "proportional" else one, zero, owed)
            assert sum(parts) == estate
            yield ",".join([rule, str(estate), text(owed), text(parts)])


def write(name, lines, count=None):
    lines = list(line for line, _ in zip(lines, range(count or 10**9)))
    (HERE / name).write_text("\n".join(lines) + "\n")


write("apportionment.csv", apportionments())
write("envelopes.csv", envelopes(), 401)
write("claims.csv", claims())
