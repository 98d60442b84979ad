"""What came of collecting, and how it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from genuinely.grading.trouble import SubmissionError

_NAMED = 10
"""Names that are printed of those of whom the same is said."""


@dataclass
class Collected:
    """What came of it, by Hub name or by path in the source.

    placed: students whose submission is there now, with what it was. unchanged: those of whom it was there already.
    kept: those of whom something else was kept in its place, with why. unmatched: files that nobody got, with cause
    and remedy. notes: what else should be known. absent: students of the roster from whom nothing is there.
    """

    placed: list[tuple[str, str]] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    unmatched: list[tuple[str, SubmissionError]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def summary(assignment: str, report: Collected, *, dry_run: bool) -> Iterator[str]:
    """Yield the lines that say what came of it."""
    yield (
        f"{assignment}: {len(report.placed)} placed, {len(report.unchanged)} there already, {len(report.kept)} left as "
        f"they were, {len(report.unmatched)} not matched."
    )
    placed = [(hub, said) for hub, said in report.placed if said != "new"]
    unmatched = [(path, str(error)) for path, error in report.unmatched]
    for title, lines in (
        ("Placed anew:", placed),
        ("Left as they were:", report.kept),
        ("Not matched, and nowhere placed:", unmatched),
        ("To be known:", report.notes),
    ):
        if lines:
            yield from ("", title, *_by_what_is_said(lines))
    if report.absent:
        yield from ("", f"Nothing from {len(report.absent)} of the roster: {', '.join(report.absent)}.")
    if dry_run:
        yield from ("", "This was a dry run: nothing was written.")


def _by_what_is_said(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a line for each name, or one for all of whom the same is said."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name, said in lines:
        names[said].append(_shown(name))
    for said, several in names.items():
        more = f" and {len(several) - _NAMED} more" if len(several) > _NAMED else ""
        yield f"  {', '.join(several[:_NAMED])}{more}: {said}"


def _shown(name: str) -> str:
    return name if name.isprintable() else repr(name)
