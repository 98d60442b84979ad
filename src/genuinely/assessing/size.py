"""How long a text may be to be read as a message."""

from __future__ import annotations

import re
from itertools import islice

from genuinely.assessing.text import Text, read

MOST_WORDS = 1_500
"""Words of the longest message that is read: some ten times what any channel carries."""
LONGEST = 20_000
"""Characters of the longest message that is read, so that a text of few endless words is none either."""


class TooLongError(ValueError):
    """A message that is too long to be one."""


def read_message(message: str) -> Text:
    """Read a message. Raises TooLongError above `MOST_WORDS` words or `LONGEST` characters."""
    if len(message) > LONGEST:
        raise TooLongError(
            f"This text has {len(message):,} characters; a message of more than {LONGEST:,} is not read. Shorten it."
        )
    text = read(message)
    if text.words > MOST_WORDS:
        raise TooLongError(
            f"This text has {text.words:,} words; a message of more than {MOST_WORDS:,} is not read. Shorten it."
        )
    return text


def is_readable(message: str) -> bool:
    """Return whether a text is short enough to be read as a message."""
    return len(message) <= LONGEST and read(message).words <= MOST_WORDS


def shortened(message: str, most: int = MOST_WORDS) -> str:
    """Return a text as it is, or a beginning of it of at most `most` words, so that it can be read as a message."""
    ends = [word.end() for word in islice(re.finditer(r"\S+", message[:LONGEST]), most)]
    short = message[: ends[-1]] if len(ends) == most else message[:LONGEST]
    while read(short).words > most:
        short = short[: len(short) // 2]  # what stands without a blank can be many words
    return short
