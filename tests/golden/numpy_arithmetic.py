"""Makes numpy_arithmetic.json: what NumPy computes, to be met by lib/.

Run with `python3 tests/golden/numpy_arithmetic.py` where NumPy 1.24 is
installed. Lists of numbers are written as Python's `repr` writes them, which
reads back exactly, one after the other, row by row. Long inputs are not written
down: `ramp` makes the same bits in any language with IEEE 754 arithmetic.

Where NumPy's own formula loses digits (softmax with cross entropy, sigmoid) the
reference is Python's decimal arithmetic with 1,000 digits, rounded once.
"""

import decimal
import json
import math
import pathlib
import platform

import numpy as np

INF, NAN = math.inf, math.nan
np.seterr(all="ignore")
decimal.getcontext().prec = 1000

SCALES = np.array([1.0, 1e-3, 1e3, 0.1, 10.0, 1e-6, 1e6])
ONE_SCALE = np.array([1.0])


def text(values):
    """Numbers as JavaScript's `Number` reads them."""
    numbers = np.asarray(values, dtype=np.float64).ravel()
    words = (repr(float(x)) for x in numbers)
    return " ".join(words).replace("inf", "Infinity").replace("nan", "NaN")


def ramp(n, salt, scales=SCALES):
    """Numbers of both signs and many sizes; see tests/_support/numpy_golden.ts."""
    i = np.arange(n, dtype=np.int64)
    return ((i * 7919 + salt * 104729) % 10007 - 5003) / 977.0 * scales[i % len(scales)]


def sums():
    lengths = [*range(301), 1000, 4096, 5000, 8192, 8193, 8200, 20000, 100003]
    return {
        "lengths": " ".join(map(str, lengths)),
        "sums": text([ramp(n, n).sum() for n in lengths]),
    }


def reductions(array):
    """Each reduction of the whole, by row (axis 1) and by column (axis 0)."""
    found = {}
    for name, reduce in [
        ("sum", np.sum),
        ("mean", np.mean),
        ("max", np.max),
        ("argMax", np.argmax),
    ]:
        found[name] = {
            "whole": text(reduce(array)),
            "row": text(reduce(array, axis=1)),
            "column": text(reduce(array, axis=0)),
        }
    return found


RAMP_SHAPES = [
    *[(1, 1), (1, 7), (1, 8), (1, 9), (1, 40), (7, 1), (8, 1), (9, 1), (300, 1)],
    *[(2, 3), (7, 8), (8, 7), (3, 129), (129, 5), (40, 20), (2, 140), (300, 2)],
]

SPECIAL_TABLES = [
    [[1, 3, 3], [3, 1, 3], [2, 2, 2]],
    [[-1, -1], [-1, -1]],
    [[NAN, 1, 2], [1, NAN, 3], [3, 2, NAN]],
    [[1, NAN, NAN], [INF, NAN, 5]],
    [[INF, -INF, 0], [-INF, -INF, -INF], [INF, INF, 1]],
    [[1e308, 1e308, -1e308], [-1e308, -1e308, 5e-324]],
    [[0, -5, -0.5]],
]


def tables():
    for salt, (rows, columns) in enumerate(RAMP_SHAPES):
        array = ramp(rows * columns, salt).reshape(rows, columns)
        yield {"shape": [rows, columns], "salt": salt, **reductions(array)}
    for table in SPECIAL_TABLES:
        array = np.array(table, dtype=np.float64)
        yield {"shape": array.shape, "values": text(array), **reductions(array)}


def empty_sums():
    for rows, columns in [(0, 0), (0, 3), (3, 0)]:
        array = np.zeros((rows, columns))
        yield {
            "shape": [rows, columns],
            "whole": text(array.sum()),
            "row": text(array.sum(axis=1)),
            "column": text(array.sum(axis=0)),
        }


def sigmoid(x):
    if math.isnan(x):
        return NAN
    if abs(x) > 1e4:
        return 1.0 if x > 0 else 0.0
    return float(1 / (1 + (-decimal.Decimal(x)).exp()))


def elementwise():
    special = [0.0, -0.0, 5e-324, -5e-324, 2.0**-1022, INF, -INF, NAN]
    x = np.concatenate(
        [
            special,
            [1, -1, 0.5, 1000, -1000, 1e308, -1e308, 709.78, 709.79, -745.1, -745.2],
            ramp(140, 1, np.array([1.0, 1e-3, 10.0, 0.1])),
        ]
    )
    above = np.concatenate([special, [1, 0.5, 2, 1e308], np.abs(ramp(140, 2))])
    return {
        "x": text(x),
        "exp": text(np.exp(x)),
        "tanh": text(np.tanh(x)),
        "relu": text(np.maximum(0, x)),
        "negate": text(np.negative(x)),
        "sigmoid": text([sigmoid(float(value)) for value in x]),
        "above": text(above),
        "log": text(np.log(above)),
    }


def arithmetic():
    """Every pair of some numbers, as a column against a row."""
    numbers = [0.0, -0.0, 1, -1, 0.1, 3, 1e308, -1e308, 5e-324, 1e-308, INF, -INF, NAN]
    row = np.array([numbers], dtype=np.float64)
    column = row.T.copy()
    return {
        "numbers": text(row),
        "add": text(column + row),
        "subtract": text(column - row),
        "multiply": text(column * row),
        "divide": text(column / row),
    }


def products():
    shapes = [(1, 2, 3), (2, 1, 2), (3, 5, 4), (7, 13, 6), (17, 33, 19), (1, 100, 1)]
    for salt, (rows, inner, columns) in enumerate(shapes):
        # Above 0, so that nothing cancels and a relative tolerance is fair.
        a = np.abs(ramp(rows * inner, salt, ONE_SCALE)).reshape(rows, inner)
        b = np.abs(ramp(inner * columns, salt + 50, ONE_SCALE)).reshape(inner, columns)
        yield {"sizes": [rows, inner, columns], "salt": salt, "product": text(a @ b)}


def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmaxes():
    for rows in [
        [[0.3, 2.9, 4.0], [1000, 1001, 1002], [-1000, -1001, -1002]],
        [[1000, 0, -1000], [0, 0, 0], [-745, 0, -746], [1e308, -1e308, 0]],
        [[-INF, 0, 1], [NAN, 0, 1], [INF, 0, 1], [-INF, -INF, -INF], [INF, NAN, 0]],
        [[7.0], [-1e308]],
        ramp(40, 3, ONE_SCALE).reshape(2, 20),
        ramp(280, 4, ONE_SCALE).reshape(2, 140),
    ]:
        x = np.array(rows, dtype=np.float64)
        yield {"shape": x.shape, "x": text(x), "softmax": text(softmax(x))}


def softmax_cross_entropy(z, hot):
    """The mean over the rows of ln(sum of e^z) - z[hot], with 1,000 digits."""
    losses = []
    for row, k in zip(z, hot):
        scores = [decimal.Decimal(float(value)) for value in row]
        losses.append(sum(value.exp() for value in scores).ln() - scores[k])
    return float(sum(losses) / len(losses))


def one_hot(hot, columns):
    return np.eye(columns)[hot]


def losses():
    y = softmax(ramp(30, 5, ONE_SCALE).reshape(10, 3))
    hot = [i * i % 3 for i in range(10)]
    t = one_hot(hot, 3)
    for delta in [0, 1e-7]:
        rows = -np.sum(t * np.log(y + delta), axis=1)
        yield {
            "loss": "crossEntropyError",
            "shape": y.shape,
            "delta": delta,
            "y": text(y),
            "t": text(t),
            "value": text(np.mean(rows)),
        }
    guess, target = ramp(56, 6), ramp(56, 7)
    for shape in [(7, 8), (56, 1), (1, 56)]:
        difference = guess.reshape(shape) - target.reshape(shape)
        yield {
            "loss": "sumSquaredError",
            "shape": shape,
            "y": text(guess),
            "t": text(target),
            "value": text(0.5 * np.sum(difference**2) / shape[0]),
        }
    for z, hot in [
        ([[40.0, 0.0]], [0]),
        ([[20.0, 0.0]], [0]),
        ([[0.0, 12.5, -3.0]], [1]),
        ([[30.0, 5.0, -1.0]], [0]),
        ([[0.0, 40.0, 3.0]], [1]),
        ([[745.0, 0.0]], [0]),
        ([[1000.0, 0.0]], [1]),
        ([[-1000.0, 1000.0, 999.0], [5.0, 5.0, 5.0]], [0, 2]),
        ([[1e-9, 0.0, -1e-9]], [2]),
        ([[3.0]], [0]),
        (ramp(70, 8, ONE_SCALE).reshape(10, 7), [i % 7 for i in range(10)]),
    ]:
        z = np.array(z)
        yield {
            "loss": "softmaxCrossEntropy",
            "shape": z.shape,
            "y": text(z),
            "t": text(one_hot(hot, z.shape[1])),
            "value": text(softmax_cross_entropy(z, hot)),
        }


def batches():
    """The mean of -log p over batches, summed by NumPy.

    The logarithms are rounded once from 40 digits: NumPy's own last digits
    depend on the processor.
    """
    for n in [1, 7, 8, 9, 10, 17, 100, 129, 1000, 8192, 8193, 20000]:
        p = [((i * 7919 + n * 104729) % 10007 + 1) / 10009 for i in range(n)]
        with decimal.localcontext() as context:
            context.prec = 40
            logs = np.array([float(decimal.Decimal(one).ln()) for one in p])
        yield {"rows": n, "value": text(-np.sum(logs) / n)}


assert np.__version__.startswith("1.24."), np.__version__
table = {
    "made_by": "tests/golden/numpy_arithmetic.py",
    "numpy": np.__version__,
    "python": platform.python_version(),
    "sums": sums(),
    "negative_zeros": {
        "lengths": "1 7 8 9 200",
        "sums": text([np.full(n, -0.0).sum() for n in [1, 7, 8, 9, 200]]),
    },
    "reductions": list(tables()),
    "empty_sums": list(empty_sums()),
    "elementwise": elementwise(),
    "arithmetic": arithmetic(),
    "products": list(products()),
    "softmax": list(softmaxes()),
    "losses": list(losses()),
    "batches": list(batches()),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(table, indent=2) + "\n")
