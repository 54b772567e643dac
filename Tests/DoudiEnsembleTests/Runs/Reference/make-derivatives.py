#!/usr/bin/env python3
"""Derivatives of the reference model with 50 digits: the numbers of DerivativeReference.swift.

Needs mpmath. Written from the equations of scenarios/reference, not from the program: each year in order
P, Y, phi, Z, C, H, top, G, N, K, A, then the programmes. Central differences with a relative step of 1e-15, whose
error is about 1e-30.

    make-derivatives.py > DerivativeReference.swift
"""
import csv
import pathlib

from mpmath import erfc, log, mp, mpf, sqrt

mp.dps = 50
folder = pathlib.Path(__file__).resolve().parents[4] / "scenarios" / "reference"
regions = [{k: v if k == "region" else mpf(v) for k, v in row.items()} for row in csv.DictReader(open(folder / "regions.csv"))]
values = {row["name"]: mpf(row["value"]) for row in csv.DictReader(open(folder / "parameters.csv"))}


def phi(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def run(region, p, years):
    """total, dibao and N of a region after some years."""
    P, C, Y, N, G, K, A = (region[name] for name in ("P", "C", "Y", "N", "G", "K", "A"))
    Z = region["phi0"] * C
    grown = (1 + region["beta"] * p["g"]) * (1 + p["pi"])
    spread = region["sigma"] * p["s"]
    for t in range(1, years + 1):
        P *= 1 + region["n"]
        Y *= (1 + region["beta"] * p["g"] + p["v"]) * (1 + p["pi"])
        ratio = region["phi0"] + (p["phi_target"] - region["phi0"]) * min(mpf(1), mpf(t) / 5)
        Z = max(Z, ratio * C)
        C *= grown
        d = log(Z / Y) / spread + spread / 2
        H = phi(d)
        top = (Z * H - Y * phi(d - spread)) / H
        G = p["x"] * N / 2 + G / 3
        stay = N * (1 - p["x"])
        N = stay + p["e"] * max(mpf(0), p["u"] * H * P - stay)
        K *= 1 + p["kappa"]
        A *= grown
    dibao, gradual = N * top, G * top / 2
    tekun = K * (Z * (p["m"] + mpf("0.7") * region["w"]) + A)
    temporary = max(5 * P, p["h"] * P * Z / 12)
    total = (1 + min(p["q"], region["cap"])) * (dibao + gradual + tekun + temporary)
    return total, dibao, N


def whole(p, years):
    return [sum(column) for column in zip(*(run(region, p, years) for region in regions))]


print("/// Derivatives of the reference model's totals, made by make-derivatives.py with 50 digits.")
print("enum DerivativeReference {")
print("  /// Parameter, its value, and the derivatives of all money, dibao and recipients of the whole in year 10.")
print("  static let rows: [(name: String, value: Double, total: Double, dibao: Double, recipients: Double)] = [")
for name, value in values.items():
    h = (abs(value) or 1) * mpf("1e-15")
    high, low = (whole({**values, name: value + sign * h}, 10) for sign in (1, -1))
    slopes = [mp.nstr((a - b) / (2 * h), 17, min_fixed=-20, max_fixed=20) for a, b in zip(high, low)]
    print(f'    ("{name}", {mp.nstr(value, 6)}, {", ".join(slopes)}),')
print("  ]")
print("}")
