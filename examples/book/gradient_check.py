"""What gradient_check.ts does, in NumPy, its last line aside.

    python3 examples/book/gradient_check.py
"""

import numpy as np

drawings = """
    111101101101111 001001001001001 111001111100111 111001111001111
    101101111001001 111100111001111 111100111101111 111001001001001
    111101111101111 111101111001111
""".split()
x = np.array([[float(pixel) for pixel in pixels] for pixels in drawings])
t = np.eye(10)

random = np.random.RandomState(0)
net = {
    "W1": 0.1 * random.randn(15, 50),
    "b1": np.zeros((1, 50)),
    "W2": 0.1 * random.randn(50, 10),
    "b2": np.zeros((1, 10)),
}


def forward():
    h = 1 / (1 + np.exp(-(x @ net["W1"] + net["b1"])))
    z = h @ net["W2"] + net["b2"]
    z = z - z.max(axis=1, keepdims=True)
    return h, z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def loss():
    return -(t * forward()[1]).sum() / len(x)


def backpropagation():
    h, log_y = forward()
    dz = (np.exp(log_y) - t) / len(x)
    dh = dz @ net["W2"].T * h * (1 - h)
    return {
        "W1": x.T @ dh,
        "b1": dh.sum(axis=0, keepdims=True),
        "W2": h.T @ dz,
        "b2": dz.sum(axis=0, keepdims=True),
    }


def measured(name, step=1e-4):
    slope = np.zeros_like(net[name])
    for place in np.ndindex(slope.shape):
        kept = net[name][place]
        net[name][place] = kept + step
        above = loss()
        net[name][place] = kept - step
        slope[place] = (above - loss()) / (2 * step)
        net[name][place] = kept
    return slope


print("NumPy", np.__version__)
print(f"loss {loss()}")
exact = backpropagation()
for name in net:
    print(f"{name} squares by backpropagation {(exact[name] ** 2).sum()}")
    print(f"{name} squares as measured {(measured(name) ** 2).sum()}")
