"""Makes gradient_methods.json: gradients of the lecture's loss to 30 digits.

Run with `python3 tests/golden/gradient_methods.py` where mpmath and SciPy 1.15
or later are installed. The loss is the cross entropy of softmax(xW), the
gradient its closed form xᵀ(softmax(xW) - t), in 60 digits. `x` and `W` are
doubles, taken exactly as they are. `rest` is what the double nearest to an
entry leaves out.

`scipy` is what scipy.differentiate.derivative makes of the same loss in
doubles, as a function of one weight, with its own defaults: `calls` is how often
it evaluates the loss for that weight.
"""

import json
import pathlib
import platform

import mpmath
import numpy as np
import scipy
from mpmath import mp, mpf
from scipy.differentiate import derivative
from scipy.special import logsumexp

# The lecture's weights as it prints them, the ones that np.random.seed(0) draws,
# and scores far apart.
POINTS = {
    "lecture": ([2.0, 3.0], 2, [[1.72265811, 0.68672941, 1.10772301], [0.60344169, 0.60322389, -0.3536039]]),
    "seed 0": (
        [2.0, 3.0],
        2,
        [
            [1.764052345967664, 0.4001572083672233, 0.9787379841057392],
            [2.240893199201458, 1.8675579901499675, -0.977277879876411],
        ],
    ),
    "confident": ([0.6, 0.9], 0, [[9.5, -3.25, 0.125], [7.75, 1.5, -2.0]]),
}


def closed_form(x, label, W):
    with mp.workdps(60):
        z = [sum(mpf(v) * mpf(row[k]) for v, row in zip(x, W)) for k in range(3)]
        total = sum(mp.exp(score) for score in z)
        errors = [mp.exp(score) / total - (1 if k == label else 0) for k, score in enumerate(z)]
        return [[mpf(v) * error for error in errors] for v in x]


def by_scipy(x, label, W, row, column):
    x, W = np.array(x), np.array(W)

    def loss(w):
        moved = np.broadcast_to(W, (*w.shape, 2, 3)).copy()
        moved[..., row, column] = w
        z = x @ moved
        return logsumexp(z, axis=-1) - z[..., label]

    found = derivative(loss, W[row, column])
    return {"derivative": float(found.df), "calls": int(found.nfev)}


def record(name, x, label, W):
    exact = closed_form(x, label, W)
    with mp.workdps(60):
        point = {
            "name": name,
            "x": x,
            "label": label,
            "W": W,
            "gradient": [[mpmath.nstr(v, 30, strip_zeros=False) for v in row] for row in exact],
            "rest": [[float(v - mpf(float(v))) for v in row] for row in exact],
        }
    if name == "lecture":
        point["scipy"] = [[by_scipy(x, label, W, i, j) for j in range(3)] for i in range(2)]
    return point


table = {
    "made_by": "tests/golden/gradient_methods.py",
    "mpmath": mpmath.__version__,
    "numpy": np.__version__,
    "python": platform.python_version(),
    "scipy": scipy.__version__,
    "points": [record(name, *point) for name, point in POINTS.items()],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(table, indent=2) + "\n")
