"""Makes readme_numpy.json: what NumPy prints for the lines in the README.

Run with `python3 tests/golden/readme_numpy.py` where NumPy 1.24 is installed.
A line that gives no value, such as an assignment, prints nothing. AVX-512 is
switched off: with it NumPy's logarithm and exponential are its own.
"""

import json
import os
import pathlib

OFF = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"
os.environ["NPY_DISABLE_CPU_FEATURES"] = OFF

import numpy as np  # noqa: E402

LINES = [
    "x = np.array([[2.0, 3.0]])",
    "W = np.array([[0.5, 1, 0], [2, -1, 0.25]])",
    "b = np.array([[1.0, 0, -1]])",
    "t = np.array([[0.7, 0.2, 0.1]])",
    "x @ W",
    "x @ W + b",
    "W.T",
    "2 * W - 1",
    "W[1, 2]",
    "W[[1, 0]]",
    "W[:, [2, 0]]",
    "np.concatenate([W, b])",
    "np.concatenate([x, b], axis=1)",
    "np.exp(x)",
    "np.log(x)",
    "np.sqrt(x)",
    "W ** 2",
    "np.abs(b)",
    "np.maximum(b, 0)",
    "np.minimum(W, b)",
    "np.clip(b, -0.5, 0.5)",
    "(b > 0) * 1.0",
    "(b < 0) * 1.0",
    "(b >= 0) * 1.0",
    "(b <= 0) * 1.0",
    "np.where(b > 0, b, 0.1 * b)",
    "W.sum()",
    "W.sum(axis=1, keepdims=True)",
    "W.mean(axis=0, keepdims=True)",
    "W.max()",
    "W.argmax()",
    "W.min()",
    "W.argmin()",
    "W.var()",
    "W.std(axis=0, ddof=1, keepdims=True)",
    "b - np.log(np.exp(b).sum())",
    "-(t * np.log(np.exp(b) / np.exp(b).sum())).sum()",
    "-(t * np.log(t)).sum()",
    "np.log(1 + np.exp(-b)).sum()",
    "(b * W).sum(axis=1, keepdims=True) / np.linalg.norm(b) / np.linalg.norm(W, axis=1, keepdims=True)",
    "np.zeros((1, 3))",
    "np.random.RandomState(0).randn(1, 3)",
    "(np.random.RandomState(0).rand(1, 3) > 0.6) / (1 - 0.6)",
    "0.5 * 0.1 * (W ** 2).sum()",
    "np.abs(b - t).mean()",
    "(W - W.mean(axis=0)) / np.sqrt(W.var(axis=0) + 1e-7)",
    "(W - W.mean(axis=1, keepdims=True)) / np.sqrt(W.var(axis=1, keepdims=True) + 1e-7)",
    "b * (np.random.RandomState(0).rand(1, 3) > 0.5) / 0.5",
    "np.where(W > 0, W, 0.01 * W)",
]


def printed(line, names):
    try:
        return repr(eval(line, names))
    except SyntaxError:
        exec(line, names)
        return None


names = {"np": np}
assert np.__version__.startswith("1.24."), np.__version__
table = {
    "made_by": "tests/golden/readme_numpy.py",
    "numpy": np.__version__,
    "cpu_features_off": OFF,
    "lines": [{"line": line, "printed": printed(line, names)} for line in LINES],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(table, indent=2) + "\n")
