"""The form of an own message, kept, and the session that it makes."""

from __future__ import annotations

from collections.abc import Mapping

from genuinely.coaching.keeping_words import keep_and_tell, kept_and_tell
from genuinely.coaching.studio.desk import Desk
from genuinely.coaching.studio.own import CHANNELS, FIELDS, KINDS, LINES, NEEDED, MissingError, card_from, tidy_form
from genuinely.coaching.studio.session import Session
from genuinely.coaching.studio.telling import Told
from genuinely.coaching.studio.words import say
from genuinely.coaching.wording import words
from genuinely.scenarios import Scenario

FORMS, DESK, VERSIONS = "own_cards", "own_desk", "own"
"""The folders of an own message under the learner's: what is known of the two, what is being written, the versions."""


class OwnForm:
    """The form kept under a name, and what comes of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        entries, _ = kept_and_tell(FORMS, name)
        self.form = tidy_form(entries[-1].get("form") if entries else {})

    def session(self) -> Session | None:
        """Return a session for the form as it stands, or None if it does not make a card yet."""
        try:
            return self._session(card_from(self.form, "own"))
        except MissingError:
            return None

    def fill(self, found: object) -> tuple[Told, Session | None]:
        """Keep the form as sent; return what is missing, or the session that it makes."""
        self.form = tidy_form(found)
        troubles = list(keep_and_tell(FORMS, self.name, {"form": self.form}).troubles)
        try:
            return {"missing": "", "troubles": troubles}, self._session(card_from(self.form, "own"))
        except MissingError as error:
            fields = "; ".join(say(f"own.needs_{name}") for name in error.fields)
            return {"missing": say("own.missing", fields=fields), "troubles": troubles}, None

    def as_plain(self) -> Told:
        """Return the form for the page: its fields in order, with labels, options and what stands in them."""
        return {"fields": [_field(name, self.form) for name in FIELDS]}

    def _session(self, card: Scenario) -> Session:
        return Session(card, Desk(self.name, DESK, VERSIONS), private=True)


def _field(name: str, form: Mapping[str, str]) -> Told:
    options: list[Told] = []
    if name == "kind":
        options = [{"value": kind, "label": say(f"own.kind_{kind}")} for kind in KINDS]
    if name == "channel":
        options = [{"value": each, "label": words("channels")[each]["name"]} for each in CHANNELS]
    return {
        "name": name,
        "label": say(f"own.{name}"),
        "value": form[name],
        "long": name in LINES or name == "situation",
        "needed": name in NEEDED,
        "options": options,
    }
