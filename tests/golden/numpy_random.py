"""Makes numpy_random.json: draws of NumPy's legacy random numbers.

Run with `python3 tests/golden/numpy_random.py` where NumPy 1.24 is installed.
Every call of a seed is made on one RandomState, so that the second normal of a
pair, which NumPy keeps, is carried over odd counts and over uniform draws.
Values are little-endian doubles in base64: all bits, in little room.
"""

import base64
import json
import pathlib
import random

import numpy

SEEDS = [
    *[0, 1, 2, 3, 7, 42, 123, 1234, 12345, 5489, 19650218, 987654321],
    *[65535, 65536, 2**31 - 1, 2**31, 2**31 + 1, 3 * 10**9, 2**32 - 2, 2**32 - 1],
]
# One draw, none, odd and even counts, a whole block of MT19937 (312) and more.
UNIFORM_COUNTS = [1, 1, 2, 3, 5, 8, 13, 55, 89, 313]
NORMAL_SHAPES = [
    *[(1, 1), (1, 1), (1, 1), (0, 3), (2, 3), (3, 3), (1, 2), (5, 1), (1, 7)],
    *[(3, 5), (10, 2), (7, 7), (11, 11), (15, 20)],
]


def encode(values):
    return base64.b64encode(values.astype("<f8").tobytes()).decode("ascii")


def calls(seed):
    source = numpy.random.RandomState(seed)
    plan = UNIFORM_COUNTS + NORMAL_SHAPES
    random.Random(seed).shuffle(plan)
    for size in plan:
        if isinstance(size, int):
            drawn = source.random_sample(size)
            yield {"random_sample": size, "values": encode(drawn)}
        else:
            drawn = source.randn(*size)
            yield {"randn": "%dx%d" % size, "values": encode(drawn)}


def late_draw(seed, count):
    """The last of many uniform draws: thousands of blocks from the seed."""
    drawn = numpy.random.RandomState(seed).random_sample(count)
    return {"seed": seed, "count": count, "last": float(drawn[-1])}


assert numpy.__version__.startswith("1.24."), numpy.__version__
table = {
    "made_by": "tests/golden/numpy_random.py",
    "numpy": numpy.__version__,
    "streams": [{"seed": seed, "calls": list(calls(seed))} for seed in SEEDS],
    "late": [late_draw(0, 10**6), late_draw(2**32 - 1, 10**6)],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(table, indent=2) + "\n")
