"""What many learners at once cost, as the bench tells it: here with one and two."""

from __future__ import annotations

import re
import sys

import pytest

from genuinely.cli.bench_hub import report

pytestmark = pytest.mark.slow


def test_it_tells_memory_and_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("genuinely.cli.bench_hub.SECONDS", 1.0)
    lines = list(report(kernels=2, typists=(1, 2, 50)))
    assert lines[0].startswith("2 kernels")
    typed = [line for line in lines if "at once" in line]
    assert [line.split()[0] for line in typed] == ["1", "2"]
    for line in typed:
        middle, late = map(int, re.findall(r"(\d+) ms", line))
        assert 0 < middle <= late
    if sys.platform == "linux":
        [each] = [int(line.split()[2]) for line in lines if line.startswith("of each")]
        assert 50 < each < 1_000
        assert any("a server beside each" in line for line in lines)
