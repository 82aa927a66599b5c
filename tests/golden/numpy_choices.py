"""Makes numpy_choices.json: what NumPy's legacy random numbers choose.

Run with `python3 tests/golden/numpy_choices.py` where NumPy 1.24 is installed.
All calls of a seed are made on one RandomState in a random order, so that words,
doubles and the second normal of a pair, which NumPy keeps, follow one another
in every way. Numbers are written in full: Python's repr reads back as the same.
"""

import json
import pathlib
import random

import numpy

SEEDS = [*range(8), 42, 12345, 2**31, 2**32 - 1]
P = [0.1, 0, 0.2, 0.05, 0.3, 0.35]
RARE = [1e-9, 0.5, 0.25, 1e-6, 0.25 - 1e-6 - 1e-9]


def randint(low, high, size):
    return {"randint": {"low": low, "high": high, "size": size}}


def choice(n, **options):
    return {"choice": n, "options": options}


CALLS = [
    *[{"permutation": n} for n in [0, 1, 2, 3, 5, 8, 17, 100]],
    *[randint(0, 1, 3), randint(0, 2, 9), randint(-5, 6, 7), randint(1, 7, 8)],
    *[randint(0, 2**16, 3), randint(0, 2**31, 3), randint(-2**31, 2**31, 3)],
    *[randint(0, 2**32 - 1, 3), randint(0, 2**32, 3), randint(0, 2**32 + 1, 3)],
    *[randint(0, 2**40 + 3, 4), randint(0, 2**53 - 1, 3), randint(5, 6, 0)],
    *[choice(1), choice(7), choice(10, size=9), choice(1000, size=5)],
    *[choice(10, size=10, replace=False), choice(50, size=3, replace=False)],
    *[choice(6, size=7, p=P), choice(6, size=0, p=P), choice(5, size=9, p=RARE)],
    *[choice(6, size=5, replace=False, p=P), choice(6, size=2, replace=False, p=P)],
    *[choice(5, size=5, replace=False, p=RARE)],
    *[{"uniform": [0, 1], "size": 3}, {"uniform": [-2.5, 7.25], "size": 5}],
    *[{"uniform": [1e-3, 1e300], "size": 1}, {"uniform": [3, -3], "size": 2}],
    *[{"random_sample": n} for n in [1, 1, 2, 7]],
    *[{"randn": n} for n in [1, 1, 1, 2, 5]],
    *[{"random_sample": 311}, {"permutation": 700}],
]


def draw(source, call):
    if "permutation" in call:
        return source.permutation(call["permutation"])
    if "randint" in call:
        return source.randint(**call["randint"])
    if "choice" in call:
        return numpy.atleast_1d(source.choice(call["choice"], **call["options"]))
    if "uniform" in call:
        return source.uniform(*call["uniform"], call["size"])
    if "random_sample" in call:
        return source.random_sample(call["random_sample"])
    return source.randn(call["randn"])


def written(values):
    return " ".join(map(repr, values.tolist()))


def stream(seed):
    source = numpy.random.RandomState(seed)
    plan = CALLS.copy()
    random.Random(seed).shuffle(plan)
    return [{**call, "values": written(draw(source, call))} for call in plan]


assert numpy.__version__.startswith("1.24."), numpy.__version__
table = {
    "made_by": "tests/golden/numpy_choices.py",
    "numpy": numpy.__version__,
    "streams": [{"seed": seed, "calls": stream(seed)} for seed in SEEDS],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(table, indent=2) + "\n")
