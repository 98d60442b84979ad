"""Which part of a message each sentence is, told by where it stands and how it is made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from genuinely.assessing.text import Sentence, Text, is_postscript, is_subject, words

Part = Literal["subject", "greeting", "body", "closing", "postscript"]

_GREETS = re.compile(
    r"(?:dear|hi+|hello|hey+|hiya|heya|hallo|howdy|greetings|respected|good (?:morning|afternoon|evening|day)|"
    r"to whom it may concern)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"(?:with )?(?:(?:my|the|very|so|many|kind|kindest|best|warm|warmest|friendly|all|sincere) )*"
    r"(?:regards|wishes|greetings|cheers|sincerely|respectfully|gratefully|warmly|hugs|"
    r"(?:thanks|thank you|thx|best|love)(?=\W*$|,| and | again| so much| a lot| in advance| for (?:your|reading)))\b|"
    r"(?:yours|take care|talk soon|see you|all the best|bye|until then|have a (?:good|great|nice|lovely))\b",
    re.IGNORECASE,
)
_NAME_ALONE = re.compile(r"[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){0,2}\s?[,:!–—-]")
_GREETING, _CLOSING = 6, 9
"""Words of the longest greeting, and of the longest sentence of a closing."""


def parts(text: Text) -> tuple[Part, ...]:
    """Return the part that each sentence of a message is, in order."""
    rows = text.sentences
    greeting = 1 if rows and is_subject(rows[0]) else 0
    body = greeting + _greets(rows, greeting)
    postscript = next((at for at in range(body, len(rows)) if is_postscript(rows[at])), len(rows))
    closing = _closing(rows, body, postscript)
    sizes: dict[Part, int] = {
        "subject": greeting,
        "greeting": body - greeting,
        "body": closing - body,
        "closing": postscript - closing,
        "postscript": len(rows) - postscript,
    }
    return tuple(part for part, size in sizes.items() for _ in range(size))


def _greets(rows: Sequence[Sentence], at: int) -> bool:
    """Whether there is a greeting: a few words that greet, or a name alone on its line with a mark behind it."""
    if at >= len(rows) or len(words(rows[at].text)) > _GREETING:
        return False
    alone = at + 1 < len(rows) and rows[at + 1].line > rows[at].line
    return bool(_GREETS.match(rows[at].text) or (alone and _NAME_ALONE.fullmatch(rows[at].text)))


def _closing(rows: Sequence[Sentence], body: int, end: int) -> int:
    """Where the closing begins: at its first formula with nothing but short lines after it, or at a name alone."""
    start = end
    for at in range(end - 1, body - 1, -1):
        if "?" in rows[at].text or len(words(rows[at].text)) > _CLOSING:
            break
        if _CLOSES.match(rows[at].text):
            start = at
    signed = end - 1 > body and rows[end - 1].line > rows[end - 2].line and _is_name(rows[end - 1].text)
    return end - 1 if start == end and signed else start


def _is_name(text: str) -> bool:
    row = words(text)
    return 1 <= len(row) <= 3 and text[-1] not in "?!" and all(word[0].isupper() for word in row)
