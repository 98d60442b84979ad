"""A CSV file that is changed in a few cells, while all other bytes of it stay as they are."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from genuinely.grading.trouble import CourseError

MOST_BYTES = 50_000_000
_DELIMITERS = ",;\t:"
_FORMULA = re.compile(r"\s*[=+\-@\t\r|]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class Cell:
    """A cell with what it says, and where it stands in the text: `start` to `end`, quotes included."""

    value: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True)
class Table:
    """A CSV file as it was read. `rows` has its cells, the header first; rows may differ in length."""

    name: str
    text: str
    mark: bytes
    encoding: str
    delimiter: str
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def header(self) -> list[str]:
        """Return what the first row says, without blanks around."""
        return [cell.value.strip() for cell in self.rows[0]] if self.rows else []

    def value(self, row: int, column: int | None) -> str:
        """Return what a cell says without blanks around, "" where there is none."""
        cells = self.rows[row]
        return cells[column].value.strip() if column is not None and column < len(cells) else ""

    def changed(self, values: Mapping[tuple[int, int], str]) -> bytes:
        """Return the file's bytes with the cells at (row, column) saying something else, and nothing else changed."""
        pieces, at = [], 0
        for (row, column), value in sorted(values.items()):
            cell = self.rows[row][column]
            pieces += [self.text[at : cell.start], self._written(value, cell.quoted)]
            at = cell.end
        return self.mark + "".join([*pieces, self.text[at:]]).encode(self.encoding)

    def _written(self, value: str, quoted: bool) -> str:
        if quoted or any(sign in value for sign in ('"', "\r", "\n", self.delimiter)):
            return '"' + value.replace('"', '""') + '"'
        return value


def read_table(file: Path) -> Table:
    """Read a CSV file. Raises CourseError if it cannot be read, or is not one."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise CourseError(f"{file} has more than {MOST_BYTES:,} bytes.", "Give the table alone.")
        raw = file.read_bytes()
    except OSError as error:
        raise CourseError(f"{file} cannot be read ({error.strerror}).", "Check its name and place.") from error
    return parse_table(raw, file.name)


def parse_table(raw: bytes, name: str) -> Table:
    """Read the bytes of a CSV file. Raises CourseError if they are none."""
    if raw.startswith(b"PK"):
        raise CourseError(f"{name} is a workbook, not a CSV file.", "Save it again as CSV (UTF-8).")
    mark, encoding = next(((mark, code) for mark, code in _MARKS if raw.startswith(mark)), (b"", ""))
    text, encoding = _decoded(raw[len(mark) :], encoding, name)
    if "\0" in text:
        raise CourseError(f"{name} is not a CSV file.", "Export it again as CSV.")
    delimiter = _delimiter(text)
    return Table(name, text, mark, encoding, delimiter, _rows(text, delimiter, name))


def guarded(text: str) -> str:
    """Return a text that a spreadsheet shows and does not calculate: with an apostrophe before a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def write_rows(rows: Sequence[Sequence[str]], *, mark: bool = False) -> bytes:
    """Return rows of texts as the bytes of a CSV file: UTF-8, commas, quoted where needed, lines that end in CR LF."""
    lines = (",".join(_quoted(value) for value in row) + "\r\n" for row in rows)
    return (codecs.BOM_UTF8 if mark else b"") + "".join(lines).encode("utf-8", "replace")


def _quoted(value: str) -> str:
    plain = not any(sign in value for sign in '",\r\n;\t') and value == value.strip()
    return value if plain else '"' + value.replace('"', '""') + '"'


def _decoded(raw: bytes, encoding: str, name: str) -> tuple[str, str]:
    """The text, and the encoding that gives the same bytes again."""
    for code in [encoding] if encoding else ["utf-8", "cp1252", "latin-1"]:
        try:
            return raw.decode(code), code
        except UnicodeDecodeError:
            continue
    raise CourseError(f"{name} is not text in {encoding.upper()}.", "Export it again.")


def _delimiter(text: str) -> str:
    """The sign that parts the first line most often, outside quotes."""
    first = re.split(r"[\r\n]", re.sub(r'"[^"]*"', "", text), maxsplit=1)[0]
    return max(_DELIMITERS, key=lambda sign: (first.count(sign), -_DELIMITERS.index(sign)))


def _rows(text: str, delimiter: str, name: str) -> tuple[tuple[Cell, ...], ...]:
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    quoted = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*')
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    at = 0
    while at < len(text):
        found = quoted.match(text, at)
        if found and (found.end() == len(text) or text[found.end()] in f"{delimiter}\r\n"):
            cells.append(Cell(found[1].replace('""', '"'), at, found.end(), True))
        else:
            if text.startswith('"', at) and not found:
                raise CourseError(
                    f"{name}: a quotation mark in row {len(rows) + 1} is never closed.", "Export it again."
                )
            found = plain.match(text, at)
            assert found is not None
            cells.append(Cell(found[0], at, found.end(), False))
        at = found.end()
        if text.startswith(delimiter, at):
            at += 1
            if at < len(text):
                continue
            cells.append(Cell("", at, at, False))
        at += 2 if text.startswith("\r\n", at) else 1
        rows.append(tuple(cells))
        cells = []
    return tuple(rows)
