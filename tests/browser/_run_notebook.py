"""Runs notebooks with Deno's kernel, and prints what their cells gave back, as JSON.

python3 _run_notebook.py NOTEBOOK...

Each notebook runs in its own folder, one after the other, with nbclient as it is.
"""
import json
import os
import sys

import nbformat
from nbclient import NotebookClient


def outputs_of(path):
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="deno",
        allow_errors=True,
        timeout=600,
        resources={"metadata": {"path": os.path.dirname(path)}},
    )
    client.execute()
    return {
        cell.id: cell.outputs
        for cell in notebook.cells
        if cell.cell_type == "code"
    }


print(json.dumps([outputs_of(path) for path in sys.argv[1:]]))
