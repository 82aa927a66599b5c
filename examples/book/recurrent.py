"""What recurrent.ts does, in NumPy.

    python3 examples/book/recurrent.py
"""

import numpy as np

verse = "twinkle, twinkle, little bat! how i wonder what you're at! "
letters = list(dict.fromkeys(verse))
V, H, STEPS = len(letters), 40, 10
eye = np.eye(V)
codes = [eye[letters.index(letter)] for letter in verse]

random = np.random.RandomState(0)
Wx = 0.1 * random.randn(V, H)
Wh = 0.1 * random.randn(H, H)
bh = np.zeros(H)
Wy = 0.1 * random.randn(H, V)
by = np.zeros(V)


def read(x, h):
    return np.tanh(x @ Wx + bh + h @ Wh)


print("NumPy", np.__version__)
h, at = np.zeros(H), 0
for step in range(1, 2001):
    states, errors, loss = [h], [], 0
    for i in range(at, at + STEPS):
        states.append(read(codes[i % len(verse)], states[-1]))
        z = states[-1] @ Wy + by
        z = z - z.max()
        log_y = z - np.log(np.exp(z).sum())
        t = codes[(i + 1) % len(verse)]
        loss -= (t * log_y).sum() / STEPS
        errors.append((np.exp(log_y) - t) / STEPS)
    dWx, dWh, dbh = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(bh)
    dWy, dby, dh = np.zeros_like(Wy), np.zeros_like(by), np.zeros(H)
    for k in reversed(range(STEPS)):
        before, state = states[k], states[k + 1]
        dWy += np.outer(state, errors[k])
        dby += errors[k]
        dh = (dh + errors[k] @ Wy.T) * (1 - state**2)
        dWx += np.outer(codes[(at + k) % len(verse)], dh)
        dWh += np.outer(before, dh)
        dbh += dh
        dh = dh @ Wh.T
    Wx, Wh, bh = Wx - 0.2 * dWx, Wh - 0.2 * dWh, bh - 0.2 * dbh
    Wy, by = Wy - 0.2 * dWy, by - 0.2 * dby
    h, at = states[-1], (at + STEPS) % len(verse)
    if step % 200 == 0:
        print(f"step {step} loss {loss}")

h, said = np.zeros(H), ""
for code in codes:
    h = read(code, h)
while len(said) < len(verse):
    said += letters[(h @ Wy + by).argmax()]
    h = read(eye[letters.index(said[-1])], h)
print(said.strip())
