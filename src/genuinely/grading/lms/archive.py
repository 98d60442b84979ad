"""What an LMS or a drive handed over, as a zip or a folder: named, measured and read, and never unpacked.

Nothing is written by the name that something has in here, so that no name can lead out of a folder. Names that try to,
or that not every system can hold, are refused all the same, each for itself: an LMS writes none of them.
"""

from __future__ import annotations

import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from genuinely.grading.notebooks import MOST_BYTES
from genuinely.grading.plain_files import read_plain
from genuinely.grading.trouble import CourseError, SubmissionError

MOST_ENTRIES = 50_000
MOST_READ = 2_000_000_000
"""Bytes that are read from one source in all, unpacked."""
MOST_PACKED = 200
"""How many times its packed size a file of a megabyte or more may have. A notebook full of pictures has some 5."""
DEEPEST = 10
"""Folders in folders."""

_A_LOT = 1_000_000
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_OF_THE_SYSTEM = frozenset({"__MACOSX", ".ipynb_checkpoints", ".DS_Store", "Thumbs.db", "desktop.ini"})
_PACKED = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")

_DAMAGED = (OSError, EOFError, ValueError, RuntimeError, struct.error, IndexError, OverflowError)
"""What the standard library raises, beside its own error, over bytes that only look like a zip."""

_BY_HAND = "Look at it by hand; ask the student for the notebook as JupyterLab saves it."


@dataclass(frozen=True)
class Entry:
    """A file of the source.

    parts: its path. changed: when it was last changed or put in there, in the time of this computer; None if unknown.
    read: gives its bytes, and raises SubmissionError if they cannot be had.
    """

    parts: tuple[str, ...]
    changed: datetime | None
    read: Callable[[], bytes]

    @property
    def path(self) -> str:
        """Return the path with slashes."""
        return "/".join(self.parts)


@dataclass
class Source:
    """A source that is open. refused: what was not taken from it, by path, with the reason."""

    entries: list[Entry] = field(default_factory=list)
    refused: list[tuple[str, SubmissionError]] = field(default_factory=list)

    def take(self, entry: Entry) -> None:
        """Take an entry, unless its name is refused."""
        if any(part in _OF_THE_SYSTEM or part.startswith("._") for part in entry.parts):
            return
        fault = _fault(entry.parts)
        if fault:
            self.refuse(entry.path, fault)
        else:
            self.entries.append(entry)

    def refuse(self, path: str, cause: str, remedy: str = _BY_HAND) -> None:
        """Refuse an entry."""
        self.refused.append((path, SubmissionError(cause, remedy)))

    def without_twins(self) -> None:
        """Refuse all entries that some system would take for the same file as another."""
        counts = Counter(map(_folded, self.entries))
        for entry in [entry for entry in self.entries if counts[_folded(entry)] > 1]:
            self.entries.remove(entry)
            self.refuse(entry.path, "Another file there has the same name but for capitals.")


@contextmanager
def opened(place: Path) -> Iterator[Source]:
    """Open a zip or a folder. Raises CourseError if it is neither, or too large."""
    source = Source()
    if place.is_dir():
        _walk(source, place, ())
        source.without_twins()
        yield source
        return
    try:
        archive = zipfile.ZipFile(place)
    except FileNotFoundError as error:
        raise CourseError(f"There is no {place}.", "Check its name and place.") from error
    except (zipfile.BadZipFile, *_DAMAGED) as error:
        raise CourseError(
            f"{place} is neither a folder nor a zip that can be read ({error}).", "Download it again."
        ) from error
    with archive:
        _list(source, archive)
        source.without_twins()
        yield source


def _list(source: Source, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_ENTRIES:
        raise CourseError(f"The zip has more than {MOST_ENTRIES:,} files.", "Download the submissions alone.")
    budget = _Budget()
    for member in members:
        name = _name(member)
        parts = tuple(part for part in re.split(r"[/\\]", name) if part not in ("", "."))
        kind = stat.S_IFMT(member.external_attr >> 16)
        if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
            source.refuse(name, "Its path begins at the root of a disk.")
        elif ".." in parts:
            source.refuse(name, "Its path leads out of its folder.")
        elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            source.refuse(name, "It is a link, or something else that is not a file.")
        elif parts and not name.endswith(("/", "\\")):
            reader = _reader(archive, member, budget)
            source.take(Entry(parts, _packed_at(member), reader))


def _reader(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: _Budget) -> Callable[[], bytes]:
    def read() -> bytes:
        if member.flag_bits & 0x1:
            raise SubmissionError("It is locked by a password.", _BY_HAND)
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise SubmissionError("It is packed as no LMS packs.", _BY_HAND)
        if member.file_size > MOST_BYTES:
            raise SubmissionError(f"It has more than {MOST_BYTES:,} bytes.", _BY_HAND)
        if member.file_size > _A_LOT and member.file_size > MOST_PACKED * max(member.compress_size, 1):
            raise SubmissionError("It is packed far more tightly than a notebook can be.", _BY_HAND)
        try:
            with archive.open(member) as file:
                raw = file.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, *_DAMAGED) as error:
            raise SubmissionError(f"It cannot be unpacked ({error}).", "Download the zip again.") from error
        if len(raw) > MOST_BYTES:
            raise SubmissionError(f"It has more than {MOST_BYTES:,} bytes.", _BY_HAND)
        budget.spend(len(raw))
        return raw

    return read


class _Budget:
    """How much may still be read from one zip."""

    def __init__(self) -> None:
        self._left = MOST_READ

    def spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise CourseError(
                f"The zip holds more than {MOST_READ:,} bytes of notebooks.", "Unpack and collect it in parts."
            )


def _name(member: zipfile.ZipInfo) -> str:
    """The name as it was packed. One without the mark for UTF-8 is UTF-8 from a Mac, or else in the old letters."""
    name = member.orig_filename
    if not member.flag_bits & 0x800:
        try:
            return name.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return name
    return name


def _packed_at(member: zipfile.ZipInfo) -> datetime | None:
    try:
        found = datetime(*member.date_time)
    except ValueError:
        return None
    return found if found.year > 1980 else None  # 1980 stands for no date


def _walk(source: Source, root: Path, parts: tuple[str, ...]) -> None:
    """Take the files below a folder. No link is followed."""
    for entry in sorted(os.scandir(root.joinpath(*parts)), key=lambda entry: entry.name):
        inside = (*parts, entry.name)
        looked_at = entry.stat(follow_symlinks=False)
        if entry.is_symlink() or getattr(entry, "is_junction", bool)():
            source.refuse("/".join(inside), "It is a link, and links are not followed.", "Put a copy there.")
        elif entry.is_dir(follow_symlinks=False):
            if len(inside) > DEEPEST:
                source.refuse("/".join(inside), "The folders lie too deep in each other.")
            elif entry.name not in _OF_THE_SYSTEM:
                _walk(source, root, inside)
        elif stat.S_ISREG(looked_at.st_mode):
            changed = datetime.fromtimestamp(looked_at.st_mtime)
            source.take(Entry(inside, changed, _plain_reader(root, inside)))
            if len(source.entries) > MOST_ENTRIES:
                raise CourseError(f"There are more than {MOST_ENTRIES:,} files.", "Name the folder of submissions.")
        else:
            source.refuse("/".join(inside), "It is not a file.")


def _plain_reader(root: Path, parts: tuple[str, ...]) -> Callable[[], bytes]:
    def read() -> bytes:
        raw = read_plain(root, *parts, most=MOST_BYTES)
        if raw is None:
            raise SubmissionError("It is gone.", "Collect again.")
        return raw

    return read


def _fault(parts: tuple[str, ...]) -> str:
    for part in parts:
        if not part.isprintable():
            return "Its name has a character that cannot be seen."
        if _RESERVED.fullmatch(part):
            return f"Windows keeps the name {part!r} for a device."
    if len(parts) > DEEPEST:
        return "The folders lie too deep in each other."
    if parts[-1].casefold().endswith(_PACKED):
        return "It is packed once more, and packed files within packed ones are not opened."
    return ""


def _folded(entry: Entry) -> str:
    return unicodedata.normalize("NFC", entry.path).casefold()


def as_utc(changed: datetime) -> datetime:
    """Return a time of this computer as UTC without a zone, as nbgrader keeps times."""
    return changed.astimezone(UTC).replace(tzinfo=None)
