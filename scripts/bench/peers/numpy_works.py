"""NumPy's works, written as a careful user of it would, with one thread."""

import ctypes
import json
import mmap
import re
import sys
import time

import numpy as np

BATCH, RATE, H = 100, 0.1, 1e-4


def ramp(length, salt, scale=1):
    i = np.arange(length)
    return ((i * 7919 + salt * 104729) % 10007 - 5003) / 5003 * scale


class Net:
    def __init__(self, name):
        features, hidden, classes = self.sizes = [int(n) for n in name.split("-")]
        self.x = ramp(BATCH * features, 1).reshape(BATCH, features)
        self.labels = (np.arange(BATCH) * 7 + 3) % 11 % classes
        self.rows = np.arange(BATCH)
        self.t = np.eye(classes)[self.labels]
        self.W1 = ramp(features * hidden, 2, 1 / np.sqrt(features))
        self.W1 = self.W1.reshape(features, hidden)
        self.b1 = ramp(hidden, 3, 0.1)
        self.W2 = ramp(hidden * classes, 4, 1 / np.sqrt(hidden))
        self.W2 = self.W2.reshape(hidden, classes)
        self.b2 = ramp(classes, 5, 0.1)

    def parameters(self):
        return [self.W1, self.b1, self.W2, self.b2]

    def loss(self):
        h = 1 / (1 + np.exp(-(self.x @ self.W1 + self.b1)))
        z = h @ self.W2 + self.b2
        z -= z.max(axis=1, keepdims=True)
        right = z[self.rows, self.labels]
        return (np.log(np.exp(z).sum(axis=1)) - right).sum() / BATCH

    def step(self):
        h = self.x @ self.W1
        h += self.b1
        np.negative(h, out=h)
        np.exp(h, out=h)
        h += 1
        np.reciprocal(h, out=h)
        y = h @ self.W2
        y += self.b2
        y -= y.max(axis=1, keepdims=True)
        np.exp(y, out=y)
        y /= y.sum(axis=1, keepdims=True)
        y -= self.t
        y /= BATCH
        dh = y @ self.W2.T
        dh *= h * (1 - h)
        self.W2 -= RATE * (h.T @ y)
        self.b2 -= RATE * y.sum(axis=0)
        self.W1 -= RATE * (self.x.T @ dh)
        self.b1 -= RATE * dh.sum(axis=0)


def numerical_gradient(f, parameters):
    slopes = []
    for W in parameters:
        flat, slope = W.reshape(-1), np.empty(W.size)
        for i in range(W.size):
            value = flat[i]
            flat[i] = value + H
            above = f()
            flat[i] = value - H
            below = f()
            flat[i] = value
            slope[i] = (above - below) / (2 * H)
        slopes.append(slope)
    return slopes


def lecture(_):
    W = np.array([[1.72265811, 0.68672941, 1.10772301], [0.60344169, 0.60322389, -0.3536039]])
    x, t = np.array([2.0, 3.0]), np.array([0.0, 0.0, 1.0])

    def loss():
        z = x @ W
        z -= z.max()
        y = np.exp(z)
        y /= y.sum()
        return -(t * np.log(y)).sum()

    return lambda: numerical_gradient(loss, [W])


def numerical(name):
    net = Net(name)
    return lambda: numerical_gradient(net.loss, net.parameters())


def step(name):
    net = Net(name)

    def result():
        fresh = Net(name)
        fresh.step()
        return fresh.parameters()

    return net.step, result


def matmul(n):
    n = int(n)
    A, B = (ramp(n * n, salt).reshape(n, n) for salt in (6, 7))
    return lambda: A @ B


def wide(n):
    return ramp(int(n), 8, 5).reshape(-1, 10)


def exp(n):
    x = wide(n)
    return lambda: np.exp(x)


def softmax(n):
    x = wide(n)

    def f():
        y = x - x.max(axis=1, keepdims=True)
        np.exp(y, out=y)
        y /= y.sum(axis=1, keepdims=True)
        return y

    return f


def total(n):
    x = wide(n)
    return lambda: x.sum()


WORKS = {
    "lecture": lecture,
    "numerical": numerical,
    "step": step,
    "training": step,
    "matmul": matmul,
    "exp": exp,
    "softmax": softmax,
    "sum": total,
}


def kernel():
    """The kernel that OpenBLAS has chosen for this processor."""
    with open("/proc/self/maps") as maps:
        paths = set(re.findall(r"\S*openblas\S*", maps.read()))
    for path in sorted(paths):
        library = ctypes.CDLL(path)
        for name in ("scipy_openblas_get_corename64_", "openblas_get_corename"):
            if hasattr(library, name):
                function = getattr(library, name)
                function.restype = ctypes.c_char_p
                return function().decode()
    return "not OpenBLAS"


def page_cost():
    """What it takes to be given a page of memory, in nanoseconds."""
    pages = 20_000
    with mmap.mmap(-1, pages * mmap.PAGESIZE) as fresh:
        memory = np.frombuffer(fresh, dtype=np.uint8)
        start = time.perf_counter()
        memory[:: mmap.PAGESIZE] = 1
        cost = (time.perf_counter() - start) / pages * 1e9
        del memory
    return cost


def flat(result):
    parts = result if isinstance(result, list) else [result]
    return [float(x) for part in parts for x in np.ravel(part)]


def about():
    try:
        blas = kernel()
    except OSError:
        blas = "unknown"
    return f"NumPy {np.__version__}, {blas}"


ready = {}
for line in sys.stdin:
    question = json.loads(line)
    first, _, of = question["work"].partition(" ")
    if first == "about":
        print(json.dumps({"about": about(), "page": page_cost()}), flush=True)
        continue
    if first not in WORKS:
        print(json.dumps({"none": True}), flush=True)
        continue
    if question["work"] not in ready:
        made = WORKS[first](of)
        ready[question["work"]] = made if isinstance(made, tuple) else (made, made)
    run, result = ready[question["work"]]
    calls = question["calls"]
    if calls == 0:
        print(json.dumps({"result": flat(result())}), flush=True)
        continue
    # Another had the processor just now.
    for _ in range((calls + 3) // 4):
        run()
    start = time.perf_counter()
    for _ in range(calls):
        run()
    elapsed = time.perf_counter() - start
    print(json.dumps({"time": elapsed / calls * 1e9}), flush=True)
