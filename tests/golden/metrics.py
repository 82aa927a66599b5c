"""Makes metrics.json: what scikit-learn, SciPy and NumPy compute, to be met by lib/.

Run with `python3 tests/golden/metrics.py` where they are installed (Debian:
python3-sklearn). Lists of numbers are written as Python's `repr` writes them,
one after the other, row by row; what is not defined (0 / 0) is NaN.
"""

import json
import pathlib
import warnings

import numpy as np
import scipy
import sklearn
from scipy.stats import pearsonr
from sklearn.metrics import (
    accuracy_score,
    cohen_kappa_score,
    confusion_matrix,
    precision_recall_fscore_support,
)
from sklearn.preprocessing import StandardScaler

warnings.simplefilter("ignore")


def text(values):
    """Numbers as JavaScript's `Number` reads them."""
    numbers = np.asarray(values, dtype=np.float64).ravel()
    words = (repr(float(x)).removesuffix(".0") for x in numbers)
    return " ".join(words).replace("nan", "NaN")


def predictions(random, classes, n, skill):
    """Labels, and predictions that are right with the probability `skill`."""
    actual = random.randint(classes, size=n)
    guessed = random.randint(classes, size=n)
    return actual, np.where(random.random_sample(n) < skill, actual, guessed)


def metrics(actual, predicted, classes):
    labels = list(range(classes))
    precision, recall, f1, support = precision_recall_fscore_support(
        actual, predicted, labels=labels, zero_division=0
    )
    called = np.bincount(predicted, minlength=classes)
    kappa = cohen_kappa_score(actual, predicted, labels=labels, weights="quadratic")
    return {
        "classes": classes,
        "actual": text(actual),
        "predicted": text(predicted),
        "confusion": text(confusion_matrix(actual, predicted, labels=labels)),
        "accuracy": text(accuracy_score(actual, predicted)),
        "kappa": text(kappa),
        # scikit-learn says 0 for what cannot be known; here that is NaN.
        "precision": text(np.where(called > 0, precision, np.nan)),
        "recall": text(np.where(support > 0, recall, np.nan)),
        "f1": text(np.where(called + support > 0, f1, np.nan)),
        "samples": text(support),
    }


def metric_cases():
    random = np.random.RandomState(1)
    cases = []
    for classes in [2, 3, 5, 10]:
        for n in [1, 2, 7, 40, 300]:
            for skill in [0, 0.7, 1]:
                cases.append(metrics(*predictions(random, classes, n, skill), classes))
    some = np.array([0, 0, 1, 1, 2])
    cases.append(metrics(some, np.zeros(5, int), 3))  # always the same answer
    cases.append(metrics(some, some[::-1], 3))
    cases.append(metrics(np.zeros(4, int), np.zeros(4, int), 3))  # one class only
    cases.append(metrics(np.zeros(4, int), np.ones(4, int), 2))
    return cases


def correlation_cases():
    random = np.random.RandomState(2)
    cases = []
    for n in [2, 3, 10, 100]:
        for mixture in [0, 0.3, 1, -0.9]:
            x = random.randn(n)
            y = mixture * x + (1 - abs(mixture)) * random.randn(n)
            if abs(mixture) == 1:
                y = y * 3 + 100
            cases.append({"x": text(x), "y": text(y), "r": text(pearsonr(x, y)[0])})
    return cases


def scaler_cases():
    random = np.random.RandomState(3)
    cases = []
    for rows, columns in [(1, 1), (2, 2), (10, 3), (200, 4)]:
        x = random.randn(rows, columns) * 10.0 ** np.arange(columns) + 5
        new = random.randn(3, columns)
        scaler = StandardScaler().fit(x)
        cases.append(
            {
                "shape": [rows, columns],
                "x": text(x),
                "new": text(new),
                "mean": text(scaler.mean_),
                "deviation": text(np.sqrt(scaler.var_)),
                # A column that does not vary is scaled by 1 there and is 0 here.
                "scaled": text(np.where(scaler.var_ == 0, 0, scaler.transform(new))),
            }
        )
    return cases


made = {
    "made_by": "tests/golden/metrics.py",
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "scikit-learn": sklearn.__version__,
    "metrics": metric_cases(),
    "correlations": correlation_cases(),
    "scalers": scaler_cases(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(made, indent=2) + "\n")
