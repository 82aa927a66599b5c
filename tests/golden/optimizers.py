"""Makes optimizers.json: where optimizers lead, to be met by lib/learning.

Run with `python3 tests/golden/optimizers.py` where NumPy 1.24 is installed. Each
method is written from its definition: Nesterov's as he has it, with the slope
taken at the place where the speed leads, not in the form of the library, which
keeps the parameters at that place. The weight decay is decoupled.
"""

import json
import pathlib

import numpy as np

BOWL = np.array([1 / 20, 1.0])  # x²/20 + y²
START = np.array([-7.0, 2.0])


def slope(p):
    return 2 * BOWL * p


def ada_grad(rate, epsilon=1e-7):
    def step(p, slope, memory):
        g = slope(p)
        memory["h"] = memory.get("h", 0) + np.square(g)
        return p - rate * g / (np.sqrt(memory["h"]) + epsilon)

    return step


def rms_prop(rate, beta=0.99, epsilon=1e-7):
    def step(p, slope, memory):
        g = slope(p)
        memory["h"] = beta * memory.get("h", 0) + (1 - beta) * np.square(g)
        return p - rate * g / (np.sqrt(memory["h"]) + epsilon)

    return step


def with_decay(make, rate, decay, steps, **options):
    """The slope is that of the place before the decay, as the library has it."""
    p, memory, places = START.copy(), {}, []
    step = make(rate, **options)
    for _ in range(steps):
        g = slope(p)
        p = step(p * (1 - rate * decay), lambda _: g, memory)
        places.append(p)
    return places


def nesterov(rate, momentum, steps):
    """Nesterov's own form: the places where slopes are taken after each step."""
    p, v, places = START.copy(), np.zeros(2), []
    for _ in range(steps):
        v = momentum * v - rate * slope(p + momentum * v)
        p = p + v
        places.append(p + momentum * v)
    return places


def nesterov_decayed(rate, momentum, decay, steps):
    p, v, places = START.copy(), np.zeros(2), []
    for _ in range(steps):
        g = slope(p)
        previous, v = v, momentum * v - rate * g
        # (1 + m) times the new speed without m times the old one.
        p = p * (1 - rate * decay) + (1 + momentum) * v - momentum * previous
        places.append(p)
    return places


def text(places):
    return " ".join(repr(float(x)) for x in np.ravel(places))


def run(optimizer, options, places):
    return {"optimizer": optimizer, "options": options, "places": text(places)}


RUNS = [
    run("adaGrad", {"learningRate": 1.5}, with_decay(ada_grad, 1.5, 0, 30)),
    run(
        "adaGrad",
        {"learningRate": 0.5, "weightDecay": 0.2, "epsilon": 0.25},
        with_decay(ada_grad, 0.5, 0.2, 30, epsilon=0.25),
    ),
    run("rmsProp", {"learningRate": 0.1}, with_decay(rms_prop, 0.1, 0, 30)),
    run(
        "rmsProp",
        {"learningRate": 0.2, "beta": 0.75, "weightDecay": 0.1, "epsilon": 0.01},
        with_decay(rms_prop, 0.2, 0.1, 30, beta=0.75, epsilon=0.01),
    ),
    run("nesterov", {"learningRate": 0.1}, nesterov(0.1, 0.9, 30)),
    run("nesterov", {"learningRate": 0.2, "momentum": 0.5}, nesterov(0.2, 0.5, 30)),
    run(
        "nesterov",
        {"learningRate": 0.1, "momentum": 0.75, "weightDecay": 0.3},
        nesterov_decayed(0.1, 0.75, 0.3, 30),
    ),
]

made = {"made_by": "tests/golden/optimizers.py", "numpy": np.__version__, "runs": RUNS}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(made, indent=2) + "\n")
