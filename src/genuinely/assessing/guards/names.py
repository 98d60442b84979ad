"""A salutation to somebody else."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from genuinely.assessing.cues import common_words
from genuinely.assessing.guards.seen import Seen, bare, told, word_lists
from genuinely.assessing.text import words

_SALUTATION = re.compile(
    r"(?:dear|hi|hello|hey|hiya|heya|respected|good (?:morning|afternoon|evening|day))(?P<gap>[ ,]+)"
    r"(?P<who>[^,!:;\n?]{1,60}?)\s*(?:[,!:;\n—–?]|-|\.|$)",
    re.IGNORECASE,
)

_LATER = re.compile(r"(?P<before>[.!?:\n\"'>|][ \n>|\"']{0,4})(?=(?:Dear|Hi|Hello|Hey|Hiya) [A-Z])")
_GREETED = 80
"""Characters in which a salutation stands."""
_TITLE_POINT = re.compile(r"(?<=\b[dm][rs])\.|(?<=\bmrs)\.|(?<=\bprof)\.", re.IGNORECASE)


def wrong_name(seen: Seen) -> bool:
    """The salutation names somebody, and neither a title alone nor anything like the recipient's name."""
    return any(_to_somebody_else(sentence.text, seen) for sentence in seen.text.sentences[:3])


def greets_somebody_else(seen: Seen) -> bool:
    """Further down, where a letter within the letter would begin, it greets somebody whom the card does not know."""
    later = (seen.plain[found.end("before") :][:_GREETED] for found in _LATER.finditer(seen.plain))
    return any(_to_somebody_else(text, seen) for text in later)


def _to_somebody_else(sentence: str, seen: Seen) -> bool:
    found = _SALUTATION.match(_TITLE_POINT.sub("", sentence))
    named = _named(found["who"]) if found else []
    if not found or not named:
        return False
    recipient, sender = _parts(seen.scenario.recipient.name), _parts(seen.scenario.sender.name)
    if any(_alike(word, name) for word in named for name in recipient):
        return False
    if set(named) <= set(sender):
        return "," not in found["gap"]  # "Hi, Ana here" introduces; "Hi Ana," addresses
    return not set(named) & {bare(part) for word in words(told(seen.scenario)) for part in word.split("-")}


def _named(who: str) -> list[str]:
    """The names in a salutation; none if a word of it is no name, or if it is written in another script."""
    lists = word_lists()
    parts = [part for word in words(who) for part in word.split("-") if part]
    names = [part for part in parts if bare(part) not in lists["titles"] | lists["anybody"] | lists["joints"]]
    if len(parts) > 5 or not all(part[0].isupper() for part in names):
        return []
    plain = [bare(name) for name in names]
    if any(not name.isascii() for name in plain) or any(name in common_words() for name in plain):
        return []
    return plain


def _parts(name: str) -> list[str]:
    """The parts of a person's name, without titles."""
    parts = [bare(part) for word in words(name) for part in word.split("-")]
    return [part for part in parts if part not in word_lists()["titles"]]


def _alike(word: str, name: str) -> bool:
    """The same name, a short form of it or a slip of the pen."""
    if word[:2] == name[:2] and (len(word) <= len(name) or len(word) - len(name) <= 2):
        return True
    if any({word, name} <= set(line.split()) for line in word_lists()["short_names"]):
        return True
    return SequenceMatcher(None, word, name).ratio() >= 0.7
