"""The ordinal model (cumulative logit) at its optimum, by SciPy.

Reads examples/data/merlin-de/merlin_de.csv and the penguins (whose species are
taken in the order of their numbers), and writes ordinal_regression.json beside
this file. The objective is written in other parameters than the kit's, as
statsmodels' OrderedModel has them (the first threshold, then logarithms of the
gaps), and from differences of sigmoids in 80-bit numbers; BFGS, then a root of
the derivatives. The largest derivative that is left stands in the file.

    /usr/bin/python3 tests/golden/ordinal_regression.py
"""

import csv
import json
import pathlib
import sys

import numpy as np
import scipy
from scipy.optimize import minimize, root

here = pathlib.Path(__file__).parent
data = here.parent.parent / "examples" / "data"


def read(path, features, label, bands):
    with open(data / path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    x = np.array([[float(row[name]) for name in features] for row in rows])
    y = np.array([bands[row[label]] for row in rows])
    return (x - x.mean(axis=0)) / x.std(axis=0), y


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def limits(score, thresholds):
    """The cumulative scores below and above each band, [N, K] each."""
    inner = thresholds[None, :] - score[:, None]
    low = np.full((len(score), 1), -np.inf)
    return np.hstack([low, inner]), np.hstack([inner, -low])


def probabilities(score, thresholds):
    with np.errstate(over="ignore"):
        lo, up = limits(score.astype(np.longdouble),
                        thresholds.astype(np.longdouble))
        return np.where(lo > 0, sigmoid(-lo) - sigmoid(-up),
                        sigmoid(up) - sigmoid(lo))


def thresholds_of(free):
    return np.cumsum(np.concatenate([free[:1], np.exp(free[1:])]))


def digits(bands):
    return "".join(map(str, bands))


def fit(x, y, C):
    columns, classes = x.shape[1], y.max() + 1
    rows = np.arange(len(y))

    def objective(at):
        beta, free = at[:columns], at[columns:]
        p = probabilities(x @ beta, thresholds_of(free))[rows, y]
        return float(-np.log(p).sum() + beta @ beta / (2 * C))

    def slope(at):
        beta, free = at[:columns], at[columns:]
        thresholds, score = thresholds_of(free), x @ beta
        p = probabilities(score, thresholds)[rows, y]
        with np.errstate(over="ignore"):
            lo, up = limits(score, thresholds)
            at_lo = (sigmoid(lo) * sigmoid(-lo))[rows, y] / p
            at_up = (sigmoid(up) * sigmoid(-up))[rows, y] / p
        by_beta = x.T @ (at_up - at_lo) + beta / C
        by_threshold = np.array([
            at_lo[y == k + 1].sum() - at_up[y == k].sum()
            for k in range(classes - 1)])
        # A change of one gap moves all thresholds above it.
        moved = np.cumsum(by_threshold[::-1])[::-1]
        scale = np.concatenate([[1.0], np.exp(free[1:])])
        return np.concatenate([by_beta, moved * scale]).astype(float)

    start = np.zeros(columns + classes - 1)
    near = minimize(objective, start, jac=slope, method="BFGS",
                    options={"gtol": 1e-6, "maxiter": 10_000})
    found = root(slope, near.x, tol=1e-14).x
    beta, thresholds = found[:columns], thresholds_of(found[columns:])
    p = probabilities(x @ beta, thresholds)
    return {
        "C": C,
        "slope": float(np.abs(slope(found)).max()),
        "loss": float(-np.log(p[rows, y]).mean()),
        "weights": beta.tolist(),
        "thresholds": thresholds.tolist(),
        "probabilities": p[:20].astype(float).tolist(),
        # How many bands have, with those below, a probability below a half.
        "median": digits((np.cumsum(p, axis=1)[:, :-1] < 0.5).sum(axis=1)),
        "mostProbable": digits(p.argmax(axis=1)),
    }


def cumulative_logit():
    random = np.random.RandomState(7)
    cases = []
    for classes in [2, 3, 5]:
        score = np.concatenate([random.randn(6) * 3, [0, 30, -30, 700, -700]])
        thresholds = np.sort(random.randn(classes - 1) * 2)
        cases.append({
            "score": score.tolist(),
            "thresholds": thresholds.tolist(),
            "probabilities":
                probabilities(score, thresholds).astype(float).tolist(),
        })
    return cases


three = {"1": 0, "2": 0, "3": 1, "4": 2, "5": 2}
five = {str(i + 1): i for i in range(5)}
merlin = ["merlin-de/merlin_de.csv", ["words", "errors"], "score"]
penguins = ["penguins/penguins.csv",
            ["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
             "body_mass_g"], "species"]
result = {
    "python": sys.version.split()[0],
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "merlin3": [fit(*read(*merlin, three), C) for C in (1, 100)],
    "merlin5": [fit(*read(*merlin, five), C) for C in (1, 100)],
    "penguins": [fit(*read(*penguins, {str(i): i for i in range(3)}), C)
                 for C in (1, 100)],
    "cumulativeLogit": cumulative_logit(),
}
with open(here / "ordinal_regression.json", "w", encoding="utf-8") as file:
    json.dump(result, file, indent=1)
    file.write("\n")
