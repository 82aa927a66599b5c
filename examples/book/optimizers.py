"""What optimizers.ts does, in NumPy, its pictures aside.

    python3 examples/book/optimizers.py
"""

import numpy as np


def sgd(w, g, memory, step):
    return w - 0.95 * g


def momentum(w, g, memory, step):
    memory["v"] = 0.9 * memory.get("v", 0) - 0.1 * g
    return w + memory["v"]


def nesterov(w, g, memory, step):
    memory["v"] = 0.9 * memory.get("v", 0) - 0.1 * g
    return w + 0.9 * memory["v"] - 0.1 * g


def ada_grad(w, g, memory, step):
    memory["h"] = memory.get("h", 0) + g * g
    return w - 1.5 * g / (np.sqrt(memory["h"]) + 1e-7)


def rms_prop(w, g, memory, step):
    memory["h"] = 0.99 * memory.get("h", 0) + 0.01 * g * g
    return w - 0.1 * g / (np.sqrt(memory["h"]) + 1e-7)


def adam(w, g, memory, step):
    memory["m"] = 0.9 * memory.get("m", 0) + 0.1 * g
    memory["v"] = 0.999 * memory.get("v", 0) + 0.001 * g * g
    m, v = memory["m"] / (1 - 0.9**step), memory["v"] / (1 - 0.999**step)
    return w - 0.3 * m / (np.sqrt(v) + 1e-7)


print("NumPy", np.__version__)
for name, move in {
    "SGD": sgd,
    "Momentum": momentum,
    "Nesterov": nesterov,
    "AdaGrad": ada_grad,
    "RMSprop": rms_prop,
    "Adam": adam,
}.items():
    w, memory = np.array([-7.0, 2.0]), {}
    for step in range(1, 31):
        w = move(w, w * [1 / 10, 2], memory, step)
    x, y = w
    print(f"{name} x {x} y {y}")
