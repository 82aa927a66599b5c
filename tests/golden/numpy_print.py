"""Makes numpy_print.json: arrays as NumPy prints them, floats as Python does.

Run with `python3 tests/golden/numpy_print.py` where NumPy 1.24 is installed.
Values are written as Python's `repr` writes them, which reads back exactly;
large arrays as a ramp, `start + step * index`, with exceptions by index.
A shape of one length is a 1-D array.
"""

import itertools
import json
import pathlib

import numpy as np

draw = np.random.RandomState(20240426)
INF, NAN = np.inf, np.nan


def text_of(value):
    """As JavaScript's `Number` reads it."""
    return repr(float(value)).replace("inf", "Infinity").replace("nan", "NaN")


def case(array):
    array = np.asarray(array, dtype=np.float64)
    return {
        "shape": "x".join(map(str, array.shape)),
        "values": " ".join(map(text_of, array.ravel())),
        "repr": repr(array).split("\n"),
    }


def ramp(shape, start, step, exceptions={}):
    """A large array in little room: products and sums are exact in any language."""
    array = start + step * np.arange(np.prod(shape), dtype=np.float64)
    for index, value in exceptions.items():
        array[index] = value
    array = array.reshape(shape)
    return {
        "shape": "x".join(map(str, shape)),
        "ramp": "%s %s" % (text_of(start), text_of(step)),
        "exceptions": {str(i): text_of(value) for i, value in exceptions.items()},
        "repr": repr(array).split("\n"),
    }


def with_signs(values):
    values = np.asarray(values)
    return values * draw.choice([-1.0, 1.0], size=values.shape)


def lecture():
    yield [5.25564131, 3.1831305, 1.15463432]
    yield [[0.48247096, -1.2644639, 2.33997006, 3.01376622]]
    yield [[0.3, 2.9, 4.0], [0.01821127, 0.24519181, 0.73659691]]
    for shape in [(2, 3), (3,), (1, 3), (3, 1), (10, 3), (1, 1), (1,)]:
        yield draw.randn(*shape)
        yield draw.random_sample(shape)


def whole_numbers():
    for shape in [(3,), (2, 2), (1, 4), (4, 1)]:
        for limit in [1, 2, 11, 101, 1001, 10**6, 10**8 - 1]:
            yield draw.randint(0, limit, size=shape).astype(float)
        yield draw.randint(-50, 50, size=shape).astype(float)


def rounded():
    """Elements of few and of different numbers of digits."""
    for digits in range(10):
        yield np.round(draw.randn(2, 3) * 10, digits)
        yield [np.round(x, digits % (i + 1)) for i, x in enumerate(draw.randn(4))]


def exponents():
    for power in [-308, -300, -100, -99, -20, -10, -9, -5, -4, -3, 3, 6, 7, 8, 9]:
        yield with_signs(draw.random_sample((2, 3)) * 10.0**power)
    for power in [15, 16, 20, 21, 22, 23, 99, 100, 101, 200, 300, 307]:
        yield with_signs(draw.random_sample(4) * 10.0**power)
    for power in range(-12, 13):
        yield [10.0**power, 2.5]
        yield [[10.0**power], [3 * 10.0 ** (power + 1)]]


def exponent_rules():
    """Both sides of each limit that makes NumPy change its notation."""
    for limit in [1e8, 1e-4]:
        for value in [np.nextafter(limit, 0), limit, np.nextafter(limit, INF)]:
            yield [value]
            yield [value, limit, -limit]
    for ratio in [1000.0, np.nextafter(1000.0, INF), 999.0, 1001.0]:
        for least in [1.0, 0.001, 0.7, 50.0]:
            yield [least, least * ratio]
            yield [[0.0, -least], [least * ratio, NAN]]
    yield [1e300, 1e-300]
    yield [5e-324, 1.7976931348623157e308]


def non_finite():
    special = [NAN, INF, -INF, -0.0, 1.5]
    for count in [1, 2]:
        for values in itertools.product(special, repeat=count):
            yield list(values)
    for values in itertools.combinations([NAN, INF, -INF, -0.0, 1.0, -22.25, 1e-9], 3):
        yield [values, values[::-1]]


def negative_zero():
    yield [-0.0]
    yield [0.0]
    yield [[0.0, -0.0], [-0.0, 0.0]]
    yield [-0.0, 1e10]
    yield [-0.0, 0.123456789]


def empty():
    for shape in [(0,), (0, 0), (0, 1), (0, 3), (1, 0), (5, 0), (0, 1000)]:
        yield np.zeros(shape)


def ties():
    """k / 2**9 lies halfway between two decimals of 8 places after the point."""
    yield np.arange(1, 16, 2) / 512
    for scale in [1, 10, 1000, 100000]:
        odd = 2 * draw.randint(0, 256 * scale, size=8) + 1
        yield with_signs(odd / 512.0)
        yield (odd / 512.0).reshape(2, 4)
    # Halfway between two of 8 places in scientific notation: 10 digits, the last 5.
    for value in [1000000005, 1234567845, 1234567855, 9999999985, 9999999995]:
        yield [float(value), 1.0]
        yield [float(value) * 1024, 1.0]
        yield [[value / 2.0**20], [1e9]]
    for power in [10, 11, 12, 13, 14, 30, 40]:
        yield with_signs((2 * draw.randint(0, 2**20, size=3) + 1) / 2.0**power)


def near_ties():
    for k in [1, 3, 255, 1023]:
        value = k / 512
        yield [np.nextafter(value, 0), value, np.nextafter(value, INF)]
    yield [0.999999995, 0.9999999949999999, 0.9999999950000001]
    yield [9.999999995, 99.999999995, -9.99999999]
    yield [999.999999996, 1.0]
    yield [99999999.99999999, 1e7]
    yield [9.999999996e9, 9.99999999e-9]


def eight_digits_before_the_point():
    """Neighbours lie 1.5e-8 apart, so the shortest digits are not the exact ones."""
    for _ in range(8):
        yield 2.0**26 + draw.randint(0, 2**20, size=2) / 2.0**26 + draw.randint(2**24)
    yield [99999999.1234567, 99999999.12345671, 99999999.12345672]
    for _ in range(8):
        yield np.round(2.0**26 + draw.random_sample(3) * 3e7, 7)


def tiny():
    smallest = 5e-324
    yield [smallest]
    yield [smallest, 1.5]
    yield [[2 * smallest, -3 * smallest], [1.23456789e-5, 0.0]]
    yield [2.2250738585072014e-308, 2.225073858507201e-308]
    for count in [1, 2, 3, 4]:
        yield with_signs(draw.randint(1, 2**40, size=count) * smallest)
        yield with_signs(draw.randint(1, 100, size=(2, count)) * smallest)


def powers_of_two():
    for power in range(-1074, 1024, 83):
        yield [2.0**power]
        yield [2.0**power, 2.0 ** (power // 2), -0.1]


def any_bits():
    for shape in [(1,), (2,), (5,), (2, 2), (3, 3)] * 8:
        bits = draw.randint(0, 2**64, size=shape, dtype=np.uint64)
        yield bits.view(np.float64)


def magnitudes():
    for spread in [0.5, 1, 1.5, 2, 3, 5, 10]:
        for shape in [(4,), (2, 3), (5, 1)]:
            yield with_signs(10 ** (draw.randn(*shape) * spread))


def wrapped():
    for count in [5, 6, 7, 8, 12, 13, 14, 18, 25, 60]:
        yield draw.randn(count)
        yield np.round(draw.randn(2, count), count % 5)
    for count in range(9, 15):
        yield with_signs(np.arange(count) / 8)
        yield [np.arange(count) / 4, np.arange(count) * 0.25]
        yield with_signs(10.0 ** draw.randint(-9, 9, size=(1, count)))
    yield [NAN, INF] * 20
    yield np.ones((1, 40))


def filled_lines():
    """The last number of elements of each width that fits a line, and one more."""
    for places in range(9):
        for sign in [1.0, -1.0]:
            value = sign * (1 + 2.0**-places if places else 1)
            width = len(str(value)) if places else len("%d." % value)
            for room, shape in [(68, (-1,)), (66, (1, -1))]:
                fitting = room // (width + 2)
                for count in [fitting, fitting + 1]:
                    yield np.full(count, value).reshape(shape)


def summarised():
    yield ramp((1000,), 0.0, 1.0)
    yield ramp((1001,), 0.0, 1.0)
    yield ramp((1, 1001), -3.0, 0.37)
    yield ramp((1001, 1), -3.0, 0.37)
    yield ramp((1, 2000), 0.0, 0.001)
    yield ramp((2000, 1), 0.0, 1.0)
    yield ramp((40, 25), 0.125, 0.25)
    yield ramp((40, 26), 0.125, 0.25)
    yield ramp((40, 40), 1.0, 1 / 3)
    yield ramp((7, 143), 0.5, 1.25)
    yield ramp((143, 7), 0.5, 1.25)
    yield ramp((6, 167), 1e-9, 1e-9)
    yield ramp((167, 6), 1e-9, 1e-9)
    yield ramp((2, 501), 1e7, 1e5)
    yield ramp((501, 2), -1.0, 0.01)
    # The second element after the dots ends in column 74, one too far.
    yield ramp((1001,), 1.23456789e-5, 1e-13)
    # What is not shown has no say in how the rest is printed; what is shown has.
    yield ramp((1, 1001), 1.0, 0.0, {500: 1e300, 501: NAN})
    yield ramp((1001,), 1.0, 0.0, {3: -1.5, 997: -1.5})
    yield ramp((1001,), 1.0, 0.0, {2: -1.5, 998: 0.12345})
    yield ramp((40, 40), 1.0, 0.0, {3: NAN, 160: 0.001, 1599: -INF})
    yield ramp((40, 40), 2.0, 0.0, {2: NAN, 117: 12345.0, 1597: -0.0})


GROUPS = [
    *[lecture, whole_numbers, rounded, exponents, exponent_rules, non_finite],
    *[negative_zero, empty, ties, near_ties, eight_digits_before_the_point, tiny],
    *[powers_of_two, any_bits, magnitudes, wrapped, filled_lines],
    summarised,
]


def floats():
    yield from [0.0, -0.0, 5.0, -5.0, 0.1, 0.07000000000000002, 1e-7, 1e23, 5e-324]
    yield from [NAN, INF, -INF, 2.0**53, 1.7976931348623157e308]
    yield from [2.2250738585072014e-308, 123456789012345680.0, 9999999999999998.0]
    for power in range(-8, 25):
        for value in [10.0**power, 1.5 * 10.0**power, np.pi * 10.0**power]:
            yield value
        yield -np.nextafter(10.0**power, 0)
        yield np.nextafter(10.0**power, INF)
    for power in range(-1074, 1024, 43):
        yield 2.0**power
    yield from draw.randint(0, 2**64, size=200, dtype=np.uint64).view(np.float64)


assert np.__version__.startswith("1.24."), np.__version__
table = {
    "made_by": "tests/golden/numpy_print.py",
    "numpy": np.__version__,
    "arrays": {
        group.__name__: [x if isinstance(x, dict) else case(x) for x in group()]
        for group in GROUPS
    },
    "floats": [repr(float(x)) for x in floats()],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(table, indent=2) + "\n")
