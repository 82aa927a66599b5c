"""Makes derivatives.json: derivatives to 30 digits, to be met by lib/gradient/_derivative.ts.

Run with `python3 tests/golden/derivatives.py` where mpmath is installed. The
same functions stand in derivatives.ts, under the same names. `x` and every
constant are doubles, taken exactly as they are; the derivative is that of the
function itself, not of what doubles make of it.

Each derivative is computed twice, with 800 and with 900 digits (1 + 1e-300 needs
some), which must agree to 35. It is written as a string of 30; `rest` is what the
double nearest to it leaves out.

`bound` says what a bound of the error has to be: "finite" where steps of 1e-8
and more can see the function, "infinite" where there is no derivative (then
`reason` is the reason to give, if only one is right), "any" where an honest
bound may be either.
"""

import json
import pathlib
import platform

import mpmath
from mpmath import mp, mpf

# The lecture's network: one sample x = (2, 3) with the label 2, and its weights.
SAMPLE = (2.0, 3.0)
WEIGHTS = (
    (1.72265811, 0.68672941, 1.10772301),
    (0.60344169, 0.60322389, -0.3536039),
)


def scores(row, column, w):
    moved = [[mpf(value) for value in line] for line in WEIGHTS]
    moved[row][column] = w
    return [sum(mpf(s) * line[j] for s, line in zip(SAMPLE, moved)) for j in range(3)]


def cross_entropy(z, label):
    return mp.log(sum(mp.exp(score) for score in z)) - z[label]


def softmax_loss(row, column):
    return lambda w: cross_entropy(scores(row, column, w), 2)


def tanh_net(w):
    hidden = [mp.tanh(w * mpf(1.5) - mpf(0.5)), mp.tanh(mpf(0.25) - w / 2)]
    z = [2 * hidden[0] - hidden[1], hidden[1] - hidden[0], 3 * hidden[1]]
    return cross_entropy(z, 1)


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def softplus(x):
    return mp.log(1 + mp.exp(x))


def relu(x):
    return x if x > 0 else mpf(0)


def cbrt(x):
    return mp.sign(x) * mp.cbrt(abs(x))


# name: (function, where a finite bound is due, where either will do)
SMOOTH = {
    "x": (lambda x: x, [0, 1e-300, -1e300, 1e300, 0.1], []),
    "x^2": (lambda x: x**2, [0, 1, -3, 1e-9, 1e150], [1e-300]),
    "x^3": (lambda x: x**3, [0, 2, -1e5], [1e-9]),
    "1 + x - 5x^4 + x^9": (lambda x: 1 + x - 5 * x**4 + x**9, [0, 0.7, -1.2, 25], []),
    "x^20": (lambda x: x**20, [1.1, -0.5], [1e-3]),
    "exp(x)": (mp.exp, [0, 1, -10, 700, 1e-300], [-700]),
    "exp(100 x)": (lambda x: mp.exp(100 * x), [0, 1, -0.05], [-1]),
    "exp(-x^2)": (lambda x: mp.exp(-(x**2)), [0, 0.5, 3], [20]),
    "log(x)": (mp.log, [1e-300, 1e-12, 1e-6, 1e-3, 0.05, 1, 1e6, 1e300], []),
    "log(-x)": (lambda x: mp.log(-x), [-1e-9, -2], []),
    "x log(x)": (lambda x: x * mp.log(x), [1e-8, 0.5, 7], [1e-300]),
    "sqrt(x)": (mp.sqrt, [1e-12, 1e-3, 1, 1e12], [1e-300]),
    "sqrt(x - 1)": (lambda x: mp.sqrt(x - 1), [1 + 2**-20, 1.5], [1 + 2**-40]),
    "cbrt(x)": (cbrt, [1e-6, -1, 8], []),
    "x^(4/3)": (lambda x: abs(x) * cbrt(abs(x)), [1e-3, 1], [0, -1e-6]),
    "1/x": (lambda x: 1 / x, [1e-100, 1e-10, -1e-10, 1e-3, 1, -40], []),
    "acos(x)": (mp.acos, [0, 0.5, 0.999999], []),
    "sin(x)": (mp.sin, [0, 1, -3, 1e3, 1e6], [1e15]),
    "cos(x)": (mp.cos, [0, 1, -1e3], [1e-9]),
    "cos(50 x)": (lambda x: mp.cos(50 * x), [0.1, -2], [0]),
    "sin(1e3 x)": (lambda x: mp.sin(1000 * x), [0, 0.3, -2], []),
    "sin(1e6 x)": (lambda x: mp.sin(mpf(1e6) * x), [0, 1e-7, 0.3, -2], []),
    "sin(1e8 x)": (lambda x: mp.sin(mpf(1e8) * x), [], [0, 0.3]),
    "sin(1e12 x)": (lambda x: mp.sin(mpf(1e12) * x), [], [0, 0.3, 1]),
    "sin(x^2)": (lambda x: mp.sin(x**2), [1, 30], [1e4]),
    "sin(1/x)": (lambda x: mp.sin(1 / x), [1, 0.01, 1e-3], [1e-4]),
    "x + 1e-8 sin(1e8 x)": (lambda x: x + mpf(1e-8) * mp.sin(mpf(1e8) * x), [], [0, 0.3]),
    "exp(-x) sin(20 x)": (lambda x: mp.exp(-x) * mp.sin(20 * x), [0, 1, 3], []),
    "1e-8 sin(x)": (lambda x: mpf(1e-8) * mp.sin(x), [1, 1e3], []),
    "1e-20 sin(x)": (lambda x: mpf(1e-20) * mp.sin(x), [], [1]),
    "1e8 sin(x)": (lambda x: mpf(1e8) * mp.sin(x), [1, -100], []),
    "sin(1e-8 x)": (lambda x: mp.sin(mpf(1e-8) * x), [1, 1e8], []),
    "1e8 + sin(x)": (lambda x: mpf(1e8) + mp.sin(x), [0, 1], []),
    "(1e8 + sin(x)) - 1e8": (mp.sin, [], [0, 1]),
    # Large numbers inside: in doubles these are staircases, and a small step sees one stair.
    "sin(1e6 (1e7 + x))": (lambda x: mp.sin(mpf(1e6) * (mpf(1e7) + x)), [], [0, 0.3, -0.4, 2]),
    "sin(1e5 (1e7 + x))": (lambda x: mp.sin(mpf(1e5) * (mpf(1e7) + x)), [], [0, 0.1, 1, 2]),
    "x + cos(1e7 + x)": (lambda x: x + mp.cos(mpf(1e7) + x), [], [-1.25, 0, 1]),
    "x + cos(3e7 + x)": (lambda x: x + mp.cos(mpf(3e7) + x), [], [-0.25, 0, 1]),
    "log(exp(-x^2))": (lambda x: -(x**2), [1, -3], [0]),
    "1 + 1e-12 x": (lambda x: 1 + mpf(1e-12) * x, [0], [1]),
    "5": (lambda x: mpf(5), [0, 1e6], []),
    "0": (lambda x: mpf(0), [0, -1], []),
    "1e300": (lambda x: mpf(1e300), [1], []),
    "sin(x) + noise of 1e-10": (mp.sin, [], [0, 1, -20]),
    "sigmoid(x)": (sigmoid, [0, 5, -30], [-690, -800, 40, 800]),
    "sigmoid(1e3 x)": (lambda x: sigmoid(1000 * x), [0, 1e-3, 0.02], [-1]),
    "tanh(x)": (mp.tanh, [0, 0.5, -5], [18]),
    "tanh(1e4 x)": (lambda x: mp.tanh(mpf(1e4) * x), [0, 1e-5, 1e-3], [1]),
    "tanh(1e6 (x - 1e-7))": (
        lambda x: mp.tanh(mpf(1e6) * (x - mpf(1e-7))),
        [0, 1e-7, 2e-7, -1e-6, 1e-5],
        [1e-3, -1],
    ),
    "softplus(x)": (softplus, [0, 3, -3], [-40]),
    "softplus(1e6 x) / 1e6": (
        lambda x: softplus(mpf(1e6) * x) / mpf(1e6),
        [0, 1e-7, 1e-4, -1e-4],
        [0.5],
    ),
    "1 / (x - 0.55)": (lambda x: 1 / (x - mpf(0.55)), [0.5, 0.55 + 1e-6], []),
    "NaN in (0.51, 0.52), else sin(x)": (mp.sin, [0.5, 0.525, 0.50999], []),
    "Infinity above 0.6, else sin(x)": (mp.sin, [0.59, 0.2], [0.6 - 2**-30]),
    "confident softmax loss": (
        lambda w: cross_entropy([2 * w, mpf(0), mpf(1)], 0),
        [3, 5, 8, 10],
        [25],
    ),
    "tanh net": (tanh_net, [0, 0.4, -2, 10], [40]),
}
for i in range(2):
    for j in range(3):
        w = WEIGHTS[i][j]
        # The lecture's weight, and the same with a saturated softmax.
        SMOOTH[f"softmax loss, weight {i}{j}"] = (
            softmax_loss(i, j),
            [w, w + 2, w - 2],
            [w + 30, w - 300],
        )

# name: (function where it has a derivative, finite, either, infinite, the reason)
BROKEN = {
    "|x|": (abs, [1e-300, 1e-9, -1e-9, 1, -1e300], [], [0], "kink"),
    "|x| + 1": (lambda x: abs(x) + 1, [1e-6, -1], [1e-9], [0], "kink"),
    "relu(x)": (relu, [1e-9, -1e-9, 0.01, -0.01, 1], [], [0], "kink"),
    "max(x, 0.5)": (
        lambda x: max(x, mpf(0.5)),
        [2, 0.499, 0.501, 0],
        [0.5 + 1e-9, 0.5 - 1e-9],
        [0.5],
        "kink",
    ),
    "leaky relu(x)": (lambda x: x if x > 0 else x / 8, [1e-9, -3], [], [0], "kink"),
    "|sin(x)|": (lambda x: abs(mp.sin(x)), [1, 3.14], [3.141592653589793], [0], "kink"),
    "sum of relus": (
        lambda x: sum(relu(x - mpf(k) / 64) for k in range(-32, 33)) / 64,
        [0.01, 0.2501, 1e-5],
        [],
        [0.25],
        "kink",
    ),
    "relu(x)^2": (lambda x: relu(x) ** 2, [1e-6, 1], [0], [], None),
    "sqrt(|x|)": (lambda x: mp.sqrt(abs(x)), [1e-6], [], [0], None),
    "sign(x)": (mp.sign, [1e-9, 1], [], [0], "unresolved"),
    "floor(x)": (mp.floor, [0.5, -7.25, 1 - 2**-20], [], [1, 0], "unresolved"),
    "floor(1e9 x)": (lambda x: mp.floor(mpf(1e9) * x), [], [0.3], [], None),
    "cliff at 0.3": (
        lambda x: mpf(1 if x < mpf(0.3) else 2),
        [0, 0.299999],
        [],
        [0.3],
        "unresolved",
    ),
    "steep above 1e-3, else flat": (
        lambda x: 2 + mpf(1e6) * relu(x - mpf(1e-3)),
        [0, 1e-3 - 1e-6, 5e-4, 0.5],
        [],
        [1e-3],
        "kink",
    ),
    "sqrt(x)": (mp.sqrt, [], [], [0], "domain"),
    "sqrt(x - 1)": (lambda x: mp.sqrt(x - 1), [], [], [1, 0.5], "domain"),
    "log(x)": (mp.log, [], [], [0, -1], "domain"),
    "x log(x)": (lambda x: x * mp.log(x), [], [], [0], "domain"),
    "acos(x)": (mp.acos, [], [], [1, -1], "domain"),
    "1/x": (lambda x: 1 / x, [], [], [0], "domain"),
    "x^2": (lambda x: x**2, [], [], [1e300], "domain"),
    "0 at 0, else NaN": (None, [], [], [0, 1], "domain"),
    "sin(1e15 x)": (lambda x: mp.sin(mpf(1e15) * x), [], [0.3], [], None),
}


def derivative(f, x, digits):
    """f'(x) by a central difference whose step, relative to x, is below any scale in f."""
    with mp.workdps(digits):
        value = mp.diff(f, mpf(x), relative=x != 0)
        # At 0 the step is absolute, and what it leaves of x^3 is no derivative. Elsewhere 1e-400 is
        # far below any double.
        nothing = mpf(10) ** (-50 if x == 0 else -400)
        return mpf(0) if abs(value) < nothing else value


def record(name, f, x, bound, reason=None):
    case = {"f": name, "x": x, "bound": bound}
    if bound == "infinite":
        return case | ({"reason": reason} if reason else {})
    value, again = derivative(f, x, 800), derivative(f, x, 900)
    with mp.workdps(100):
        assert abs(value - again) <= abs(again) * mpf(10) ** -35, (name, x, value, again)
        digits = mpmath.nstr(again, 30, strip_zeros=True)
        return case | {"derivative": digits, "rest": float(again - mpf(float(again)))}


def cases():
    for name, (f, finite, either) in SMOOTH.items():
        for x in finite:
            yield record(name, f, x, "finite")
        for x in either:
            yield record(name, f, x, "any")
    for name, (f, finite, either, infinite, reason) in BROKEN.items():
        for x in finite:
            yield record(name, f, x, "finite")
        for x in either:
            yield record(name, f, x, "any")
        for x in infinite:
            yield record(name, f, x, "infinite", reason)


table = {
    "made_by": "tests/golden/derivatives.py",
    "mpmath": mpmath.__version__,
    "python": platform.python_version(),
    "cases": list(cases()),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(table, indent=2) + "\n")
