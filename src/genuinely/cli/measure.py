"""`genuinely measure`: how right the checker is, on scenarios that it has not seen, and how hard to fool."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from genuinely.assessing.guards import raise_flags
from genuinely.assessing.settings import load_rubric
from genuinely.cli.measuring import attacks, certainty, fairness, kappas, likeness, recorded
from genuinely.cli.measuring.curve import curve
from genuinely.cli.measuring.held_out import CHECKERS, FILES, Row, held_out
from genuinely.cli.measuring.ratings import NoRatingsError, RatedMessage, among_raters, rated_messages, ratings_folder
from genuinely.cli.repository import repository

ABOUT = (
    "The raters are language models that read the rubric; agreement with people has not been measured.",
    "Every figure of agreement is for messages whose scenario was held out of the fitting (five folds by scenario).",
)


class Measured:
    """The rated messages and what the stored predictions say of them, read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.messages: list[RatedMessage] = rated_messages(folder)
        self.readers = {name: held_out(folder, name, self.messages) for name in FILES}

    @property
    def best(self) -> tuple[str, Sequence[Row]]:
        """The checker as it runs: both readers, or the light one where nothing of theirs is stored."""
        name = next(name for name in CHECKERS if self.readers[name] is not None)
        return name, self.readers[name] or ()


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("measure", help="print how right the checker is, on scenarios held out")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"only some of it: {', '.join(PARTS)}")
    parser.add_argument("--record", action="store_true", help="write the figures down as those not to fall below")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what was asked for, part by part. Needs a checkout."""
    if unknown := [part for part in args.parts if part not in PARTS]:
        print(f"There is no part {unknown[0]!r}. The parts are: {', '.join(PARTS)}.", file=sys.stderr)
        return 1
    try:
        measured = Measured(ratings_folder())
        for line in _lines(args.parts or list(PARTS), measured):
            print(line, flush=True)
    except (NoRatingsError, attacks.NoTestsError) as error:
        print(error, file=sys.stderr)
        return 1
    if args.record:
        print(f"Recorded in {recorded.record(measured.folder, recorded.figures(measured.readers))}.")
    return 0


def _lines(parts: Sequence[str], measured: Measured) -> Iterator[str]:
    yield from ABOUT
    if measured.readers["both"] is None:
        yield f"There is no {FILES['both']}.jsonl in data/ratings, so the light reader stands alone here."
    for part in parts:
        yield ""
        yield from PARTS[part](measured)


def _agreement(measured: Measured) -> Iterator[str]:
    yield "Agreement with the raters: quadratic weighted kappa, with the middle 95 % over samples of scenarios."
    yield from kappas.together(measured.readers, among_raters(measured.messages))
    for name in CHECKERS:
        if (rows := measured.readers[name]) is not None:
            yield from ("", f"The same for each wave of messages, {CHECKERS[name]} (wave 5: the cards' own drafts):")
            yield from kappas.each_wave(rows)


def _curve(measured: Measured) -> Iterator[str]:
    yield "Learning curve: the mean kappa when fewer of the scenarios are learned from."
    yield from curve(measured.folder, measured.messages)


def _certainty(measured: Measured) -> Iterator[str]:
    for name in CHECKERS:
        if (rows := measured.readers[name]) is not None:
            yield from _certainty_of(name, rows, measured)


def _certainty_of(name: str, rows: Sequence[Row], measured: Measured) -> Iterator[str]:
    limits = load_rubric().certainty["full" if name == "both" else name]
    yield f"Sure levels: those with a probability of at least {limits.sure} ({CHECKERS[name]})."
    yield from certainty.sure_table(rows, limits.sure)
    yield from ("", "Calibration: how often a level of a stated certainty is the raters'.")
    yield from certainty.calibration_table(rows)
    yield from ("", "Messages that go to a person, of those that the raters found honest (wave 5 left out).")
    honest = {one.id: bool(raise_flags(one.text, one.card)) for one in measured.messages if is_honest(one)}
    wholes = certainty.wholes([row for row in rows if row.message.id in honest], honest)
    yield from certainty.person_table(wholes, limits.person)
    yield ""


def is_honest(message: RatedMessage) -> bool:
    """Whether a writer wrote it and no rater flagged it: a card's draft handed back is flagged as what it is."""
    return message.wave != 5 and not message.flags


def _attacks(measured: Measured) -> Iterator[str]:
    tests = attacks.tests_folder(repository(Path.cwd()))
    yield "Attacks: every family, and what it gains over the message, the draft or the nothing that it edits."
    yield from attacks.attack_lines(tests)
    yield from attacks.other_wordings(tests)
    for file in attacks.HONEST:
        yield ""
        yield from attacks.honest_lines(tests, file)


def _fairness(measured: Measured) -> Iterator[str]:
    tasks = fairness.sample(measured.messages)
    yield f"Fairness: {len(tasks)} messages, written anew with other names and with slips."
    yield from fairness.report(list(fairness.changes(tasks, fairness.PROCESSES)))


def _likeness(measured: Measured) -> Iterator[str]:
    yield "How alike honest messages to one card are, in words that are not the card's:"
    yield from likeness.alike(measured.messages)


PARTS: dict[str, Callable[[Measured], Iterator[str]]] = {
    "agreement": _agreement,
    "curve": _curve,
    "certainty": _certainty,
    "fairness": _fairness,
    "attacks": _attacks,
    "likeness": _likeness,
}
"""What is printed, in this order."""
