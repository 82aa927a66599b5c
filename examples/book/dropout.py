"""What dropout.ts does, in NumPy.

    python3 examples/book/dropout.py
"""

import pathlib

import numpy as np

folder = pathlib.Path(__file__).parent.parent / "data" / "merlin-de"
table = np.loadtxt(folder / "merlin_de.csv", delimiter=",", skiprows=1)
features, labels = table[:, :2], table[:, 2].astype(int) - 1
t, H = np.eye(5)[labels], 100


def forward(net, x, mask1=1.0, mask2=1.0):
    W1, b1, W2, b2, W3, b3 = net
    a1 = np.tanh(x @ W1 + b1)
    a2 = np.tanh(a1 * mask1 @ W2 + b2)
    z = a2 * mask2 @ W3 + b3
    z = z - z.max(axis=1, keepdims=True)
    return a1, a2, z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def gradient(net, x, t, mask1, mask2):
    _, _, W2, _, W3, _ = net
    a1, a2, log_y = forward(net, x, mask1, mask2)
    dz = (np.exp(log_y) - t) / len(x)
    d2 = dz @ W3.T * mask2 * (1 - a2**2)
    d1 = d2 @ W2.T * mask1 * (1 - a1**2)
    return [
        *[x.T @ d1, d1.sum(axis=0)],
        *[(a1 * mask1).T @ d2, d2.sum(axis=0)],
        *[(a2 * mask2).T @ dz, dz.sum(axis=0)],
    ]


print("NumPy", np.__version__)
for ratio in [0, 0.5]:
    random = np.random.RandomState(0)
    order = random.permutation(len(table))
    training, test = order[:60], order[60:]
    few = features[training]
    x = (features - few.mean(axis=0)) / few.std(axis=0)
    net = []
    for inputs, outputs in [(2, H), (H, H), (H, 5)]:
        net.append(random.randn(inputs, outputs) * np.sqrt(1 / inputs))
        net.append(np.zeros(outputs))
    m, v = [0] * 6, [0] * 6
    for step in range(1, 301):
        masks = [
            (random.rand(len(training), H) > ratio) / (1 - ratio)
            for _ in range(2)
        ]
        slope = gradient(net, x[training], t[training], *masks)
        for i, g in enumerate(slope):
            m[i] = 0.9 * m[i] + 0.1 * g
            v[i] = 0.999 * v[i] + 0.001 * g**2
            m_hat, v_hat = m[i] / (1 - 0.9**step), v[i] / (1 - 0.999**step)
            net[i] = net[i] - 0.01 * m_hat / (np.sqrt(v_hat) + 1e-8)
    for name, rows in [("training", training), ("test", test)]:
        log_y = forward(net, x[rows])[2]
        loss = -(t[rows] * log_y).sum() / len(rows)
        right = np.mean(log_y.argmax(axis=1) == labels[rows])
        print(f"ratio {ratio} {name} loss {loss} accuracy {right}")
