"""What cbow_sentence.ts does, in NumPy.

    python3 examples/book/cbow_sentence.py
"""

import numpy as np

text = (
    "the cat drinks warm milk and the dog drinks cold water "
    "the cat chases the dog and the dog chases the cat"
)
words = text.split()
vocabulary = list(dict.fromkeys(words))
V, H = len(vocabulary), 5
ids = np.array([vocabulary.index(word) for word in words])
left, middle, right = ids[:-2], ids[1:-1], ids[2:]
N = len(middle)
t = np.eye(V)[middle]

random = np.random.RandomState(0)
net = [0.01 * random.randn(V, H), 0.01 * random.randn(H, V)]
m, v = [0, 0], [0, 0]


def loss_and_slope(W_in, W_out):
    h = 0.5 * (W_in[left] + W_in[right])
    z = h @ W_out
    z = z - z.max(axis=1, keepdims=True)
    log_y = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    dz = (np.exp(log_y) - t) / N
    dh = 0.5 * dz @ W_out.T
    dW_in = np.zeros_like(W_in)
    np.add.at(dW_in, left, dh)
    np.add.at(dW_in, right, dh)
    return -(t * log_y).sum() / N, [dW_in, h.T @ dz]


print("NumPy", np.__version__)
for step in range(1, 501):
    loss, slope = loss_and_slope(*net)
    for i, g in enumerate(slope):
        m[i] = 0.9 * m[i] + 0.1 * g
        v[i] = 0.999 * v[i] + 0.001 * g**2
        m_hat, v_hat = m[i] / (1 - 0.9**step), v[i] / (1 - 0.999**step)
        net[i] = net[i] - 0.01 * m_hat / (np.sqrt(v_hat) + 1e-8)
    if step == 1 or step % 100 == 0:
        print(f"step {step} loss {loss}")

for other in ["dog", "chases", "milk"]:
    a, b = (net[0][vocabulary.index(word)] for word in ["cat", other])
    print(f"cat {other} cosine {a @ b / np.sqrt((a @ a) * (b @ b))}")
