"""Cells run as a kernel runs them, without a kernel."""

from __future__ import annotations

from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output


class Output:
    """What a cell showed: its rich outputs as plain text, its result, and what Python printed."""

    def __init__(self, captured: Any, result: Any) -> None:
        self.htmls = [output.data.get("text/html", "") for output in captured.outputs]
        self.plain = "\n".join(output.data.get("text/plain", "") for output in captured.outputs)
        self.printed = captured.stdout
        self.stderr = captured.stderr
        self.value = result.result
        self.error = result.error_in_exec or result.error_before_exec

    @property
    def all(self) -> str:
        return "\n".join((self.plain, self.printed, self.stderr))


class Notebook:
    def __init__(self, shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
        self.shell = shell
        self._capsys = capsys

    def run(self, cell: str) -> Output:
        with capture_output() as captured:
            result = self.shell.run_cell(cell, store_history=False)
        return Output(captured, result)
