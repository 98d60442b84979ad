"""Slots of a template that nobody has filled."""

from __future__ import annotations

import re

from genuinely.assessing.guards.seen import Seen

_THING = (
    r"(?:(?:recipient|sender|first|last|full|company|job|team|hiring|manager|specific|project|topic|event|mutual)(?:'s)?"
    r"[ _/-])*"
    r"(?:names?|company|employer|job|position|role|title|topic|date|day|time|university|school|field|industry|link|number|"
    r"conference|meeting|friend|contact|city|country|institution|project|paper|talk|post|article|event|skills?|achievements?|interests?|experience|background|recipient|sender|"
    r"firstname|lastname|fname|lname|email|signature)"
)
_INSTRUCTION = (
    r"(?:insert|add|mention|describe|fill in|specify|state|name) (?:a |an |the |your |their |something |one |here)"
)
_SLOT = re.compile(
    # Editors put a changed word in brackets, formulas have braces, and who speaks of a slot quotes it.
    r"(?<![\w\"'^}\\])"
    r"(?:\[\s*|<<?\s*|\{\{?\s*)"
    rf"(?:(?:the|a|your|their|my|his|her) )?(?:{_THING}\b|{_INSTRUCTION}|insert\b)[^\]}}>\n@:/\\]{{0,40}}[\]}}>](?!\()"
    r"|\(\s*(?:insert\b[^)\n]{0,40}|(?:your|first|last|full|company|recipient) name(?: here)?)\s*\)"
    rf"|\(\s*(?:\w+ )?{_THING} (?:goes |comes )?here\s*\)|\b(?:on|at|about|in|for|with|of|the|from) \(\s*{_THING}\s*\)"
    rf"|\b(?:article|paper|talk|post|book|piece|column|called|titled|entitled),? [\"']\[\s*(?:\w+ )?{_THING}\s*\][\"']"
    r"|\b(?:dear|hi|hello|hey) \(\s*name\s*\)"
    r"|%(?:first|last)?_?name%|\*\|[a-z_]+\|\*|\$\{?(?:first|last)?_?name\}?",
    re.IGNORECASE,
)
_MADE = re.compile(
    # What only a program or a form would write, whatever stands in it.
    r"%[A-Za-z_]{3,30}%|\*\|[A-Za-z_ ]{2,30}\|\*|\$\{[^{}\n]{1,40}\}|\$[A-Z][A-Z_]{3,}\b|\{\{[^{}\n]{1,40}\}\}|"
    r"<<[^<>\n]{2,40}>>|"
    r"\[\[[^\[\]\n]{2,40}\]\]|(?<![\w}^\\\"'])\{[A-Za-z][A-Za-z_ -]{2,30}\}|"
    r"(?<=[a-z,;] )[\[<][A-Z][A-Z0-9 _/'-]{3,40}[\]>]|"
    r"__[A-Z][A-Z_ ]+__|"
    r"(?<![\w_-])_{3,}(?=[ .,;!?'])|\(\s*(?:TODO|TBD|TBC|FIXME)\b|\bX{4,}\b|"
    r"\b(?:at|from|about|in|on|of|for|with|dear|hi) (?:XXX|XYZ|TBD|TODO)\b"
)
_LEFT_OPEN = re.compile(
    # A bracket where a noun has to stand: after an article, a preposition, a salutation or a closing.
    r"(?:\b(?:an?|the|your|my|our|of|at|in|on|from|with|by|about|for|to|as|dear|hi|hello|regards,|best,|sincerely,)|"
    r"[…]|\.{3}) "
    r"[\[<]([a-z][a-z' /-]{2,40})[\]>](?!\()",
    re.IGNORECASE,
)
_ASIDE = frozenset(
    "i i'm you it they he she we us was were is are am not no sic and or but so "
    "button img div span input form label script style body head table".split()
)
"""Words that a noun left open does not hold: what is said in the bracket, or an element of a page, is no slot."""
_SLOT_SIGN = re.compile(r"[\[<{(%*$]")
_WORDED = re.compile(
    r"\b(?:lorem ipsum dolor|insert (?:your |the |first |company )?name|your name here)\b", re.IGNORECASE
)
_BLANK = re.compile(
    r"\b(?:dear|hi|hello|hey|mr|ms|dr|at|from|for|in|the|your|my name is|i am|i'm) (?:_{3,}|x{3,}\b|\.{6,})",
    re.IGNORECASE,
)
_BLANK_SIGN = re.compile(r"___|xxx|\.{6}", re.IGNORECASE)


def _left_open(text: str) -> bool:
    return any(_ASIDE.isdisjoint(said.lower().split()) for said in _LEFT_OPEN.findall(text))


def placeholder(seen: Seen) -> bool:
    """A slot such as [Name] or a blank such as ____ stands in the message."""
    text = seen.plain
    return bool(
        (_SLOT_SIGN.search(text) and (_SLOT.search(text) or _left_open(text)))
        or _MADE.search(text)
        or (_BLANK_SIGN.search(text) and _BLANK.search(text))
        or _WORDED.search(text)
    )
