"""What cbow_text.ts does, in NumPy.

    python3 examples/book/cbow_text.py
"""

import pathlib
import re

import numpy as np

H, BATCH, NEGATIVES = 30, 100, 5

file = pathlib.Path(__file__).with_name("alice.txt")
text = re.findall("[a-z]+", file.read_text(encoding="utf-8").lower())
words = list(dict.fromkeys(text))
V = len(words)
numbers = {word: i for i, word in enumerate(words)}
ids = np.array([numbers[word] for word in text])

counts = np.bincount(ids)
powers = counts**0.75
p = powers / powers.sum()

random = np.random.RandomState(0)
net = [0.01 * random.randn(V, H), 0.01 * random.randn(V, H)]
m, v = [0, 0], [0, 0]


def loss_and_slope(at, drawn):
    W_in, W_out = net
    around = ids[at[:, None] + [-2, -1, 1, 2]]
    h = W_in[around].mean(axis=1)
    asked = np.concatenate([ids[at], drawn])
    there = np.arange(len(asked)) % len(at)
    sign = np.where(np.arange(len(asked)) < len(at), 1, -1)
    z = sign * (h[there] * W_out[asked]).sum(axis=1)
    dz = (-sign / (1 + np.exp(z)) / len(at))[:, None]
    dW_in, dW_out, dh = (np.zeros_like(one) for one in (W_in, W_out, h))
    np.add.at(dW_out, asked, dz * h[there])
    np.add.at(dh, there, dz * W_out[asked])
    np.add.at(dW_in, around, dh[:, None] / 4)
    return np.log1p(np.exp(-z)).sum() / len(at), [dW_in, dW_out]


print("NumPy", np.__version__)
step = 0
for epoch in range(1, 21):
    order, total = random.permutation(len(ids) - 4) + 2, 0
    for first in range(0, len(order), BATCH):
        at, step = order[first : first + BATCH], step + 1
        drawn = random.choice(V, len(at) * NEGATIVES, p=p)
        loss, slope = loss_and_slope(at, drawn)
        total += loss * len(at) / len(order)
        for i, g in enumerate(slope):
            m[i] = 0.9 * m[i] + 0.1 * g
            v[i] = 0.999 * v[i] + 0.001 * g**2
            m_hat, v_hat = m[i] / (1 - 0.9**step), v[i] / (1 - 0.999**step)
            net[i] = net[i] - 0.01 * m_hat / (np.sqrt(v_hat) + 1e-8)
    if epoch % 5 == 0:
        print(f"epoch {epoch} loss {total}")

vectors = net[0] / np.linalg.norm(net[0], axis=1, keepdims=True)
used = np.flatnonzero(counts >= 10)
for word in ["alice", "mouse", "rabbit", "said", "two"]:
    cosines = vectors @ vectors[numbers[word]]
    nearest = used[np.argsort(-cosines[used])][1:5]
    told = " ".join(f"{words[i]} {cosines[i]:.4f}" for i in nearest)
    print(f"{word}: {told}")
