"""NumPy's side of the tests of .npy and .npz: it reads what we wrote in a folder,
and writes what we are to read.

python3 numpy_files.py FOLDER

Reads ours*.npy and ours*.npz; prints as JSON the bytes, as little-endian
float64, of each array by file (and name in it), and those of each array that it
wrote as numpy*.npy and numpy*.npz.
"""

import glob
import json
import os
import sys

import numpy as np

folder = sys.argv[1]


def told(array):
    return {
        "shape": list(array.shape),
        "bytes": np.ascontiguousarray(array, dtype="<f8").tobytes().hex(),
    }


read = {}
for path in sorted(glob.glob(os.path.join(folder, "ours*"))):
    loaded = np.load(path)
    name = os.path.basename(path)
    if isinstance(loaded, np.ndarray):
        again = os.path.join(folder, "again.npy")
        np.save(again, loaded)
        same = open(again, "rb").read() == open(path, "rb").read()
        read[name] = {**told(loaded), "dtype": str(loaded.dtype), "same": same}
    else:
        read[name] = {key: told(loaded[key]) for key in loaded.files}

written = {}
integers = [-128, -1, 0, 1, 2, 127]
wholes = [0, 1, 2, 127, 128, 255]
for kind in "f8 f4 i8 i4 i2 i1 u8 u4 u2 u1 b1".split():
    for order in "<>":
        for shape, fortran in [((2, 3), False), ((3, 2), True), ((6,), False)]:
            values = np.array(wholes if kind[0] in "ub" else integers)
            if kind[0] == "f":
                values = values / 3
            dtype = np.dtype(bool) if kind == "b1" else np.dtype(order + kind)
            array = np.asarray(
                values.astype(dtype).reshape(shape), order="F" if fortran else "C"
            )
            for version in [(1, 0), (2, 0), (3, 0)]:
                name = f"numpy {kind}{order} {array.ndim} {fortran} {version[0]}.npy"
                name = name.replace("<", "l").replace(">", "b")
                with open(os.path.join(folder, name), "wb") as file:
                    np.lib.format.write_array(file, array, version)
                written[name] = told(array)
for name, array in {
    "numpy scalar.npy": np.array(2.5),
    "numpy empty.npy": np.zeros((0, 4)),
    "numpy special.npy": np.array([np.nan, np.inf, -np.inf, -0.0, 5e-324]),
    "numpy large.npy": np.array([2**53, -(2**53)]),
}.items():
    np.save(os.path.join(folder, name), array)
    written[name] = told(array)
arrays = {"W1": np.arange(6.0).reshape(2, 3), "layers[0].b": np.ones((1, 2)) / 3}
for name, save in {
    "numpy stored.npz": np.savez,
    "numpy deflated.npz": np.savez_compressed,
}.items():
    save(os.path.join(folder, name), **arrays)
    written[name] = {key: told(array) for key, array in arrays.items()}

json.dump({"read": read, "written": written}, sys.stdout)
