"""What batch_normalization.ts does, in NumPy.

    python3 examples/book/batch_normalization.py
"""

import pathlib

import numpy as np

folder = pathlib.Path(__file__).parent.parent / "data" / "merlin-de"
table = np.loadtxt(folder / "merlin_de.csv", delimiter=",", skiprows=1)
features, labels = table[:, :2], table[:, 2].astype(int) - 1
H = 50


def loss_and_slope(net, x, t, is_normalized):
    *layers, W, b = net
    passed = []
    for V, gamma, beta in layers:
        h = x @ V
        root = np.sqrt(h.var(axis=0) + 1e-7)
        n = (h - h.mean(axis=0)) / root if is_normalized else h
        z = gamma * n + beta
        passed.append((x, root, n, z))
        x = np.maximum(z, 0)
    z = x @ W + b
    z = z - z.max(axis=1, keepdims=True)
    log_y = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -(t * log_y).sum() / len(t)

    dz = (np.exp(log_y) - t) / len(t)
    slope = [x.T @ dz, dz.sum(axis=0)]
    dx = dz @ W.T
    for (V, gamma, _), (x, root, n, z) in zip(layers[::-1], passed[::-1]):
        dz = dx * (z > 0)
        dn = dz * gamma
        dh = dn
        if is_normalized:
            dh = (dn - dn.mean(axis=0) - n * (dn * n).mean(axis=0)) / root
        slope.insert(0, [x.T @ dh, (dz * n).sum(axis=0), dz.sum(axis=0)])
        dx = dh @ V.T
    return loss, slope


def moved(part, slope):
    if isinstance(part, list):
        return [moved(*both) for both in zip(part, slope)]
    return part - 0.02 * slope


print("NumPy", np.__version__)
for scale in [0.5, 0.2, 0.05]:
    for is_normalized in [False, True]:
        random = np.random.RandomState(0)
        few = random.permutation(len(table))[:60]
        x = features[few]
        x = (x - x.mean(axis=0)) / x.std(axis=0)
        t = np.eye(5)[labels[few]]
        net = [
            [scale * random.randn(inputs, H), np.ones(H), np.zeros(H)]
            for inputs in (2, H, H)
        ]
        net += [scale * random.randn(H, 5), np.zeros(5)]
        for step in range(100):
            _, slope = loss_and_slope(net, x, t, is_normalized)
            net = moved(net, slope)
        loss, _ = loss_and_slope(net, x, t, is_normalized)
        how = "with" if is_normalized else "without"
        print(f"weights {scale} {how} loss {loss}")
