"""Makes agreement.json: how well two lists of bands agree, by scikit-learn.

Run with `/usr/bin/python3 tests/golden/agreement.py` (Debian: python3-sklearn).
All bands count, also those that do not occur. What scikit-learn has no function
for is written out as RSMTool's code computes it (rsmtool/utils/metrics.py): the
standardised mean difference by the raters' deviation with N - 1, the share of
scores that differ by one at most, the difference of standardised means (DSM)
of a group, and degradation, (human-machine) - (human-human). Intervals are SciPy's BCa bootstrap. What is
not defined is null.
"""

import json
import math
import pathlib
import sys
import warnings

import numpy as np
import scipy
import sklearn
from scipy.stats import bootstrap, norm, pearsonr
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    accuracy_score,
    cohen_kappa_score,
    confusion_matrix,
    precision_recall_fscore_support,
)

warnings.simplefilter("ignore")


def known(value):
    value = float(value)
    return value if math.isfinite(value) else None


def case(given, predicted, classes):
    labels = list(range(classes))
    kappa = cohen_kappa_score(given, predicted, labels=labels)
    quadratic = cohen_kappa_score(
        given, predicted, labels=labels, weights="quadratic")
    precision, recall, f1, support = precision_recall_fscore_support(
        given, predicted, labels=labels, zero_division=0)
    called = np.bincount(predicted, minlength=classes)
    difference = np.mean(predicted) - np.mean(given)
    return {
        "counts": confusion_matrix(given, predicted, labels=labels).tolist(),
        "accuracy": accuracy_score(given, predicted),
        "adjacent": float(np.mean(np.abs(given - predicted) <= 1)),
        "kappa": known(quadratic),
        "unweightedKappa": known(kappa),
        "correlation": known(pearsonr(given, predicted)[0]),
        "standardisedMeanDifference": known(difference / np.std(given, ddof=1)),
        # scikit-learn says 0 for what cannot be known; here that is null.
        "precision": [known(x) if n else None for x, n in zip(precision, called)],
        "recall": [known(x) if n else None for x, n in zip(recall, support)],
        "f1": [known(x) if n else None for x, n in zip(f1, called + support)],
    }


def cases():
    random = np.random.RandomState(1)
    made = []
    for classes in [2, 3, 5, 12]:
        for n in [2, 7, 40, 1000]:
            for skill in [0, 0.7]:
                given = random.randint(classes, size=n)
                guessed = random.randint(classes, size=n)
                right = random.random_sample(n) < skill
                made.append(case(given, np.where(right, given, guessed), classes))
    # A band that is not given, one that is not predicted, and neither.
    few = np.array([0, 1, 3, 4, 1, 0, 4, 3, 3])
    made.append(case(few, np.array([0, 1, 2, 4, 1, 1, 3, 3, 2]), 5))
    made.append(case(few, np.array([0, 1, 1, 4, 1, 1, 4, 1, 4]), 5))
    made.append(case(few, few, 5))
    made.append(case(few, 4 - few, 6))
    return made


def quadratic(given, predicted, axis=-1):
    """Quadratic kappa of many resamples at once, along the last axis."""
    g, p = given.mean(-1), predicted.mean(-1)
    apart = given.var(-1) + predicted.var(-1) + (g - p) ** 2
    return 1 - ((given - predicted) ** 2).mean(-1) / apart


def agreeing(given, predicted, axis=-1):
    return (given == predicted).mean(-1)


def intervals():
    """Forty skewed essays, where BCa and percentiles differ."""
    random = np.random.RandomState(3)
    given = random.randint(4, size=40)
    off = random.choice([-1, 0, 1], size=40, p=[0.1, 0.85, 0.05])
    predicted = np.clip(given + off, 0, 3)
    found = {"given": given.tolist(), "predicted": predicted.tolist()}
    for name, statistic in [("kappa", quadratic), ("accuracy", agreeing)]:
        for method in ["BCa", "percentile"]:
            ends = bootstrap(
                (given, predicted), statistic, paired=True, vectorized=True,
                n_resamples=100000, batch=1000, method=method,
                random_state=np.random.RandomState(4)).confidence_interval
            found[f"{name} {method}"] = [float(ends.low), float(ends.high)]
    return found


def compared():
    """Two raters and a machine, in two groups; -1: no second rating."""
    random = np.random.RandomState(5)
    given = random.randint(4, size=60)
    near = lambda spread: np.clip(
        given + random.choice([-1, 0, 1], size=60, p=spread), 0, 3)
    predicted, second = near([0.1, 0.6, 0.3]), near([0.1, 0.8, 0.1])
    second[random.random_sample(60) < 0.3] = -1
    group = random.randint(2, size=60)
    both = second >= 0
    people = case(given[both], second[both], 4)
    machine = case(given[both], predicted[both], 4)
    names = [name for name, value in people.items() if isinstance(value, float)]

    def z(bands):
        return (bands - np.mean(bands)) / np.std(bands, ddof=1)

    return {
        "given": given.tolist(),
        "predicted": predicted.tolist(),
        "second": second.tolist(),
        "group": group.tolist(),
        "people": {name: people[name] for name in names},
        "degradation": {name: machine[name] - people[name] for name in names},
        "dsm": [
            float(np.mean(z(predicted)[group == g]) - np.mean(z(given)[group == g]))
            for g in range(2)
        ],
    }


def calibration():
    random = np.random.RandomState(6)
    said = np.concatenate([random.uniform(0.3, 1, size=80), [0.4, 0.7, 1]])
    right = random.random_sample(said.size) < said - 0.1
    share, mean = calibration_curve(right, said, n_bins=10)
    return {
        "said": said.tolist(),
        "right": right.astype(int).tolist(),
        "bins": list(zip(mean.tolist(), share.tolist())),
    }


points = [-7.5, -3.2, -1.96, -0.5, 0, 1e-3, 0.7, 2.5, 5.1]
shares = [1e-10, 0.0005, 0.025, 0.3, 0.5, 0.84, 0.975, 1 - 1e-6]
result = {
    "python": sys.version.split()[0],
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "scikit-learn": sklearn.__version__,
    "cases": cases(),
    "normal": {
        "shares": [[x, float(norm.cdf(x))] for x in points],
        "quantiles": [[p, float(norm.ppf(p))] for p in shares],
    },
    "intervals": intervals(),
    "compared": compared(),
    "calibration": calibration(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
