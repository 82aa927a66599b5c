"""Makes agreement.json: how well two lists of bands agree, by scikit-learn.

Run with `/usr/bin/python3 tests/golden/agreement.py` (Debian: python3-sklearn).
All bands count, also those that do not occur. What scikit-learn has no function
for is written out as RSMTool's code computes it (rsmtool/utils/metrics.py): the
standardised mean difference by the raters' deviation with N - 1, the share of
scores that differ by one at most. What is not defined is null.
"""

import json
import math
import pathlib
import sys
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


result = {
    "python": sys.version.split()[0],
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "scikit-learn": sklearn.__version__,
    "cases": cases(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
