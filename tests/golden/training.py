"""Makes training.json: a network trained in NumPy, to be met by lib/learning/training.ts.

Run with `python3 tests/golden/training.py` where NumPy 1.24 is installed. The
gradient is the textbook's backpropagation written out by hand, and all chance
comes from numpy.random.RandomState, in the order in which the library draws.
Lists of numbers are written one after the other, row by row.
"""

import json
import math
import pathlib

import numpy as np

# name: (function, its slope by what it gives)
ACTIVATIONS = {
    "tanh": (np.tanh, lambda y: 1 - y**2),
    "sigmoid": (lambda h: 1 / (1 + np.exp(-h)), lambda y: y * (1 - y)),
    "relu": (lambda h: np.maximum(h, 0), lambda y: (y > 0) * 1.0),
}


def forward(layers, activations, x):
    """What goes into each layer, and the scores at the end."""
    inputs = []
    for i, (W, b) in enumerate(layers):
        inputs.append(x)
        x = x @ W + b
        if i < len(activations):
            x = ACTIVATIONS[activations[i]][0](x)
    return inputs, x


def loss_and_gradient(layers, activations, x, t):
    inputs, z = forward(layers, activations, x)
    z = z - z.max(axis=1, keepdims=True)
    log_y = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -(t * log_y).sum() / len(x)
    upstream = (np.exp(log_y) - t) / len(x)
    gradient = []
    for i in reversed(range(len(layers))):
        W, _ = layers[i]
        gradient.append([inputs[i].T @ upstream, upstream.sum(axis=0)])
        upstream = upstream @ W.T
        if i > 0:
            upstream = upstream * ACTIVATIONS[activations[i - 1]][1](inputs[i])
    return loss, gradient[::-1]


class Adam:
    def __init__(self, learning_rate, weight_decay):
        self.rate, self.decay = learning_rate, weight_decay
        self.steps, self.m, self.v = 0, 0, 0

    def step(self, w, g):
        self.steps += 1
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.999 * self.v + 0.001 * g**2
        m = self.m / (1 - 0.9**self.steps)
        v = self.v / (1 - 0.999**self.steps)
        return w - self.rate * self.decay * w - self.rate * m / (np.sqrt(v) + 1e-8)


class Momentum:
    def __init__(self, learning_rate, weight_decay):
        self.rate, self.decay, self.speed = learning_rate, weight_decay, 0

    def step(self, w, g):
        self.speed = 0.9 * self.speed - self.rate * g
        return w - self.rate * self.decay * w + self.speed


class GradientDescent:
    def __init__(self, learning_rate, weight_decay):
        self.rate, self.decay = learning_rate, weight_decay

    def step(self, w, g):
        return w - self.rate * (g + self.decay * w)


OPTIMIZERS = {"adam": Adam, "momentum": Momentum, "gradientDescent": GradientDescent}


def text(values):
    return " ".join(repr(float(x)) for x in np.ravel(values))


def shuffle(indices, random):
    for i in range(len(indices) - 1, 0, -1):
        j = math.floor(random.random_sample() * (i + 1))
        indices[i], indices[j] = indices[j], indices[i]


def train(case):
    random = np.random.RandomState(case["seed"])
    n, activations = case["rows"], case["activations"].split()
    sizes = [int(size) for size in case["sizes"].split()]
    x = random.randn(n, sizes[0])
    labels = [math.floor(random.random_sample() * sizes[-1]) for _ in range(n)]
    t = np.eye(sizes[-1])[labels]
    layers = []
    for i, (inputs, outputs) in enumerate(zip(sizes, sizes[1:])):
        he = i < len(activations) and activations[i] == "relu"
        scale = math.sqrt((2 if he else 1) / inputs)
        layers.append([random.randn(inputs, outputs) * scale, np.zeros(outputs)])
    make = OPTIMIZERS[case["optimizer"]]
    optimizers = [
        [make(case["learningRate"], case["weightDecay"]) for _ in layer]
        for layer in layers
    ]
    indices, losses = list(range(n)), []
    for _ in range(case["epochs"]):
        shuffle(indices, random)
        total = 0
        for first in range(0, n, case["batchSize"]):
            batch = indices[first : first + case["batchSize"]]
            loss, gradient = loss_and_gradient(layers, activations, x[batch], t[batch])
            total += loss * len(batch)
            layers = [
                [o.step(w, g) for o, w, g in zip(*three)]
                for three in zip(optimizers, layers, gradient)
            ]
        losses.append(total / n)
    final, _ = loss_and_gradient(layers, activations, x, t)
    return {
        **case,
        "losses": text(losses),
        "finalLoss": text([final]),
        "W1": text(layers[0][0]),
        "b1": text(layers[0][1]),
    }


def case(seed, rows, sizes, activations, optimizer, rate, decay, batch, epochs):
    return {
        "seed": seed,
        "rows": rows,
        "sizes": " ".join(map(str, sizes)),
        "activations": " ".join(activations),
        "optimizer": optimizer,
        "learningRate": rate,
        "weightDecay": decay,
        "batchSize": batch,
        "epochs": epochs,
    }


CASES = [
    case(0, 20, [2, 3], [], "gradientDescent", 0.5, 0, 20, 5),
    case(1, 23, [2, 5, 3], ["sigmoid"], "gradientDescent", 0.3, 0.01, 8, 6),
    case(2, 23, [4, 6, 3], ["tanh"], "momentum", 0.1, 0, 7, 6),
    case(3, 17, [3, 6, 5, 2], ["relu", "tanh"], "momentum", 0.05, 0.1, 4, 6),
    case(4, 30, [2, 16, 3], ["tanh"], "adam", 0.01, 0, 10, 10),
    case(5, 31, [3, 8, 4, 4], ["tanh", "sigmoid"], "adam", 0.02, 0.05, 6, 8),
    case(6, 9, [1, 4, 2], ["relu"], "adam", 0.1, 0, 100, 12),
]

made = {
    "made_by": "tests/golden/training.py",
    "numpy": np.__version__,
    "runs": [train(one) for one in CASES],
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(made, indent=2) + "\n")
