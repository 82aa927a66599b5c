"""What digits.ts does, in NumPy: the same digits, weights and batches.

    deno run examples/book/digits_csv.ts > digits.csv
    python3 examples/book/digits.py digits.csv
"""

import sys

import numpy as np

table = np.loadtxt(sys.argv[1], delimiter=",")
labels, images = table[:, 0].astype(int), table[:, 1:]
tenth = np.arange(len(table)) % 10 == 9
x, t = images[~tenth], np.eye(10)[labels[~tenth]]

random = np.random.RandomState(0)
W1 = 0.01 * random.randn(784, 50)
b1 = np.zeros(50)
W2 = 0.01 * random.randn(50, 10)
b2 = np.zeros(10)


def forward(x):
    h = 1 / (1 + np.exp(-(x @ W1 + b1)))
    return h, h @ W2 + b2


def share(chosen):
    _, scores = forward(images[chosen])
    return np.mean(scores.argmax(axis=1) == labels[chosen])


print("NumPy", np.__version__)
for step in range(1, 1001):
    batch = random.choice(len(x), 100)
    h, z = forward(x[batch])
    z = z - z.max(axis=1, keepdims=True)
    log_y = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -(t[batch] * log_y).sum() / 100
    dz = (np.exp(log_y) - t[batch]) / 100
    dh = dz @ W2.T * h * (1 - h)
    W2 -= 0.1 * h.T @ dz
    b2 -= 0.1 * dz.sum(axis=0)
    W1 -= 0.1 * x[batch].T @ dh
    b1 -= 0.1 * dh.sum(axis=0)
    if step % 100 == 0:
        print(f"step {step} loss {loss}")
print(f"accuracy in training {share(~tenth)} in the test {share(tenth)}")
