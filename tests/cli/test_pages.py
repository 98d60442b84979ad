"""The pages of `docs/` that are made from the course are those that it makes now."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.cli.main import main
from genuinely.cli.pages import makers
from genuinely.cli.repository import repository

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", makers())
def test_a_made_page_is_what_is_made_now(name: str) -> None:
    made = makers()[name](ROOT)
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == made, "python3 course.py pages writes it anew"


@pytest.mark.parametrize("name", makers())
def test_the_readme_leads_there(name: str) -> None:
    assert f"(docs/{name})" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_without_the_course_it_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("genuinely.cli.pages.repository", lambda here: None)
    assert main(["pages"]) == 1
    assert "course.py" in capsys.readouterr().err
    assert repository(ROOT) == ROOT
