"""NumPy's side of rows_bench.ts: word vectors by CBOW with negative sampling.

OPENBLAS_NUM_THREADS=1 python3 tests/bench/rows.py sgd|adam STEPS

Prints the shortest and the median time of a step in milliseconds, and some of
the losses. Rows that come twice are sorted and summed; sgd touches no rows but
those that were taken, and Adam works in place.
"""

import json
import sys
import time

import numpy as np

WORDS, SIZE, BATCH, AROUND, NEGATIVES = 10_000, 100, 100, 10, 5
SAMPLES = 2000
method, steps = sys.argv[1], int(sys.argv[2])

i = np.arange(SAMPLES)
contexts = np.stack(
    [(i * 7919 + c * 104729 + 13) % 10007 % WORDS for c in range(AROUND)], 1
)
targets = np.stack(
    [(i * 6151 + k * 3571 + 7) % 10009 % WORDS for k in range(1 + NEGATIVES)], 1
)
random = np.random.RandomState(0)
In = random.randn(WORDS, SIZE) * 0.1
Out = random.randn(WORDS, SIZE) * 0.1
label = np.zeros((BATCH, 1 + NEGATIVES))
label[:, 0] = 1


def add_rows(indices, rows):
    order = np.argsort(indices, kind="stable")
    indices = indices[order]
    first = np.flatnonzero(np.r_[True, indices[1:] != indices[:-1]])
    return indices[first], np.add.reduceat(rows[order], first, axis=0)


def loss_and_slopes(batch):
    near, words = contexts[batch], targets[batch]
    h = In[near].mean(axis=1)
    vectors = Out[words]
    score = np.matmul(vectors, h[:, :, None])[:, :, 0]
    e = np.exp(-np.abs(score))
    loss = (np.maximum(score, 0) - score * label + np.log1p(e)).sum() / BATCH
    dscore = (np.where(score >= 0, 1, e) / (1 + e) - label) / BATCH
    dvectors = dscore[:, :, None] * h[:, None, :]
    dh = np.matmul(dscore[:, None, :], vectors)[:, 0, :]
    return (
        loss,
        add_rows(near.ravel(), np.repeat(dh / AROUND, AROUND, axis=0)),
        add_rows(words.ravel(), dvectors.reshape(-1, SIZE)),
    )


def sgd(W, memory, step, indices, rows):
    W[indices] -= 0.5 * rows


def adam(W, memory, step, indices, rows):
    m, v, g, way = memory
    g[...] = 0
    g[indices] = rows
    np.multiply(m, 0.9, out=m)
    np.multiply(g, 1 - 0.9, out=way)
    m += way
    np.multiply(v, 0.999, out=v)
    np.multiply(g, g, out=way)
    way *= 1 - 0.999
    v += way
    np.divide(v, 1 - 0.999**step, out=way)
    np.sqrt(way, out=way)
    way += 1e-8
    np.divide(m, way, out=way)
    way *= 0.001 / (1 - 0.9**step)
    W -= way


move = {"sgd": sgd, "adam": adam}[method]
memories = [[np.zeros_like(W) for _ in range(4)] for W in (In, Out)]
times, losses = [], []
for n in range(steps):
    batch = np.arange(n * BATCH, (n + 1) * BATCH) % SAMPLES
    start = time.perf_counter()
    loss, slope_in, slope_out = loss_and_slopes(batch)
    move(In, memories[0], n + 1, *slope_in)
    move(Out, memories[1], n + 1, *slope_out)
    times.append(1000 * (time.perf_counter() - start))
    losses.append(loss)
print(
    json.dumps(
        {
            "numpy": np.__version__,
            "shortest": min(times),
            "median": sorted(times)[steps // 2],
            "losses": losses[:3] + losses[-1:],
        }
    )
)
