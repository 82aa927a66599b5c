"""Runs notebooks with Deno's kernel, and prints what their cells gave back, as JSON.

python3 _run_notebook.py NOTEBOOK...

Each notebook runs in its own folder, all at the same time. nbclient stops listening when the kernel
says that it is idle, but Deno's kernel says so before its last outputs have arrived: so this goes on
listening until nothing has come for a tenth of a second.
"""
import asyncio
import json
import os
import queue
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete
from nbclient.util import ensure_async


class PatientClient(NotebookClient):
    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        idle = False
        while True:
            try:
                message = await ensure_async(
                    self.kc.iopub_channel.get_msg(timeout=0.1 if idle else None)
                )
            except queue.Empty:
                return
            if message["parent_header"].get("msg_id") != parent_msg_id:
                continue
            try:
                self.process_message(message, cell, cell_index)
            except CellExecutionComplete:
                idle = True


async def outputs_of(path):
    notebook = nbformat.read(path, as_version=4)
    client = PatientClient(
        notebook,
        kernel_name="deno",
        allow_errors=True,
        timeout=50,
        resources={"metadata": {"path": os.path.dirname(path)}},
    )
    await client.async_execute()
    return {
        cell.id: cell.outputs
        for cell in notebook.cells
        if cell.cell_type == "code"
    }


async def main():
    return await asyncio.gather(*(outputs_of(path) for path in sys.argv[1:]))


print(json.dumps(asyncio.run(main())))
