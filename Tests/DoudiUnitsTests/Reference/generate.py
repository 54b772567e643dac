"""Writes the reference tables of this folder. Not needed to run the tests.

    pip install mpmath; python3 Tests/DoudiUnitsTests/Reference/generate.py

portable_math.csv  function,x,y,value: doubles as their 64 bits in hexadecimal; the value
                   is the double nearest to the exact result, by mpmath with 200 bits.
money.csv          persons (64 bits of the double),numerator,denominator,fen: Python's
                   integers of any size, floor(persons x rate x 100 + 1/2); an empty fen
                   where the amount is beyond 10^16.
"""
import math
import os
import random
import struct
from fractions import Fraction

import mpmath

mpmath.mp.prec = 200
random.seed(20270101)
HERE = os.path.dirname(os.path.abspath(__file__))


def bits(x):
    return format(struct.unpack("<Q", struct.pack("<d", x))[0], "016x")


def write(name, header, rows):
    with open(os.path.join(HERE, name), "w", encoding="ascii", newline="\n") as out:
        out.write(header + "\n")
        out.writelines(",".join(row) + "\n" for row in rows)


def portable_math():
    spread = random.uniform
    points = [("exp", x, 0.0) for x in [0.0, 1.0, -1.0, 0.5, 1e-20, 709.7, -708.3, math.log(2) / 2]]
    points += [("exp", spread(-700, 700), 0.0) for _ in range(80)]
    points += [("exp", spread(-1, 1), 0.0) for _ in range(80)]
    points += [("log", x, 0.0) for x in [1.0, 2.0, 0.5, math.sqrt(2), 5e-324, 1e-310, 1.7e308, 1 + 2**-52, 1 - 2**-53]]
    points += [("log", 2.0 ** spread(-1000, 1000), 0.0) for _ in range(80)]
    points += [("log", spread(0.5, 2), 0.0) for _ in range(80)]
    points += [("erfc", x / 4, 0.0) for x in range(-24, 25)]
    points += [("erfc", spread(-6, 6), 0.0) for _ in range(120)]
    points += [("erfc", x, 0.0) for x in [0.46875, 0.4687499999999999, 1e-300, 10.0, 20.0, 26.0]]
    points += [("pow", 1 + spread(-0.2, 0.3), spread(-40, 40)) for _ in range(80)]
    points += [("pow", spread(0, 50), spread(-5, 5)) for _ in range(80)]
    for f, x, y in points:
        exact = mpmath.power(x, y) if f == "pow" else getattr(mpmath, f)(mpmath.mpf(x))
        yield f, bits(x), bits(y), bits(float(exact))


def fen(persons, rate):
    """floor(p r 100 + 1/2) by whole numbers alone."""
    a, b = persons.as_integer_ratio()
    return (2 * 100 * a * rate.numerator + b * rate.denominator) // (2 * b * rate.denominator)


def money():
    cases = [(34390.0, Fraction(875, 3)), (0.5, Fraction(1, 100)), (-0.5, Fraction(1, 100)),
             (1.5, Fraction(1, 100)), (-1.5, Fraction(1, 100)), (1.0, Fraction(1, 200)),
             (1.0, Fraction(-1, 200)), (1.0, Fraction(-3, 200)), (5e-324, Fraction(1)),
             (1e14, Fraction(1)), (1e14, Fraction(10**16 + 1, 10**16)), (8.9e15, Fraction(1, 100))]
    for _ in range(60):  # offices' everyday numbers
        cases.append((float(random.randrange(2_000_000)), Fraction(random.randrange(60_000), random.choice([1, 3, 10, 12]))))
    for _ in range(80):  # projected head counts
        cases.append((random.uniform(-1, 1) * 10 ** random.uniform(-6, 6), Fraction(random.randrange(-10**6, 10**6), random.randrange(1, 10**5))))
    for _ in range(60):  # rates near the ends of 128 bits
        n, d = random.randrange(1, 2 ** random.randrange(2, 127)), random.randrange(1, 2 ** random.randrange(2, 127))
        cases.append((random.choice([-1, 1]) * 2 ** random.uniform(-80, 50), Fraction(n, d)))
    for _ in range(60):  # halves exactly, and one 2^-40 beside them
        half = random.randrange(10**6) + 0.5
        cases.append((random.choice([half, half + 2**-30, half - 2**-30, -half]), Fraction(random.choice([1, 3, 7]), 100)))
    for persons, rate in cases:
        amount = fen(persons, rate)
        known = abs(amount) <= 10**16 and abs(persons) < 9e15
        yield bits(persons), str(rate.numerator), str(rate.denominator), str(amount) if known else ""


write("portable_math.csv", "function,x,y,value", portable_math())
write("money.csv", "persons,numerator,denominator,fen", money())
