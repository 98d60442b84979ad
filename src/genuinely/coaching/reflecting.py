"""What a `%%reflect` cell does: look whether something is written, and then show what a reader looks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from genuinely.coaching.attempts import LEAST, fault
from genuinely.coaching.choice_words import say
from genuinely.coaching.ids import tidy
from genuinely.coaching.page import Notice, Shown, escape, page, sentence
from genuinely.coaching.problem_sets import load_problem_sets
from genuinely.coaching.rewriting import without_marks
from genuinely.coaching.schemes import Scheme, load_schemes
from genuinely.coaching.scoring import NotAttempted, validating

_REFLECT = re.compile(r"(?:[#/]\s*)*(?P<percents>(?:[%％]\s*)*)reflect\b[\s:]*(?P<rest>.*)", re.IGNORECASE)


@dataclass(frozen=True, repr=False)
class SchemePage(Shown):
    """That the text is written, and the mark scheme with its examples, folded away."""

    scheme: Scheme

    @property
    def _levels(self) -> list[tuple[str, str]]:
        return [(say("reflect.level", points=each.points, what=each.what), each.example) for each in self.scheme.levels]

    def html(self) -> str:
        levels = "".join(
            f'<p>{escape(level)}</p><p class="g-quiet">{escape(say("reflect.example"))}</p>'
            f'<blockquote class="g-draft">{escape(example)}</blockquote>'
            for level, example in self._levels
        )
        summary = f"<summary>{escape(say('reflect.scheme'))}</summary>"
        return page(f"<p>{sentence(say('reflect.real'))}</p><details>{summary}{levels}</details>")

    def plain(self) -> str:
        lines = [say("reflect.real"), "", f"{say('reflect.scheme')}:"]
        for level, example in self._levels:
            lines += ["", level, f"{say('reflect.example')}:", *(f"  {line}" for line in example.split("\n"))]
        return "\n".join(lines)


def reflect(line: str, body: str) -> Shown:
    """Return the mark scheme named in `line` if `body` is a real attempt, or else what is missing for one.

    Under nbgrader's Validate it raises NotAttempted where nothing is written, so that this is what Validate shows.
    """
    id = tidy(line)
    scheme = load_schemes().get(id)
    if scheme is None:
        return Notice((say("reflect.unknown", id=id, known=", ".join(load_schemes())),))
    missing = fault(without_marks(body), scheme.prompt)
    if missing:
        told = say(f"reflect.{missing}", **_values(missing, scheme))
        if missing == "empty" and validating():
            raise NotAttempted(told)
        return Notice((told,))
    problem_set = load_problem_sets().get(id)
    if problem_set and (when := problem_set.terms.opening()):
        return Notice((say("reflect.later", when=when),))
    return SchemePage(scheme)


def written(text: str) -> str:
    """Return what is written in a cell with a reflection: without its first line, if that names the reflection."""
    first, _, rest = without_marks(text).lstrip().partition("\n")
    return (text if reflect_line(first) is None else rest).strip()


def reflect_line(first: str) -> str | None:
    """Return what stands behind the word `reflect` in a cell's first line, or None if it was not meant so."""
    found = _REFLECT.fullmatch(first.strip("\ufeff\u200b\u00a0 \t\r\n"))
    if found is None:
        return None
    return found["rest"] if found["percents"].strip() or tidy(found["rest"]) in load_schemes() else None


def _values(missing: str, scheme: Scheme) -> dict[str, object]:
    values: dict[str, dict[str, object]] = {"empty": {"shape": f"%%reflect {scheme.id}"}, "short": {"least": LEAST}}
    return values.get(missing, {})
