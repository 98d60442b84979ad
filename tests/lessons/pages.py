"""The notebooks, cell by cell."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
START = FOLDER / "00_start_here.ipynb"
LESSONS = sorted(file for file in FOLDER.glob("0[1-4]_*.ipynb") if "_fresh" not in file.stem)
ALL = sorted(file for file in FOLDER.glob("0*.ipynb") if "_fresh" not in file.stem)
"""The learners' pages; from 90 on they are an instructor's."""

CALL = re.compile(r"\b(\w+)\(([^()]*)\)")
TEXT = re.compile(r"\"([^\"]+)\"")
INSTRUMENTS = (
    "asking_game",
    "common_ground_finder",
    "coupling",
    "exchange_map",
    "hiring_desk",
    "network_map",
    "recall_game",
    "reply_simulator",
    "specificity_ladder",
    "value_from_difference",
)
ASKS = re.compile(rf"\s*(?:dialogue|reflect|quiz|predict|plan|{'|'.join(INSTRUMENTS)}|Studio\.own)\(|%%rewrite ")


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook."""

    id: str
    kind: str
    source: str
    raw: dict[str, Any]

    @property
    def folded(self) -> bool:
        return bool(self.raw["metadata"].get("jupyter", {}).get("source_hidden"))

    @property
    def words(self) -> int:
        """Its words as a reader counts them: signs that stand alone are none."""
        return sum(1 for each in self.source.split() if re.search(r"[^\W_]", each))

    @property
    def asks(self) -> bool:
        """Whether there is something to write, choose or set here."""
        return self.kind == "code" and ASKS.match(self.source) is not None


def cells(file: Path) -> list[Cell]:
    found = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return [Cell(each["id"], each["cell_type"], "".join(each["source"]), each) for each in found]


def markdown(file: Path) -> list[Cell]:
    return [cell for cell in cells(file) if cell.kind == "markdown"]


def code(file: Path) -> list[Cell]:
    return [cell for cell in cells(file) if cell.kind == "code"]


def headings(file: Path) -> list[str]:
    """The page's headings, as JupyterLab names them in an address."""
    told = "\n".join(cell.source for cell in markdown(file))
    return [found.strip().replace(" ", "-") for found in re.findall(r"^#+ (.+)$", told, re.MULTILINE)]


def calls(file: Path) -> list[tuple[str, str]]:
    """Each call with a text in quotes, and each `%%rewrite`: the name and the text."""
    found = []
    for cell in code(file):
        for name, arguments in CALL.findall(cell.source):
            found += [(name, text) for text in TEXT.findall(arguments)]
        found += [("rewrite", id) for id in re.findall(r"^%%?rewrite(?:_history)? (\S+)", cell.source, re.MULTILINE)]
    return found
