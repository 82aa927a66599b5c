"""A model that `score export --npz` wrote, in NumPy alone.

python3 npz_model.py MODEL.npz X.json

Prints as JSON the probabilities of each row, and its band.
"""

import json
import sys

import numpy as np

model = np.load(sys.argv[1])
h = np.array(json.load(open(sys.argv[2])))
activate = {
    "tanh": np.tanh,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "relu": lambda z: np.maximum(z, 0),
}

with np.errstate(divide="ignore"):
    h = (h - model["mean"]) * np.where(
        model["deviation"] == 0, 0, 1 / model["deviation"])
layer = 1
while f"W{layer}" in model:
    h = h @ model[f"W{layer}"] + model[f"b{layer}"]
    if layer <= len(model["activations"]):
        h = activate[model["activations"][layer - 1]](h)
    layer += 1
if "thresholds" in model:
    at_most = 1 / (1 + np.exp(h - model["thresholds"]))
    p = np.diff(at_most, axis=1, prepend=0, append=1)
else:
    p = np.exp(h - h.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
if model["decision"][0] == "median":
    chosen = (p.cumsum(axis=1)[:, :-1] < 0.5).sum(axis=1)
else:
    chosen = p.argmax(axis=1)
json.dump({
    "features": model["features"].tolist(),
    "label": model["label"].tolist(),
    "bands": model["bands"][chosen].tolist(),
    "probabilities": p.tolist(),
}, sys.stdout)
