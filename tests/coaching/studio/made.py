"""Sessions and messages to try the studio with."""

from __future__ import annotations

from typing import Any

from genuinely.coaching.studio.desk import Desk
from genuinely.coaching.studio.session import Session
from genuinely.scenarios import load_scenario

ID = "old-classmate-monitoring"
FIRST = (
    "Hi Rafael, it is Hana from biostatistics. My contract ends in August and I am looking at monitoring and "
    "evaluation. Do you know of any openings, and could you pass my CV on to somebody?"
)
SECOND = (
    "Rafael, it is Hana, who counted bike helmets beside you. Your two numbers look like our corner: in my households "
    "memory puts the second dose too high. Would you send me two columns? No answer is fine too."
)


def session(id: str = ID) -> Session:
    """A studio's session as after a kernel's start."""
    return Session(load_scenario(id), Desk(id))


def ask(studio: Session, what: str, text: str = "", /, **more: Any) -> dict[str, Any]:
    """Ask as the page asks, upon the state that the session shows."""
    return studio.answer({"ask": what, "text": text, "seen": studio.standing.number, **more})
