"""Work taken along from a server that will be gone, and brought back."""

from __future__ import annotations

from datetime import date

from genuinely.coaching.keeping_words import not_kept
from genuinely.coaching.studio.telling import Told
from genuinely.coaching.studio.words import say
from genuinely.keeping import NotABundleError, NotKeptError, pack, unpack


def take_along() -> tuple[Told, list[bytes]]:
    """Return the name of the file for the learner's own computer, and its bytes."""
    name = f"genuinely-{date.today():%Y-%m-%d}.zip"
    return {"file": name, "said": [say("place.downloaded", file=name)]}, [pack()]


def bring_back(packed: bytes) -> Told:
    """Bring back a file that was taken along, and say what came of it."""
    try:
        count = unpack(packed)
    except NotABundleError:
        return {"said": [say("place.not_uploaded")]}
    except NotKeptError as error:
        return {"said": [not_kept(error)]}
    return {"said": [say("place.uploaded_one" if count == 1 else "place.uploaded_many", count=count)]}
