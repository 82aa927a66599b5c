"""What weight_decay.ts does, in NumPy.

    python3 examples/book/weight_decay.py
"""

import pathlib

import numpy as np

folder = pathlib.Path(__file__).parent.parent / "data" / "merlin-de"
table = np.loadtxt(folder / "merlin_de.csv", delimiter=",", skiprows=1)
features, labels = table[:, :2], table[:, 2].astype(int) - 1
t, H = np.eye(5)[labels], 100


def forward(net, x):
    W1, b1, W2, b2, W3, b3 = net
    h1 = np.tanh(x @ W1 + b1)
    h2 = np.tanh(h1 @ W2 + b2)
    z = h2 @ W3 + b3
    z = z - z.max(axis=1, keepdims=True)
    return h1, h2, z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def gradient(net, x, t, decay):
    W1, _, W2, _, W3, _ = net
    h1, h2, log_y = forward(net, x)
    dz = (np.exp(log_y) - t) / len(x)
    d2 = dz @ W3.T * (1 - h2**2)
    d1 = d2 @ W2.T * (1 - h1**2)
    return [
        *[x.T @ d1 + decay * W1, d1.sum(axis=0)],
        *[h1.T @ d2 + decay * W2, d2.sum(axis=0)],
        *[h2.T @ dz + decay * W3, dz.sum(axis=0)],
    ]


print("NumPy", np.__version__)
for decay in [0, 0.01, 0.03, 0.1]:
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
        slope = gradient(net, x[training], t[training], decay)
        for i, g in enumerate(slope):
            m[i] = 0.9 * m[i] + 0.1 * g
            v[i] = 0.999 * v[i] + 0.001 * g**2
            m_hat, v_hat = m[i] / (1 - 0.9**step), v[i] / (1 - 0.999**step)
            net[i] = net[i] - 0.01 * m_hat / (np.sqrt(v_hat) + 1e-8)
    for name, rows in [("training", training), ("test", test)]:
        log_y = forward(net, x[rows])[2]
        loss = -(t[rows] * log_y).sum() / len(rows)
        right = np.mean(log_y.argmax(axis=1) == labels[rows])
        print(f"λ {decay} {name} loss {loss} accuracy {right}")
