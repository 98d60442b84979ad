"""The bench types in a real browser. In a process of its own: this one has a browser open already."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CODE = """
import json
from dataclasses import asdict
from genuinely.cli.bench_studio import measure
print(json.dumps(asdict(measure("Dear Dr. Brennan, one question. No answer is fine. ", "e a"))))
"""


def test_every_key_is_timed_and_no_standing_mark_is_late() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, encoding="utf-8", timeout=400)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["keys"] == 51 + 3
    assert found["late"] == 0
    assert len(found["typing"]) == 51
    assert len(found["paused"]) == 3
    assert len(found["updates"]) >= 5
    assert 0 < min(found["typing"]) < max(found["typing"]) < 20_000
