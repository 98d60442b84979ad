"""Rating in the terminal: one question after the other, each answer kept before the next is asked."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from genuinely.cli.rating import card
from genuinely.cli.rating.answers import Answers, answers, fields_of, is_done, keep
from genuinely.cli.rating.study import Item, Study
from genuinely.cli.rating.wording import FLAGS, definition, guide, question, say, title
from genuinely.coaching.wording import words
from genuinely.scenarios import CRITERIA

WIDTH = 88

Ask = Callable[[str], str]
"""Shows a prompt and returns what was typed; raises EOFError or KeyboardInterrupt when there is no more."""

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Question:
    """One thing asked of one message. `place`: how many messages come up to it."""

    item: Item
    field: str
    place: int
    first: bool


def rate(study: Study, rater: str, ask: Ask, tell: Tell) -> None:
    """Ask what is still open, in the rater's own order, until all is answered or the rater stops."""
    found = answers(study, rater)
    asked = [
        Question(item, field, place, number == 0)
        for place, item in enumerate(study.order(rater), start=1)
        for number, field in enumerate(fields_of(item))
    ]
    _begin(study, rater, found, tell)
    at, shown = _next_open(asked, found, 0), 0
    while at < len(asked):
        one = asked[at]
        if one.item.number != shown:
            _show(one, len(study.items), tell)
            shown = one.item.number
        try:
            step = _answer(one, study, rater, found, ask, tell)
        except (EOFError, KeyboardInterrupt):
            step = None
        if step is None:
            tell(f"\n{say('terminal.stopped')}")
            return
        at = max(0, at + step) if step <= 0 else _next_open(asked, found, at + 1) if step == 1 else at + 1
    _end(asked, found, tell)


def _begin(study: Study, rater: str, found: Answers, tell: Tell) -> None:
    done = sum(is_done(item, found) for item in study.items)
    tell(_wrapped(say("guide.title")))
    for text in guide():
        tell(_wrapped(text, "- "))
    tell("")
    tell(_wrapped(say("terminal.begin", rater=rater, done=done, count=len(study.items))))
    tell(_wrapped(say("terminal.keys")))


def _end(asked: list[Question], found: Answers, tell: Tell) -> None:
    still = sum(one.field in CRITERIA and one.field not in found.get(one.item.number, {}) for one in asked)
    tell("")
    tell(say("terminal.still_open", count=still) if still else say("terminal.finished"))


def _next_open(asked: list[Question], found: Answers, at: int) -> int:
    """The next question from `at` on that has no answer yet."""
    while at < len(asked) and asked[at].field in found.get(asked[at].item.number, {}):
        at += 1
    return at


def _answer(one: Question, study: Study, rater: str, found: Answers, ask: Ask, tell: Tell) -> int | None:
    """Ask until there is a step to take: 1 on to the next open one, 2 to the next, -1 back, None to stop."""
    own = found.setdefault(one.item.number, {})
    tell("")
    for line in _asked(one.field):
        tell(line)
    expected = _expected(one.field)
    while True:
        now = f" ({say('terminal.now', value=_told(own[one.field]))})" if one.field in own else ""
        typed = ask(f"{expected}{now}: ").strip()
        if typed in ("", "b", "q"):
            return {"": 2, "b": -1, "q": None}[typed]
        if typed in ("c", "m", "d"):
            _again(typed, one, tell)
        elif typed.startswith("n "):
            keep(study, rater, one.item.number, {"note": typed[2:].strip()})
            tell(say("terminal.noted"))
        elif (value := parsed(one.field, typed)) is None:
            tell(_wrapped(say("terminal.not_understood", expected=expected)))
        else:
            keep(study, rater, one.item.number, {one.field: value})
            own[one.field] = value
            return 1


def parsed(field: str, typed: str) -> Any:
    """Return the value that was typed for a field, None if it is not one."""
    if field == "flags":
        numbers = typed.replace(",", " ").split()
        if numbers == ["0"]:
            return []
        known = [FLAGS[int(n) - 1] for n in numbers if n.isdecimal() and 0 < int(n) <= len(FLAGS)]
        return known if len(known) == len(numbers) else None
    least, most = (1, 5) if field == "overall" else (0, 2)
    return int(typed) if typed.isdecimal() and least <= int(typed) <= most else None


def _expected(field: str) -> str:
    if field == "overall":
        return say("terminal.overall", low=say("overall.low"), high=say("overall.high"))
    return say("terminal.flags") if field == "flags" else say("terminal.level")


def _told(value: Any) -> str:
    return (", ".join(value) or say("flags.none")) if isinstance(value, list) else str(value)


def _asked(field: str) -> Iterator[str]:
    yield _wrapped(f"{title(field)}: {question(field)}")
    if field in CRITERIA:
        yield from (_wrapped(definition(field, level)[0], f"  {level}  ") for level in range(3))
    elif field == "flags":
        yield from (_wrapped(words("flags")[flag]["title"], f"  {n}  ") for n, flag in enumerate(FLAGS, start=1))


def _again(typed: str, one: Question, tell: Tell) -> None:
    if typed == "c":
        _show_card(one.item, tell)
    elif typed == "m":
        _show_message(one.item, tell)
    elif one.field in CRITERIA:
        for level in range(3):
            tell(_wrapped(definition(one.field, level)[1], f"  {level}  "))


def _show(one: Question, count: int, tell: Tell) -> None:
    tell(f"\n{'=' * WIDTH}\n{say('terminal.message', number=one.item.number, place=one.place, count=count)}\n")
    _show_card(one.item, tell)
    tell("-" * WIDTH)
    _show_message(one.item, tell)
    tell("-" * WIDTH)


def _show_card(item: Item, tell: Tell) -> None:
    for heading, texts in card.sections(item.card):
        tell(_wrapped(heading))
        for text in texts:
            tell(_wrapped(text, "  - " if len(texts) > 1 else "  "))


def _show_message(item: Item, tell: Tell) -> None:
    for line in item.message.split("\n"):
        tell(_wrapped(line, "    "))


def _wrapped(text: str, first: str = "") -> str:
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first))
