"""What the learner expects the checker to say, held against what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from genuinely.assessing import TooLongError, assess
from genuinely.coaching import latest
from genuinely.coaching.history import drafts
from genuinely.coaching.ids import shape
from genuinely.coaching.page import Notice, Shown, escape, heading, page, symbol
from genuinely.coaching.problem_sets import terms_of
from genuinely.coaching.wording import say as say_of_all
from genuinely.coaching.wording import words
from genuinely.lessons.form_widget import Form, answers
from genuinely.lessons.forms import Field, FormSpec, Option
from genuinely.lessons.wording import say
from genuinely.scenarios import CRITERIA, Scenario, load_scenario

LEVELS = ("level_0", "level_1", "level_2")


@dataclass(frozen=True)
class Gap:
    """A criterion with the level predicted and the level found. `predicted` is None where nothing was chosen."""

    criterion: str
    predicted: int | None
    found: int

    @property
    def name(self) -> str:
        """Return "none", "same", "higher" (the checker saw more than predicted) or "lower"."""
        if self.predicted is None:
            return "none"
        if self.predicted == self.found:
            return "same"
        return "higher" if self.found > self.predicted else "lower"


def gaps(predicted: Mapping[str, int], found: Mapping[str, int]) -> tuple[Gap, ...]:
    """Return a gap for each criterion found, in the rubric's order."""
    return tuple(Gap(name, predicted.get(name), found[name]) for name in CRITERIA if name in found)


@dataclass(frozen=True, repr=False)
class Comparison(Shown):
    """Prediction and verdict beside each other. `flagged`: the message waits for a person."""

    card: Scenario
    gaps: tuple[Gap, ...]
    flagged: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the table comes to, in words."""
        chosen = [gap for gap in self.gaps if gap.predicted is not None]
        same = sum(gap.name == "same" for gap in chosen)
        said = [say("compare.flagged")] if self.flagged else []
        said.append(say("compare.agreed", count=same, of=len(chosen)))
        for name, key in (("higher", "compare.more_than_seen"), ("lower", "compare.less_than_seen")):
            if titles := [_title(gap.criterion) for gap in chosen if gap.name == name]:
                said.append(say(key, titles="; ".join(titles)))
        return tuple(said)

    def html(self) -> str:
        title = say("compare.title", title=self.card.title)
        columns = "".join(
            f'<th scope="col">{escape(say(f"compare.column_{name}"))}</th>'
            for name in ("criterion", "predicted", "found", "gap")
        )
        body = "".join(_row(gap) for gap in self.gaps)
        said = "".join(f"<p>{escape(text)}</p>" for text in self.sentences)
        return page(
            f'<div class="g-head">{heading(title, level=3, kind="g-title")}</div><div class="g-next">{said}</div>'
            f'<table class="g-history"><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>',
            label=title,
        )

    def plain(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield say("compare.title", title=self.card.title)
        yield from self.sentences
        for gap in self.gaps:
            predicted, found = _level(gap.predicted), _level(gap.found)
            yield f"{_title(gap.criterion)}: {predicted[1]} → {found[1]} ({say(f'compare.{gap.name}')})"


def predict(id: str) -> Form:
    """Return a form with each criterion of a scenario, on which the learner says what the checker will say."""
    return Form(prediction(id))


def prediction(id: str) -> FormSpec:
    """Return what that form asks. Raises UnknownScenarioError."""
    card = load_scenario(id)
    levels = words("levels")
    options = tuple(Option(name, levels[name]["word"]) for name in LEVELS)
    fields = tuple(
        Field(
            name,
            "choice",
            say("predict.field", title=_title(name), question=words("criteria")[name]["question"]),
            options=options,
            in_row=True,
        )
        for name in _asked(card)
    )
    hint = say("predict.hint", recipient=card.recipient.name)
    return FormSpec(_name(id), say("predict.label", title=card.title), hint, fields)


def compare(id: str) -> Shown:
    """Return the learner's prediction beside the checker's verdict on their latest message, or what is missing."""
    card = load_scenario(id)
    if when := terms_of(id).opening():
        return Notice((say_of_all("later.history", when=when),))
    message = _message(card)
    if message is None:
        return Notice((say("compare.no_message", shape=shape(id)),))
    try:
        assessment = assess(message, card)
    except TooLongError as error:
        return Notice((str(error),))
    if not assessment.attempted:
        return Notice((say("compare.empty", shape=shape(id)),))
    chosen = {name: LEVELS.index(level) for name, level in answers(_name(id)).items() if level in LEVELS}
    if not chosen:
        return Notice((say("compare.no_prediction", id=id),))
    return Comparison(card, gaps(chosen, assessment.levels), bool(assessment.flags))


def _asked(card: Scenario) -> tuple[str, ...]:
    return tuple(name for name in CRITERIA if name in card.criteria or name == "context")


def _message(card: Scenario) -> str | None:
    """The message of this kernel, else the latest that was kept."""
    here = latest(card.id)
    if here is not None and here.strip():
        return here
    kept, _ = drafts(card)
    return kept[-1].text if kept else here


def _name(id: str) -> str:
    return f"prediction-{id}"


def _title(criterion: str) -> str:
    return words("criteria")[criterion]["title"]


def _level(level: int | None) -> tuple[str, str]:
    if level is None:
        return "", say("compare.none")
    entry = words("levels")[LEVELS[level]]
    return entry["symbol"], entry["word"]


def _row(gap: Gap) -> str:
    cells = "".join(
        f"<td>{symbol(sign) + ' ' if sign else ''}<b>{escape(word)}</b></td>"
        for sign, word in (_level(gap.predicted), _level(gap.found))
    )
    said = "" if gap.name == "none" else escape(say(f"compare.{gap.name}"))
    return f'<tr class="g-row"><th scope="row">{escape(_title(gap.criterion))}</th>{cells}<td>{said}</td></tr>'
