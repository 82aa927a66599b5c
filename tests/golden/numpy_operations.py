"""Makes numpy_operations.json: what NumPy computes for the operations with rules.

Run with `python3 tests/golden/numpy_operations.py` where NumPy 1.24 is
installed. AVX-512 is switched off: with it NumPy's logarithm, exponential and
power are its own, without it the platform's, which differ by a unit in the last
place. What was left on stands in the file.
"""

import json
import os
import pathlib

OFF = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"
os.environ["NPY_DISABLE_CPU_FEATURES"] = OFF

import numpy as np  # noqa: E402

np.seterr(all="ignore")
INF, NAN = float("inf"), float("nan")


def text(values):
    """Numbers as JavaScript's `Number` reads them."""
    numbers = np.asarray(values, dtype=np.float64).ravel()
    words = (repr(float(x)) for x in numbers)
    return " ".join(words).replace("inf", "Infinity").replace("nan", "NaN")


def ramp(n, salt):
    """Numbers of both signs; see tests/_support/numpy_golden.ts."""
    i = np.arange(n, dtype=np.int64)
    return ((i * 7919 + salt * 104729) % 10007 - 5003) / 977.0


SPECIAL = [0.0, 5e-324, 2.0**-1022, INF, -INF, NAN, 1, -1, 0.5, 1000, -1000, 1e308]


def elementwise():
    x = np.concatenate([SPECIAL, ramp(60, 1)])
    above = np.abs(x)
    found = {
        "x": text(x),
        "sqrt": text(np.sqrt(x)),
        "abs": text(np.abs(x)),
        "clip": text(np.clip(x, -1, 2.5)),
    }
    for p in [2, 0.5, -1, 3, 1 / 3, 0]:
        found[f"power {p!r}"] = text(np.power(above, p))
    return found


def pairs():
    """Every pair of some numbers: of a column repeated, and a row repeated."""
    numbers = [0.0, 1, -1, 0.1, 3, 1e308, -1e308, 5e-324, INF, -INF]
    row = np.array([numbers])
    a, b = np.broadcast_arrays(row.T, row)
    return {
        "numbers": text(row),
        "maximum": text(np.maximum(a, b)),
        "minimum": text(np.minimum(a, b)),
        "greater": text(np.greater(a, b)),
        "less": text(np.less(a, b)),
        "greaterEqual": text(np.greater_equal(a, b)),
        "lessEqual": text(np.less_equal(a, b)),
        "where": text(np.where(np.greater(a, b), a, 7)),
    }


def reductions():
    for salt, (rows, columns) in enumerate(
        [(1, 1), (1, 9), (9, 1), (2, 3), (7, 8), (3, 129), (129, 5), (300, 2)]
    ):
        array = ramp(rows * columns, salt).reshape(rows, columns)
        found = {"shape": [rows, columns], "salt": salt}
        for name, reduce in [
            ("min", np.min),
            ("argMin", np.argmin),
            ("variance", np.var),
            ("standardDeviation", np.std),
        ]:
            found[name] = {
                "whole": text(reduce(array)),
                "row": text(reduce(array, axis=1)),
                "column": text(reduce(array, axis=0)),
            }
        found["corrected"] = text(array.var(ddof=1)) if array.size > 1 else "NaN"
        yield found


def log_softmaxes():
    for rows in [
        [[0.3, 2.9, 4.0], [1000, 1001, 1002], [-1000, -1001, -1002]],
        [[1000, 0, -1000], [0, 0, 0], [-5, 0, -6]],
        ramp(40, 3).reshape(2, 20),
    ]:
        x = np.array(rows, dtype=np.float64)
        shifted = x - x.max(axis=1, keepdims=True)
        total = np.exp(shifted).sum(axis=1, keepdims=True)
        yield {
            "shape": x.shape,
            "x": text(x),
            "logSoftmax": text(shifted - np.log(total)),
        }


def losses():
    z = ramp(30, 5).reshape(10, 3)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    y = e / e.sum(axis=1, keepdims=True)
    t = np.abs(ramp(30, 6).reshape(10, 3))
    t[::3, 1] = 0
    t = t / t.sum(axis=1, keepdims=True)
    yes = np.array([[1.0, 0, 0.25]] * 10)
    p = 1 / (1 + np.exp(-z))
    costs = -(yes * np.log(p) + (1 - yes) * np.log(1 - p))
    soft = -np.sum(t * np.log(y)) / 10
    return {
        "shape": [10, 3],
        "z": text(z),
        "y": text(y),
        "t": text(t),
        "yes": text(yes),
        "crossEntropyError": text(soft),
        "softmaxCrossEntropy": text(soft),
        "sigmoidCrossEntropy": text(costs.sum() / 10),
    }


def cosines():
    a, b = ramp(40, 8).reshape(5, 8), ramp(40, 9).reshape(5, 8)

    def unit(x, delta):
        return x / (np.sqrt((x**2).sum(axis=1, keepdims=True)) + delta)

    return {
        "shape": [5, 8],
        "a": text(a),
        "b": text(b),
        "plain": text((unit(a, 0) * unit(b, 0)).sum(axis=1)),
        "delta": text((unit(a, 1e-8) * unit(b, 1e-8)).sum(axis=1)),
    }


def masks():
    for ratio in [0.5, 0.2, 0]:
        draws = np.random.RandomState(3).rand(3, 5)
        yield {"ratio": ratio, "mask": text((draws > ratio) / (1 - ratio))}


features = np.core._multiarray_umath.__cpu_features__
assert np.__version__.startswith("1.24."), np.__version__
assert not any(features[name] for name in OFF.split()), "AVX-512 is on"
table = {
    "made_by": "tests/golden/numpy_operations.py",
    "numpy": np.__version__,
    "cpu_features_off": OFF,
    "cpu_features": " ".join(name for name, on in features.items() if on),
    "elementwise": elementwise(),
    "pairs": pairs(),
    "reductions": list(reductions()),
    "log_softmax": list(log_softmaxes()),
    "losses": losses(),
    "cosine": cosines(),
    "masks": list(masks()),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(table, indent=2) + "\n")
