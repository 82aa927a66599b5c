"""Runs programs, a list in a file of JSON, and prints what each one printed, as JSON.

Scalars and arrays print as NumPy 1.24 prints them.
"""
import contextlib
import io
import json
import os
import sys

# NumPy's exp and log for AVX-512 err in the last digit.
os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX"
import numpy as np

if int(np.__version__.split(".")[0]) >= 2:
    np.set_printoptions(legacy="1.25")
printed = []
for program in json.load(open(sys.argv[1])):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(program, {})
    printed.append(out.getvalue())
print(json.dumps(printed))
