"""File names that every system takes, from any name."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,78}[a-z0-9])?")
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def safe(name: str) -> str:
    """Return `name` where every system takes it as it is, else a readable form of it with a fingerprint.

    Two names never share a file, not even on a system that takes `A` and `a` for the same.
    """
    if _PLAIN.fullmatch(name) and not _RESERVED.fullmatch(name):
        return name
    ascii_form = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    readable = re.sub(r"[^a-z0-9]+", "-", ascii_form).strip("-")[:40] or "x"
    return f"{readable}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
