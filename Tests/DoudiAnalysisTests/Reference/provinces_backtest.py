#!/usr/bin/env python3
"""Writes provinces_backtest.csv: the back-tests of scenarios/provinces, computed apart from the program.

Rows are regions; numpy, base-10 logarithms and a grid-free search for w by its defining sum are used, none of
which the program uses. Run in this folder.
"""
import csv
import math
import pathlib
import statistics

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[3]
PAIRS = [(2015, 2016), (2018, 2021), (2020, 2021), (2012, 2013), (2011, 2014), (2017, 2019)]


def panel(area):
    counts = {}
    with open(ROOT / "scenarios/data/province-panel.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["indicator"] == "dibao_persons" and row["area"] == area:
                counts.setdefault(row["region"], {})[int(row["period"])] = 10_000 * float(row["value"])
    return counts


def growth(counts, code, year):
    row = counts[code]
    return math.log10(row[year] / row[year - 1]) if year in row and year - 1 in row else math.nan


def common(counts, year):
    both = [row for row in counts.values() if year in row and year - 1 in row]
    return math.log10(sum(r[year] for r in both) / sum(r[year - 1] for r in both))


def state(counts, year, first):
    """G, F, cut deviations (by code, nan where unknown) of a year."""
    g = np.array([growth(counts, code, year) for code in sorted(counts)])
    G = common(counts, year)
    F = G if year == first or G * common(counts, year - 1) > 0 else 0.0
    m = np.nanmedian(np.abs(g - G))
    return G, F, np.clip(g - G, -m, m), g


def repeated(states, last):
    """The w in [0, 1] with the least sum of |next - w x this|: the sum is convex with corners at the ratios."""
    this, after = [], []
    for year in states:
        if year + 1 in states and year + 1 <= last:
            known = ~np.isnan(states[year][2]) & ~np.isnan(states[year + 1][3])
            this += list(states[year][2][known])
            after += list(states[year + 1][3][known] - states[year + 1][0])
    this, after = np.array(this), np.array(after)
    if not np.any(this):
        return 0.0
    corners = sorted({0.0, 1.0} | {float(r) for r in after[this != 0] / this[this != 0] if 0 < r < 1})
    return min(corners, key=lambda w: np.abs(after - w * this).sum())


def fit(counts, base):
    known = {code: {y: v for y, v in row.items() if y <= base} for code, row in counts.items()}
    first = min(y for row in known.values() for y in row) + 1
    states = {year: state(known, year, first) for year in range(first, base + 1)}
    G, F, deviations, _ = states[base]
    misses = []
    for year in range(first, base):
        expected = states[year][1] + repeated(states, year) * states[year][2]
        misses += [e for e in states[year + 1][3] - expected if not math.isnan(e)]
    changes = [c for year in states for c in states[year][3] if not math.isnan(c)]
    same = sum(c * G > 0 for c in changes) / len(changes)
    miss = statistics.median(misses) if base - first >= 3 else 0.0
    return G, F, deviations, repeated(states, base), miss, max(0.0, 2 * same - 1), states[base][3]


def said(counts, base, target):
    G, F, deviations, w, b, f, g = fit(counts, base)
    h = target - base
    steps = sum(f**k for k in range(h))
    damped = sum(0.8**k for k in range(1, h + 1))
    for place, code in enumerate(sorted(counts)):
        start = counts[code][base]
        own = G if math.isnan(g[place]) else g[place]
        a = F + w * (0 if math.isnan(deviations[place]) else deviations[place])
        yield (code, counts[code][target], start * 10 ** (b + a * steps), start, start * 10 ** (own * h),
               start * 10 ** (own * damped), start * 10 ** (G * h))


def main():
    with open("provinces_backtest.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["from", "to", "area", "region", "actual", "model", "persistence", "own_trend",
                      "damped_trend", "national_trend"])
        for base, target in PAIRS:
            for area in ("urban", "rural"):
                rows = list(said(panel(area), base, target))
                for row in rows:
                    out.writerow([base, target, area, row[0]] + [f"{value:.12g}" for value in row[1:]])
                errors = [statistics.fmean(abs(100 * (r[m] / r[1] - 1)) for r in rows) for m in range(2, 7)]
                print(base, target, area, " ".join(f"{e:.4f}" for e in errors))


main()
