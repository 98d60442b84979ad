"""What a studio answers to its page. Requests and answers are plain data; the page decides nothing.

Several pages may share a session (two tabs on one kernel), and several sessions a desk (two kernels): every text that
is written names the state it was written upon, and where that is no longer the state, nothing is overwritten.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from genuinely.assessing import Assessment, assess, is_readable
from genuinely.coaching.rows import next_row, rows
from genuinely.coaching.studio.compared import compared
from genuinely.coaching.studio.desk import Desk, Standing, Taken, clock, rounds
from genuinely.coaching.studio.judging import Round, gap_sentences, judging_sentences
from genuinely.coaching.studio.ladder import Rung, real_attempts, rungs
from genuinely.coaching.studio.own import shown_flags, unjudged
from genuinely.coaching.studio.place import place, place_sentences
from genuinely.coaching.studio.telling import Limits, Told, tell
from genuinely.coaching.studio.words import say
from genuinely.coaching.wording import words
from genuinely.keeping import is_grading, work_folder
from genuinely.scenarios import CRITERIA, Scenario

Asked = Mapping[str, Any]


@lru_cache(maxsize=128)
def reading(text: str, card: Scenario) -> Assessment:
    """Assess a text, and remember it: the page asks again for what it has asked before."""
    return assess(text, card)


@dataclass
class Session:
    """One message for one card. `private`: the learner's own, to a real person."""

    card: Scenario
    desk: Desk
    private: bool = False
    standing: Standing = field(init=False)

    def __post_init__(self) -> None:
        self.standing = self.desk.standing()

    def answer(self, asked: Asked) -> Told:
        """Return the answer to a request; {} to one that is not known."""
        act = _ACTS.get(str(asked.get("ask")))
        return act(self, asked) if act else {}

    # What a request does

    def hello(self, asked: Asked) -> Told:
        """The page is new, or comes back: everything that it shows."""
        self.standing = self.desk.standing()
        where = place(os.environ, sys.platform, str(asked.get("host", "")))
        return {
            **self._state(),
            "view": self.view(self.standing.text),
            "where": where,
            "place": list(place_sentences(where, work_folder())),
            "versions": self.versions(),
            "grading": is_grading(),
        }

    def read(self, asked: Asked) -> Told:
        """Read a text, and keep it as what is being written if the page asks for that."""
        text = _text(asked)
        kept = self._write(text, asked) if asked.get("keep") else {}
        return {"view": self.view(text), **kept}

    def ping(self, asked: Asked) -> Told:
        """The page asks whether anybody is there, and shows what another page has written since."""
        return self._state()

    def predict(self, asked: Asked) -> Told:
        """Open the levels: keep the prediction beside what is found, and say what the two come to."""
        text, assessment = _text(asked), self.reading(_text(asked))
        if assessment is None or not assessment.attempted:
            return {"said": [say("rows.too_short")]}
        levels = {name: assessment.levels[name] for name in assessment.levels if name not in self._unjudged(assessment)}
        predicted = {name: level for name, level in dict(asked.get("predicted") or {}).items() if name in levels}
        seen = Round(predicted, levels)
        troubles = self.desk.predict(seen.predicted, seen.found) if seen.rows else ()
        number, _, more = self.desk.keep(text)
        self.standing = replace(self.standing, open=True)
        kept = self._write(text, asked)
        chosen = {name: say("rows.predicted", word=_word(level)) for name, level in predicted.items()}
        said = [*gap_sentences(seen), *judging_sentences(rounds()), *troubles, *more]
        return {"view": self.view(text), "said": said, "predicted": chosen, "version": number, **kept} | self._shelf()

    def close(self, asked: Asked) -> Told:
        """Hide the levels again."""
        self.standing = replace(self.standing, open=False)
        text = _text(asked)
        return {"view": self.view(text), **self._write(text, asked)}

    def help(self, asked: Asked) -> Told:
        """The next step for the weakest criterion, and the ladder under it."""
        text, assessment = _text(asked), self.reading(_text(asked))
        recipient = self.card.recipient.name
        if assessment is None or not assessment.attempted:
            return {"help": {"title": "", "step": say("help.nothing_yet", recipient=recipient), "rungs": []}}
        skip = self._unjudged(assessment)
        ordered = tuple(row for row in rows(text, self.card, assessment) if row.criterion not in skip)
        weakest = next_row(ordered)
        if weakest is None:
            return {"help": {"title": "", "step": say("help.all_strong", recipient=recipient), "rungs": []}}
        attempts = real_attempts((version.text for version in self.desk.kept()), self.card)
        found = rungs(weakest.criterion, self.card, attempts)
        return {
            "help": {
                "title": say("help.title", title=weakest.title),
                "step": weakest.advice,
                "why": say("help.why", why=weakest.why),
                "rungs": [_rung(each) for each in found],
                "foot": "" if any(each.name == "example" for each in found) else say("help.for_points"),
            }
        }

    def keep(self, asked: Asked) -> Told:
        """Keep the text as a version."""
        text = _text(asked)
        number, new, troubles = self.desk.keep(text)
        if troubles:
            said = list(troubles)
        elif is_grading():
            said = [say("status.grading")]
        elif not number:
            said = [say("page.nothing_to_keep")]
        else:
            said = [say("page.version_kept", number=number) if new else say("page.version_same")]
        return {"said": said, **self._write(text, asked), **self._shelf()}

    def restore(self, asked: Asked) -> Told:
        """Put a version into the editor; what stands there is kept as a version first."""
        version = self._version(asked.get("number"))
        _, _, troubles = self.desk.keep(_text(asked))
        if version is None or troubles:
            return {"said": list(troubles), **self._shelf()}
        kept = self._write(version, asked)
        if kept.get("conflict"):
            return {**kept, **self._shelf()}
        said = [say("versions.restored", number=asked.get("number"))]
        return {"text": version, "view": self.view(version), "said": said, **kept, **self._shelf()}

    def settle(self, asked: Asked) -> Told:
        """End a conflict with the text that the learner chose; the other one becomes a version."""
        other = asked.get("other")
        if isinstance(other, str):
            self.desk.keep(other)
        text = _text(asked)
        kept = self._write(text, asked)
        return {"text": text, "view": self.view(text), "said": [say("conflict.done")], **kept, **self._shelf()}

    def lay_by(self, asked: Asked) -> Told:
        """Keep an older text that was found in the browser as a version, so that it is not lost."""
        self.desk.keep(_text({"text": asked.get("other")}))
        return self._shelf()

    def compare(self, asked: Asked) -> Told:
        """What changed from one version to another, or to what stands in the editor."""
        one, other = (self._version(asked.get(name), _text(asked)) for name in ("one", "other"))
        if one is None or other is None:
            return {}
        names = tuple(_name_of(asked.get(name)) for name in ("one", "other"))
        assessments = (self.reading(one), self.reading(other)) if self.standing.open else None
        return {"compared": compared((one, other), (names[0], names[1]), assessments)}

    # What is shown

    def reading(self, text: str) -> Assessment | None:
        """Return the assessment, or None if the text is too long to be a message."""
        return reading(text, self.card) if is_readable(text) else None

    def view(self, text: str) -> Told:
        """Return what the page shows of a text."""
        assessment = self.reading(text)
        if assessment is None:
            return {
                "marks": [],
                "legend": [],
                "flags": [],
                "rows": [],
                "questions": [],
                "trouble": say("status.too_long"),
            }
        told = tell(text, self.card, assessment, levels=self.standing.open, limits=self._limits(assessment))
        return {**told, "open": self.standing.open}

    def versions(self) -> list[Told]:
        """Return the versions kept, the oldest first, as the page offers them."""
        return [
            {
                "number": version.number,
                "label": say(
                    "versions.option",
                    number=version.number,
                    when=clock(version.time),
                    words=len(version.text.split()),
                ),
            }
            for version in self.desk.kept()
        ]

    def fields(self) -> list[Told]:
        """Return the criteria of the card as the prediction asks for them."""
        names = [name for name in CRITERIA if name in self.card.criteria or name == "context"]
        return [{"criterion": name, **{k: words("criteria")[name][k] for k in ("title", "question")}} for name in names]

    def _limits(self, assessment: Assessment) -> Limits:
        if not self.private:
            return Limits()
        reasons = {name: say(f"unjudged.{why}") for name, why in self._unjudged(assessment).items()}
        return Limits(reasons, shown_flags(assessment.flags, self.card), private=True)

    def _unjudged(self, assessment: Assessment) -> dict[str, str]:
        return unjudged(self.card, assessment.levels) if self.private else {}

    def _shelf(self) -> Told:
        return {"versions": self.versions()}

    def _state(self) -> Told:
        now = self.standing
        return {"stands": {"number": now.number, "text": now.text, "open": now.open, "when": clock(now.time)}}

    # What is kept

    def _write(self, text: str, asked: Asked) -> Told:
        seen = asked.get("seen")
        taken = self.desk.write(text, open=self.standing.open, seen=seen if isinstance(seen, int) else 0)
        if not taken.troubles:
            self.standing = taken.standing
        return {**self._state(), **_kept(taken)}

    def _version(self, number: object, now: str = "") -> str | None:
        if number == "now":
            return now
        return next((version.text for version in self.desk.kept() if version.number == number), None)


_ACTS: dict[str, Callable[[Session, Asked], Told]] = {
    act.__name__: act
    for act in (
        Session.hello,
        Session.read,
        Session.ping,
        Session.predict,
        Session.close,
        Session.help,
        Session.keep,
        Session.restore,
        Session.settle,
        Session.lay_by,
        Session.compare,
    )
}
"""What a page may ask for, by its name."""


def _kept(taken: Taken) -> Told:
    return {"kept": taken.kept, "conflict": taken.conflict, "troubles": list(taken.troubles)}


def _text(asked: Asked) -> str:
    """The text of a request. Half of a character that was cut apart would stop it on its way to a file."""
    text = asked.get("text")
    return text.encode("utf-8", "replace").decode("utf-8") if isinstance(text, str) else ""


def _word(level: object) -> str:
    return words("levels")[f"level_{level}"]["word"] if level in (0, 1, 2) else ""


def _name_of(number: object) -> str:
    return say("versions.editor") if number == "now" else say("versions.number", number=number)


def _rung(rung: Rung) -> Told:
    return {name: getattr(rung, name) for name in ("name", "title", "text", "locked", "note", "quoted")}
