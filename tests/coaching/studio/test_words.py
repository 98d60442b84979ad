"""The studio's words are in their files, every one of them used, and help there is for every criterion."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from genuinely.coaching.studio.words import ladder, say, sentences
from genuinely.coaching.wording import WordingError, check
from genuinely.scenarios import CRITERIA

STATIC = files("genuinely.coaching") / "static" / "studio"
SCRIPTS = {file.name: file.read_text(encoding="utf-8") for file in STATIC.iterdir() if file.name.endswith(".js")}
PYTHON = "\n".join(
    file.read_text(encoding="utf-8")
    for file in (files("genuinely.coaching") / "studio").iterdir()
    if file.name.endswith(".py")
)


def test_every_sentence_is_said_somewhere() -> None:
    everything = "\n".join((PYTHON, *SCRIPTS.values()))
    unused = [
        f"{section}.{name}"
        for section, names in sentences().items()
        for name in names
        if f"{section}.{name}" not in everything and f"{section}.{{" not in everything
    ]
    assert unused == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_has_words_of_its_own(name: str) -> None:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", SCRIPTS[name], flags=re.DOTALL)
    texts = re.findall(r"text: [\"'`]([^\"'`]*)[\"'`]", code)
    assert [text for text in texts if re.search(r"[A-Za-z]{2}", re.sub(r"\$\{[^}]*\}", "", text))] == []


def test_every_sentence_that_a_script_asks_for_is_there() -> None:
    asked = {pair for script in SCRIPTS.values() for pair in re.findall(r"\bwords\.(\w+)\.(\w+)", script)}
    assert asked
    assert [pair for pair in sorted(asked) if pair[0] != "levels" and pair[1] not in sentences()[pair[0]]] == []


def test_braces_are_filled_in() -> None:
    assert say("page.version_kept", number=3) == "Kept as version 3."


def test_there_is_help_for_every_criterion() -> None:
    assert list(ladder()) == list(CRITERIA)
    assert all(ladder()[name]["nudge"].rstrip("”").endswith("?") for name in CRITERIA)


def test_a_brace_that_cannot_be_filled_in_is_refused_with_file_and_key() -> None:
    with pytest.raises(WordingError, match=r"studio\.toml: key 'page\.copy': \{recipient\} cannot be filled in"):
        check({"page": {"copy": "Copy for {recipient}"}}, "studio.toml", {"page": {"copy": frozenset()}})
