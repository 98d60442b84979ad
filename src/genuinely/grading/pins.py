"""What an assignment was released with, kept beside the gradebook, so that its scores stay what they were made with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from genuinely import __version__
from genuinely.assessing import assess
from genuinely.coaching.choices import load_choices
from genuinely.grading.course import Course
from genuinely.grading.source import Source
from genuinely.grading.trouble import CourseError
from genuinely.keeping.files import write_whole
from genuinely.resources import data
from genuinely.scenarios import FrozenDict, load_scenario

FOLDER = "released"
_READ = ("cues", "model", "rubric")
"""Folders of data that decide what the assessor says, beside its code."""
_REMEDY = (
    "Grade with that version (pip install genuinely=={package}), or run `genuinely regrade {name} "
    "--dry-run`, which lists every score that would change, and then without --dry-run."
)


@dataclass(frozen=True)
class Pin:
    """What scores of an assignment are made with.

    released: date and time in UTC of its release, or of the last time that all was regraded; "" for what is installed.
    package: the version of genuinely.
    cards: by id, the version and the whole of each card, as JSON. choices: the versions of the two messages compared.
    sums: of the data that the assessor reads, by folder. rubric_text: the rubric's file.
    The texts are there so that a later version can say in what it differs.
    """

    released: str
    package: str
    assessor: str
    rubric: str
    reader: str
    cards: FrozenDict[str, tuple[str, str]]
    choices: FrozenDict[str, str]
    sums: FrozenDict[str, str]
    rubric_text: str


def installed(sources: Iterable[Source]) -> Pin:
    """Return what scores by these notebooks would be made with here and now."""
    items = [item for source in sources for item in source.items]
    cards = {item.scenario: load_scenario(item.scenario) for item in items if item.scenario}
    said = {id: assess("", card) for id, card in cards.items()}
    any_ = next(iter(said.values()), None)
    return Pin(
        released="",
        package=__version__,
        assessor=any_.versions.assessor if any_ else "",
        rubric=any_.versions.rubric if any_ else "",
        reader=any_.reader if any_ else "",
        cards=FrozenDict(
            (id, (said[id].versions.card, json.dumps(asdict(card), ensure_ascii=False))) for id, card in cards.items()
        ),
        choices=FrozenDict((item.choice, load_choices()[item.choice].version) for item in items if item.choice),
        sums=FrozenDict((name, _sum(data(name))) for name in _READ) if cards else FrozenDict(),
        rubric_text=data("rubric", "rubric.toml").read_text(encoding="utf-8"),
    )


def differences(pin: Pin, now: Pin) -> Iterator[str]:
    """Yield a sentence for everything in which scores made now could differ from those that the pin stands for."""
    for name in ("assessor", "rubric", "reader"):
        then, today = getattr(pin, name), getattr(now, name)
        if then != today:
            yield f"The {name} was {then or 'none'} and is {today or 'none'}."
    for id in (id for id in pin.cards if id in now.cards):
        (then, card), (today, card_now) = pin.cards[id], now.cards[id]
        if then != today:
            yield f"The card {id} has changed: {', '.join(_changed(json.loads(card), json.loads(card_now)))}."
    for id, version in now.choices.items():
        if pin.choices.get(id, version) != version:
            yield f"The choice {id} has changed."
    for name, sum_ in now.sums.items():
        if pin.sums.get(name, sum_) != sum_:
            yield f"The assessor's {name} are others than they were (data/{name})."


def check_pin(course: Course, assignment: str, sources: Iterable[Source]) -> None:
    """Raise CourseError if the assignment is pinned to other versions than those that are installed."""
    pin = read_pin(course, assignment)
    if pin and (changed := list(differences(pin, installed(sources)))):
        raise CourseError(
            f"{assignment} is pinned to what was installed on {pin.released[:10]}. {' '.join(changed)}",
            _REMEDY.format(package=pin.package, name=assignment),
        )


def read_pin(course: Course, assignment: str) -> Pin | None:
    """Return what the assignment is pinned to, or None. Raises CourseError if the file cannot be read."""
    file = pin_file(course, assignment)
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return _pin(told)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CourseError(f"{file} cannot be read ({error}).", "Put it back from a copy, or delete it.") from error


def write_pin(course: Course, assignment: str, pin: Pin, released: str) -> None:
    """Pin an assignment to `pin`, with this as its date. Raises OSError."""
    file = pin_file(course, assignment)
    file.parent.mkdir(parents=True, exist_ok=True)
    told = json.dumps(asdict(replace(pin, released=released)), ensure_ascii=False, indent=1)
    write_whole(file, f"{told}\n")


def pin_file(course: Course, assignment: str) -> Path:
    """Return the file that holds what an assignment is pinned to."""
    return course.kept / FOLDER / f"{assignment}.json"


def _pin(told: Mapping[str, Any]) -> Pin:
    cards = FrozenDict((id, (version, card)) for id, (version, card) in told["cards"].items())
    return Pin(**{**told, "cards": cards, "choices": FrozenDict(told["choices"]), "sums": FrozenDict(told["sums"])})


def _changed(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    return [name for name in now if then.get(name) != now[name]] or ["its form"]


def _sum(folder: Traversable) -> str:
    """Digits that change whenever a file of a folder does. Pages about it and line ends of a system do not count."""
    told = hashlib.sha256()
    for name, file in sorted(_files(folder, "")):
        told.update(name.encode("utf-8"))
        told.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return told.hexdigest()[:16]


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _files(each, f"{above}{each.name}/")
        elif not each.name.endswith((".md", ".pyc")):
            yield f"{above}{each.name}", each
