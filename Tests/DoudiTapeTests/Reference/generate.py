"""Writes normal_cdf.csv. Not needed to run the tests.

    pip install mpmath; python3 Tests/DoudiTapeTests/Reference/generate.py

x,value: doubles as their 64 bits in hexadecimal; the value is the double nearest to the
standard normal distribution at x, by mpmath with 200 bits.
"""
import os
import random
import struct

import mpmath

mpmath.mp.prec = 200
random.seed(20270102)
HERE = os.path.dirname(os.path.abspath(__file__))


def bits(x):
    return format(struct.unpack("<Q", struct.pack("<d", x))[0], "016x")


points = [x / 8 for x in range(-68, 69)] + [random.uniform(-8.4, 8.4) for _ in range(200)]
points += [random.gauss(0, 1) for _ in range(100)] + [-8.484375, -8.5, -9.0, -12.0, -20.0, -30.0, 9.0, 40.0]
with open(os.path.join(HERE, "normal_cdf.csv"), "w", encoding="ascii", newline="\n") as out:
    out.write("x,value\n")
    for x in points:
        exact = mpmath.erfc(-mpmath.mpf(x) / mpmath.sqrt(2)) / 2
        out.write(f"{bits(x)},{bits(float(exact))}\n")
