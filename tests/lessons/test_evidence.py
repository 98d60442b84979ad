"""Only what has been seen at its source is drawn; what is told says where it comes from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from genuinely.lessons import sources
from genuinely.lessons.evidence import MAY_BE_DRAWN, figures
from genuinely.lessons.reading import LessonDataError

TABLE = Path(__file__).resolve().parents[2] / "data" / "evidence" / "plot_values.csv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_figure_is_read_with_its_label_and_unit() -> None:
    assert [(each.label, each.value, each.unit) for each in figures("E41")] == [
        ("replied", 64, "%"),
        ("delivered", 44, "%"),
    ]


@pytest.mark.parametrize("id", sorted({row["id"] for row in rows()}))
def test_nothing_is_drawn_that_was_not_seen_at_its_source(id: str) -> None:
    marks = {row["verified"] for row in rows() if row["id"] == id}
    if marks <= set(MAY_BE_DRAWN):
        assert figures(id)
    else:
        with pytest.raises(LessonDataError, match="told in words and not drawn"):
            figures(id)


def test_a_finding_without_numbers_is_refused() -> None:
    with pytest.raises(LessonDataError, match="no numbers for 'E46'"):
        figures("E46")


def test_sources_name_study_place_and_certainty() -> None:
    shown = sources("E41", "E08").plain()
    assert "Krawczyk, Reuben (2012): (Un)available upon request." in shown
    assert "https://doi.org/10.1080/08989621.2012.678688" in shown
    assert "Result seen at its source." in shown
    assert "Figures seen in a secondary report." in shown


@pytest.mark.parametrize("id", ["E03", "E06", "E13", "E55"])
def test_numbers_told_from_memory_are_left_out(id: str) -> None:
    shown = sources(id).plain()
    assert "K-" not in shown
    assert "n/r" not in shown.lower()


def test_an_unknown_finding_is_refused() -> None:
    with pytest.raises(LessonDataError, match="no finding 'E99'"):
        sources("E99")
