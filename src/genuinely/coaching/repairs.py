"""The usual accidents of typing, mended before Python sees the cell.

Pure functions from the lines of a cell to the lines that run instead. IPython runs them more than once for a
cell, so they say nothing themselves: what there is to say travels along in the call.
"""

from __future__ import annotations

import ast
import difflib
import json
import re
from collections.abc import Container

from genuinely.coaching.choosing import begins_an_answer, choose_line
from genuinely.coaching.ids import known, tidy
from genuinely.coaching.prose import python_error, reads_as_prose
from genuinely.coaching.reflecting import reflect_line

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
_BLANK = f" \t\r\n\u00a0\u3000{_INVISIBLE}"
_FIRST_LINE = re.compile(r"(?P<comment>#|//)?\s*(?P<percents>(?:[%％]\s*)*)(?P<word>[A-Za-z_-]+)(?P<rest>.*)")
_HISTORY = re.compile(r"[%％]*\s*rewrite_history\s+(?P<id>\S+)")
_CALL = re.compile(
    r"(?P<indent>\s*)(?P<name>score|show_scenario)(?:\s*[(（](?P<id>[^()（）]*)[)）]|\s+(?P<bare>\S+))\s*;?\s*"
)
# Whoever reads this line has the extension already: IPython's remark on loading it twice would only puzzle.
_LOADED = re.compile(r"\s*%load_ext\s+genuinely\s*")
_PASSED_OVER = re.compile(r"\s*(?:#.*|%load_ext genuinely)?\s*")


def mend(lines: list[str], names: Container[str] = ()) -> list[str]:
    """Return the cell's lines, or in their place the call that they were meant to be.

    `names` are those that Python knows at this moment.
    """
    start = next((n for n, line in enumerate(lines) if line.strip(_BLANK)), None)
    if start is None:
        return lines
    first = lines[start].strip(_BLANK)
    commented_out = first.startswith(("#", "//")) and _is_code("".join(lines[start + 1 :]))
    if not commented_out and (rest := rewrite_line(first)) is not None:
        sound = first.startswith("%%rewrite") and not first[len("%%rewrite") :][:1].isalnum()
        note = "" if sound else "mended"
        return _call(rest, lines[start + 1 :], note)
    if (choice := choose_line(first)) is not None:
        return _cell("choose", choice, lines[start + 1 :])
    if begins_an_answer(first):
        return _cell("choose", "", lines[start:])
    if (reflection := reflect_line(first)) is not None:
        return _cell("reflect", reflection, lines[start + 1 :])
    if (history := _HISTORY.fullmatch(first)) and not first.startswith("%rewrite"):
        return [f"get_ipython().run_line_magic('rewrite_history', {history['id']!r})\n", *lines[start + 1 :]]
    if first.startswith("%%"):
        return lines
    for number, line in enumerate(lines[start + 1 :], start + 1):
        if line.strip(_BLANK).startswith("%%rewrite"):
            return _below(lines[start:number], line, lines[number + 1 :])
    return _without_magic(lines, names)


def _below(above: list[str], line: str, body: list[str]) -> list[str]:
    """A rewrite line that is not the first: fine below comments, not below code."""
    if all(_PASSED_OVER.fullmatch(each) for each in above):
        return _call(line.strip(_BLANK).removeprefix("%%rewrite"), body, "lines_above")
    return _say("code_above")


def _without_magic(lines: list[str], names: Container[str]) -> list[str]:
    mended = ["\n" if _LOADED.fullmatch(line) else _mend_call(line) for line in lines]
    text = "".join(mended)
    error = python_error(text, names)
    if not (error and reads_as_prose(text)):
        return mended
    return [f"get_ipython().run_cell_magic('genuinely_prose', {error!r}, {text!r})\n"]


def rewrite_line(first: str) -> str | None:
    """Return what stands behind the word `rewrite` in a cell's first line, or None if it was not meant so."""
    first = first.strip(_BLANK)
    found = _FIRST_LINE.fullmatch(first)
    if found is None:
        return None
    word, rest = found["word"].lower(), found["rest"]
    percents = re.sub(r"\s", "", found["percents"])
    if word == "rewrite" and percents and (not rest or not rest[0].isalnum()):
        return rest
    if percents and word.startswith("rewrite") and known(glued := tidy(word.removeprefix("rewrite"))):
        return f"{glued} {rest}"  # the blank was lost
    if not difflib.get_close_matches(word, ["rewrite", "re-write"], n=1, cutoff=0.75) or word == "rewrite_history":
        return None
    tokens = rest.split()
    has_id = bool(tokens) and known(tidy(tokens[0]))
    return rest if has_id or (len(percents) > 1 and word != "rewrite") else None


def _is_code(text: str) -> bool:
    try:
        return bool(ast.parse(text).body)
    except (SyntaxError, ValueError):
        return False


def _mend_call(line: str) -> str:
    """Put straight quotes around the id of `score(...)` and `show_scenario(...)` where they are missing or curly."""
    found = _CALL.fullmatch(line)
    if found is None or (found["id"] is not None and _is_fine(found["id"])):
        return line
    typed = found["id"] or found["bare"] or ""
    id = tidy(typed)
    if not known(id) and (found["bare"] or not re.search(r"[“”„‘’«»-]", typed)):
        return line
    end = "\n" if line.endswith("\n") else ""
    return f"{found['indent']}{found['name']}({json.dumps(id)}){end}"


def _is_fine(argument: str) -> bool:
    """Whether Python takes it: a text in quotes, or a name that may be a variable."""
    try:
        return isinstance(ast.parse(argument.strip(), mode="eval").body, ast.Constant | ast.JoinedStr)
    except (SyntaxError, ValueError):
        return False


def _call(rest: str, body: list[str], note: str) -> list[str]:
    return _cell("rewrite", f"--{note} {rest.strip()}" if note else rest, body)


def _cell(magic: str, line: str, body: list[str]) -> list[str]:
    """The cell as one call. Written out here, so that IPython's own clean-up cannot touch the message."""
    text = "".join(body) or "\n"  # IPython turns a magic without a body away, in words of its own
    return [f"get_ipython().run_cell_magic({magic!r}, {line.strip()!r}, {text!r})\n"]


def _say(accident: str) -> list[str]:
    return [f"get_ipython().run_cell_magic('genuinely_says', '', {accident!r})\n"]
