"""Softmax regression at its optimum, by scikit-learn.

Reads examples/data/merlin-de/merlin_de.csv and the penguins, and writes
softmax_regression.json beside this file. newton-cg with tol 1e-8: lbfgs stops
before its tolerance.

    /usr/bin/python3 tests/golden/softmax_regression.py
"""

import csv
import json
import pathlib
import sys

import numpy
import sklearn
from sklearn.linear_model import LogisticRegression

here = pathlib.Path(__file__).parent
data = here.parent.parent / "examples" / "data"


def read(path, features, label, bands):
    with open(data / path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    x = numpy.array([[float(row[name]) for name in features] for row in rows])
    y = numpy.array([bands[row[label]] for row in rows])
    return x, y


def fit(x, y, C):
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    model = LogisticRegression(C=C, solver="newton-cg", tol=1e-8,
                               max_iter=10_000, multi_class="multinomial")
    model.fit(x, y)
    return {
        "C": C,
        "W": model.coef_.T.tolist(),
        "probabilities": model.predict_proba(x[:20]).tolist(),
    }


merlin = read("merlin-de/merlin_de.csv", ["words", "errors"], "score",
              {"1": 0, "2": 0, "3": 1, "4": 2, "5": 2})
penguins = read("penguins/penguins.csv",
                ["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
                 "body_mass_g"], "species", {"0": 0, "1": 1, "2": 2})
result = {
    "python": sys.version.split()[0],
    "numpy": numpy.__version__,
    "scikit-learn": sklearn.__version__,
    "merlin": [fit(*merlin, C) for C in (1, 100)],
    "penguins": [fit(*penguins, C) for C in (1, 100)],
}
with open(here / "softmax_regression.json", "w", encoding="utf-8") as file:
    json.dump(result, file, indent=1)
    file.write("\n")
