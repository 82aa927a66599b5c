"""Makes readme_numpy.json: what NumPy prints for the lines in the README.

Run with `python3 tests/golden/readme_numpy.py` where NumPy 1.24 is installed.
A line that gives no value, such as an assignment, prints nothing.
"""

import json
import pathlib

import numpy as np

LINES = [
    "x = np.array([[2.0, 3.0]])",
    "W = np.array([[0.5, 1, 0], [2, -1, 0.25]])",
    "b = np.array([[1.0, 0, -1]])",
    "x @ W",
    "x @ W + b",
    "W.T",
    "2 * W - 1",
    "W[1, 2]",
    "W[[1, 0]]",
    "np.exp(x)",
    "np.log(x)",
    "W.sum()",
    "W.sum(axis=1, keepdims=True)",
    "W.mean(axis=0, keepdims=True)",
    "W.max()",
    "W.argmax()",
    "np.zeros((1, 3))",
    "np.random.RandomState(0).randn(1, 3)",
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
    "lines": [{"line": line, "printed": printed(line, names)} for line in LINES],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(table, indent=2) + "\n")
