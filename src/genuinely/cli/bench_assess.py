"""`genuinely bench assess`: what reading a message costs on this machine, next to the targets.

Each figure comes from a process of its own, `python -m genuinely.cli.bench_assess FROM COUNT`, which reads rated
messages that it has not met before and prints what it measured as JSON.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

SHORTEST, LONGEST = 145, 155
"""Words of the messages that are timed: about 150."""
TIMED = 120
"""Messages that one process reads."""


@dataclass(frozen=True)
class Measured:
    """Seconds: to import the assessor, of the first assessment, of each message, and of each card's first beyond that.

    `started` and `ended` are on the machine's clock; `memory` is in bytes, 0 where it cannot be asked for.
    """

    imported: float
    first: float
    messages: list[float]
    cards: list[float]
    started: float
    ended: float
    memory: int


def report(import_seconds: float) -> Iterator[str]:
    """Yield a line for each figure with its target."""
    alone = one_process(0)
    together = _two_processes()
    half, most = statistics.median(alone.messages), _p95(sorted(alone.messages))
    card = statistics.median(alone.cards)
    yield f"150 words, never seen    {_ms(half)} at p50, {_ms(most)} at p95 (target: 60 ms)"
    yield f"a card's first encoding  {_ms(card)} at p50, {_ms(max(alone.cards))} at most (target: 400 ms)"
    yield f"two processes read       {_rate(together):5.0f} messages a second   (target: 35)"
    yield f"import genuinely adds    {_ms(import_seconds)}   (target: 150 ms)"
    yield f"first assessment after   {_ms(alone.imported + alone.first)}   (target: 1,000 ms)"
    memory = f"{alone.memory / 1e6:5.0f} MB" if alone.memory else "unknown"
    yield f"an assessing process     {memory}   (target: 250 MB)"


def one_process(start: int) -> Measured:
    """Measure in a process of its own."""
    done = subprocess.run(_command(start), check=True, capture_output=True, encoding="utf-8")
    return Measured(**json.loads(done.stdout))


def _two_processes() -> list[Measured]:
    running = [subprocess.Popen(_command(start), stdout=subprocess.PIPE, encoding="utf-8") for start in (0, TIMED)]
    return [Measured(**json.loads(process.communicate()[0])) for process in running]


def _command(start: int) -> list[str]:
    return [sys.executable, "-m", "genuinely.cli.bench_assess", str(start), str(TIMED)]


def _rate(runs: list[Measured]) -> float:
    """Messages a second of processes that read side by side."""
    return sum(len(run.messages) / (run.ended - run.started) for run in runs)


def _p95(ordered: list[float]) -> float:
    return ordered[int(0.95 * (len(ordered) - 1))]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:5.0f} ms"


def measure(start: int, count: int) -> Measured:
    """Read `count` rated messages of about 150 words, from the `start`th on, each on a card that has been met."""
    clock = time.perf_counter()
    from genuinely.assessing import assess
    from genuinely.resources import data
    from genuinely.scenarios import load_scenarios

    imported = time.perf_counter() - clock
    cards = load_scenarios()
    rows = map(json.loads, data("ratings", "messages.jsonl").read_text(encoding="utf-8").splitlines())
    fitting = [row for row in rows if SHORTEST <= len(row["message"].split()) <= LONGEST]
    spread = [fitting[at * 7 % len(fitting)] for at in range(start, start + count)]

    def seconds(message: str, card: str) -> float:
        clock = time.perf_counter()
        assess(message, cards[card])
        return time.perf_counter() - clock

    met = [row["scenario"] for row in spread]
    first = seconds(cards[met[0]].draft, met[0])
    fresh = [(seconds(cards[card].draft, card), seconds(f"{cards[card].draft} .", card)) for card in sorted({*met[1:]})]
    started = time.time()
    messages = [seconds(row["message"], row["scenario"]) for row in spread]
    new = [max(0.0, once - again) for once, again in fresh]
    return Measured(imported, first, messages, new, started, time.time(), _memory())


def _memory() -> int:
    """The bytes that this process has held at most."""
    status = Path("/proc/self/status")
    if status.is_file():
        peak = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    print(json.dumps(asdict(measure(int(sys.argv[1]), int(sys.argv[2])))))
