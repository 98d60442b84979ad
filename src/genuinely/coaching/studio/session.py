"""What a studio answers to its page. Requests and answers are plain data; the page decides nothing.

Several pages may share a session (two tabs on one kernel), and several sessions a desk (two kernels): every text that
is written names the state it was written upon, and where that is no longer the state, nothing is overwritten.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from genuinely.coaching.problem_sets import terms_of
from genuinely.coaching.studio.compared import compared
from genuinely.coaching.studio.desk import Desk, Kept, Standing, clock, rounds
from genuinely.coaching.studio.judging import Round, gap_sentences, judging_sentences
from genuinely.coaching.studio.ladder import real_attempts
from genuinely.coaching.studio.place import place, place_sentences
from genuinely.coaching.studio.showing import Showing, step
from genuinely.coaching.studio.telling import Told
from genuinely.coaching.studio.words import say
from genuinely.coaching.wording import say as say_of_all
from genuinely.coaching.wording import words
from genuinely.keeping import is_grading, work_folder
from genuinely.scenarios import Scenario

Asked = Mapping[str, Any]


@dataclass
class Session:
    """One message for one card. `private`: the learner's own, to a real person."""

    card: Scenario
    desk: Desk
    private: bool = False
    standing: Standing = field(init=False)
    showing: Showing = field(init=False)

    def __post_init__(self) -> None:
        self.standing = self.desk.standing()
        self.showing = Showing(self.card, self.private)

    def answer(self, asked: Asked) -> Told:
        """Return the answer to a request; {} to one that is not known."""
        act = _ACTS.get(str(asked.get("ask")))
        return act(self, asked) if act else {}

    def hello(self, asked: Asked) -> Told:
        """The page is new, or comes back."""
        self.standing = self.desk.standing()
        where = place(os.environ, sys.platform, str(asked.get("host", "")))
        return {
            **self._state(),
            **self._shelf(),
            "where": where,
            "place": list(place_sentences(where, work_folder())),
            "grading": is_grading(),
        }

    def read(self, asked: Asked) -> Told:
        """Read a text, and keep it as what is being written if the page asks for that."""
        text = _text(asked)
        return {"view": self.view(text), **(self._write(text, asked) if asked.get("keep") else {})}

    def ping(self, asked: Asked) -> Told:
        """The page asks whether anybody is there, and shows what another page has written since."""
        now = self.desk.standing()
        self.standing = now if now.number > self.standing.number else self.standing
        return self._state()

    def predict(self, asked: Asked) -> Told:
        """Open the levels: keep the prediction beside what is found, and say what the two come to."""
        if when := self._opening():
            return {"said": [say_of_all("later.studio", when=when)]}
        text = _text(asked)
        assessment = self.showing.reading(text)
        if assessment is None or not assessment.attempted:
            return {"said": [say("rows.too_short")]}
        found = self.showing.judged(assessment)
        seen = Round(
            {name: level for name, level in dict(asked.get("predicted") or {}).items() if name in found}, found
        )
        troubles = self.desk.predict(seen.predicted, seen.found) if seen.rows else ()
        more = self.desk.keep(text).troubles
        self.standing = replace(self.standing, open=True)
        written = self._write(text, asked)
        said = [*gap_sentences(seen), *judging_sentences(rounds()), *dict.fromkeys((*troubles, *more))]
        return {"view": self.view(text), "said": said, "predicted": _predicted(seen), **written, **self._shelf()}

    def close(self, asked: Asked) -> Told:
        """Hide the levels again."""
        self.standing = replace(self.standing, open=False)
        text = _text(asked)
        return {"view": self.view(text), **self._write(text, asked)}

    def help(self, asked: Asked) -> Told:
        """The next step for the weakest criterion, and the ladder under it."""
        if when := self._opening():
            return {"help": step(say_of_all("later.studio", when=when))}
        attempts = real_attempts((version.text for version in self.desk.kept()), self.card)
        return {"help": self.showing.help(_text(asked), attempts)}

    def keep(self, asked: Asked) -> Told:
        """Keep the text as a version."""
        text = _text(asked)
        kept = self.desk.keep(text)
        if kept.troubles:
            said = list(kept.troubles)
        elif is_grading():
            said = [say("status.grading")]
        elif not kept.number:
            said = [say("page.nothing_to_keep")]
        else:
            said = [say("page.version_kept", number=kept.number) if kept.new else say("page.version_same")]
        return {"said": said, **self._write(text, asked), **self._shelf()}

    def restore(self, asked: Asked) -> Told:
        """Put a version into the editor; what stands there is kept as a version first."""
        version = self._version(asked.get("number"))
        troubles = self.desk.keep(_text(asked)).troubles
        if version is None or troubles:
            return {"said": list(troubles), **self._shelf()}
        written = self._write(version, asked)
        if written["conflict"]:
            return {"said": [], **written, **self._shelf()}
        said = [say("versions.restored", number=asked.get("number"))]
        return {"text": version, "view": self.view(version), "said": said, **written, **self._shelf()}

    def settle(self, asked: Asked) -> Told:
        """End a conflict with the text that the learner chose; the other one becomes a version."""
        self.desk.keep(_text(asked, "other"))
        text = _text(asked)
        written = self._write(text, asked)
        return {"text": text, "view": self.view(text), "said": [say("conflict.done")], **written, **self._shelf()}

    def lay_by(self, asked: Asked) -> Told:
        """Keep an older text that was found in the browser as a version, so that it is not lost."""
        self.desk.keep(_text(asked, "other"))
        return self._shelf()

    def compare(self, asked: Asked) -> Told:
        """What changed from one version to another, or to what stands in the editor."""
        one, other = (self._version(asked.get(name), _text(asked)) for name in ("one", "other"))
        if one is None or other is None:
            return {}
        names = _name_of(asked.get("one")), _name_of(asked.get("other"))
        assessments = (self.showing.reading(one), self.showing.reading(other)) if self._open else None
        return {"compared": compared((one, other), names, assessments)}

    def view(self, text: str) -> Told:
        """Return what the page shows of a text."""
        return self.showing.view(text, levels=self._open)

    @property
    def _open(self) -> bool:
        """Whether levels may be seen: the learner has predicted, and the instructor does not keep them for later."""
        return self.standing.open and not self._opening()

    def _opening(self) -> str:
        """When the instructor lets levels be seen; "" for now, and for a message of the learner's own."""
        return "" if self.private else terms_of(self.card.id).opening()

    def _shelf(self) -> Told:
        """The versions kept, the oldest first, as the page offers them."""
        return {"versions": [_offered(version) for version in self.desk.kept()]}

    def _state(self) -> Told:
        now = self.standing
        stands = {"number": now.number, "text": now.text, "open": self._open, "unread": now.unread}
        return {"stands": {**stands, "when": clock(now.time)}}

    def _write(self, text: str, asked: Asked) -> Told:
        seen = asked.get("seen")
        taken = self.desk.write(text, open=self.standing.open, seen=seen if isinstance(seen, int) else 0)
        if not taken.troubles:
            self.standing = taken.standing
        return {
            **self._state(),
            "kept": taken.kept,
            "conflict": taken.conflict,
            "troubles": list(taken.troubles),
        }

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


def _text(asked: Asked, name: str = "text") -> str:
    """A text of a request. Half of a character that was cut apart would stop it on its way to a file."""
    text = asked.get(name)
    return text.encode("utf-8", "replace").decode("utf-8") if isinstance(text, str) else ""


def _predicted(seen: Round) -> Told:
    level = words("levels")
    return {
        name: {"level": found, "said": say("rows.predicted", word=level[f"level_{found}"]["word"])}
        for name, found in seen.predicted.items()
        if found in (0, 1, 2)
    }


def _name_of(number: object) -> str:
    return say("versions.editor") if number == "now" else say("versions.number", number=number)


def _offered(version: Kept) -> Told:
    count = len(version.text.split())
    return {
        "number": version.number,
        "label": say("versions.option", number=version.number, when=clock(version.time), words=count),
    }
