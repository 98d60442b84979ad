"""`genuinely bench hub`: many learners on one machine, each with a kernel: memory, and how long a key waits.

Each kernel has read a message. Then some of the learners type at once, five keys a second, and each key is a message of
about 150 words to be read anew; a key waits for the one before it, as in the studio. What the browser and its way to
the Hub add is not in it: `bench studio` measures a browser.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from genuinely.cli.bench_studio import CARD, good_answer

if TYPE_CHECKING:
    from jupyter_client.blocking.client import BlockingKernelClient
    from jupyter_client.manager import KernelManager

KERNELS = 50
TYPISTS = (1, 5, 10, 25, 50)
"""Of the kernels, those that type at once."""

KEY_EVERY = 0.2
"""Seconds from key to key: some 60 words a minute."""

SECONDS = 8.0
"""How long each group types."""

PATIENCE = 300.0
"""Seconds that a kernel is waited for."""

_BEGIN = f"""
from genuinely.assessing import assess
from genuinely.scenarios import load_scenario
card = load_scenario({CARD!r})
message = {{message!r}}
_ = assess(message, card)
"""
_KEY = "_ = assess(message[:-{cut}], card)"


def report(kernels: int = KERNELS, typists: Sequence[int] = TYPISTS) -> Iterator[str]:
    """Yield a line for each figure."""
    with contextlib.ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        running = [stack.enter_context(_kernel(Path(folder))) for _ in range(kernels)]
        yield f"{kernels} kernels           {time.perf_counter() - began:8.0f} s to start, one after another"
        shares = [_memory(manager) for manager, _ in running]
        if all(shares):
            yield f"memory of all        {sum(shares) / 1e6:8.0f} MB"
            yield f"of each              {statistics.mean(shares) / 1e6:8.0f} MB, what they share divided among them"
        if server := _server(Path(folder)):
            yield f"a server beside each {server / 1e6:8.0f} MB (JupyterLab's; a Hub starts one for each learner)"
        with ThreadPoolExecutor(kernels) as pool:
            for many in (many for many in typists if many <= kernels):
                waits = [wait for found in pool.map(_type, (client for _, client in running[:many])) for wait in found]
                quick, slow = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
                yield f"{many:3} type at once     {1000 * quick:8.0f} ms a key, {1000 * slow:.0f} ms at p95"


@contextlib.contextmanager
def _kernel(folder: Path) -> Iterator[tuple[KernelManager, BlockingKernelClient]]:
    """A kernel that has read a message."""
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(startup_timeout=PATIENCE, cwd=str(folder), stderr=subprocess.DEVNULL)
    try:
        _run(client, _BEGIN.format(message=good_answer()))
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _type(client: BlockingKernelClient) -> list[float]:
    """Type for a while; return the seconds that each key waited."""
    waits: list[float] = []
    end = time.perf_counter() + SECONDS
    while (began := time.perf_counter()) < end:
        _run(client, _KEY.format(cut=1 + len(waits) % 40))
        waits.append(time.perf_counter() - began)
        time.sleep(max(0.0, KEY_EVERY - waits[-1]))
    return waits


def _run(client: BlockingKernelClient, code: str) -> None:
    """Run code in a kernel, and wait for its answer. Raises RuntimeError if it fails."""
    answer: Any = client.execute(code, reply=True, timeout=PATIENCE)
    if answer["content"]["status"] != "ok":
        raise RuntimeError(answer["content"]["evalue"])


def _memory(manager: KernelManager) -> int:
    """Bytes of a kernel's process, what it shares with others divided among them; 0 where that cannot be told."""
    return _share(getattr(manager.provisioner, "pid", 0) or 0)


def _share(pid: int) -> int:
    try:
        told = Path("/proc", str(pid), "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return 1024 * next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))


def _apart(folder: Path) -> dict[str, str]:
    """The environment of somebody who has set nothing."""
    own = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    return {**os.environ, **own}


def _server(folder: Path) -> int:
    """Bytes of a JupyterLab server that has started, 0 where that cannot be told."""
    log = folder / "server.log"
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ServerApp.port=0", "--allow-root"]
    with log.open("wb") as file:
        process = subprocess.Popen(command, cwd=folder, env=_apart(folder), stdout=file, stderr=subprocess.STDOUT)
        try:
            give_up = time.monotonic() + PATIENCE
            while b"is running at" not in log.read_bytes():
                if process.poll() is not None or time.monotonic() > give_up:
                    return 0
                time.sleep(0.2)
            return _share(process.pid)
        finally:
            process.terminate()
            process.wait()
