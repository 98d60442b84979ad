"""`genuinely rate`: people rate a sample of messages, blind, and see how far they agree, also with the checker."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from genuinely.cli.measuring.ratings import NoRatingsError, rated_messages, ratings_folder
from genuinely.cli.rating import report, sheet, table, terminal
from genuinely.cli.rating.answers import answers, keep_all
from genuinely.cli.rating.study import Source, Study, StudyError, draw_sample, make, open_study
from genuinely.keeping import work_folder
from genuinely.keeping.files import write_whole
from genuinely.keeping.names import safe


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its five steps."""
    parser = subparsers.add_parser("rate", help="rate messages as a person, and see how far people and checker agree")
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP")
    start = steps.add_parser("start", help="draw the messages of a study")
    start.add_argument("--messages", type=int, default=40, help="how many (40)")
    start.add_argument("--each", type=int, default=2, help="how many of them to a card (2)")
    start.add_argument("--seed", default="first", help="another word draws other messages")
    start.add_argument("--from", dest="source", help="a CSV table with scenario and message, in place of the course's")
    go = steps.add_parser("go", help="rate in the terminal, and go on where you stopped")
    go.add_argument("rater", help="the rater's name, the same each time")
    page = steps.add_parser("sheet", help="make a page to rate on in a browser, and a table for a spreadsheet program")
    page.add_argument("rater", nargs="+", help="the raters' names")
    read = steps.add_parser("read", help="take in the table that came back from a rater")
    read.add_argument("rater", help="the rater's name")
    read.add_argument("file", help="the saved .csv")
    told = steps.add_parser("report", help="print the agreement of the raters with each other and with the checker")
    for step in (start, go, page, read, told):
        step.add_argument("--folder", help="where the study is (the folder rating/ in your own work)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do one step. Every trouble is told in a sentence."""
    folder = Path(args.folder) if args.folder else work_folder() / "rating"
    try:
        if args.step == "start":
            return _start(args, folder)
        return {"go": _go, "sheet": _sheet, "read": _read, "report": _report}[args.step](args, open_study(folder))
    except (StudyError, NoRatingsError) as error:
        print(error, file=sys.stderr)
    except (OSError, UnicodeDecodeError) as error:
        print(f"That did not work: {error}", file=sys.stderr)
    return 1


def _start(args: argparse.Namespace, folder: Path) -> int:
    if args.source:
        sources = table.read_sources(_text_of(Path(args.source)))
    else:
        found = [Source(one.id, one.card.id, one.message) for one in rated_messages(ratings_folder())]
        sources = draw_sample(found, args.messages, args.each, args.seed)
    study = make(folder, sources, args.seed)
    print(f"{len(study.items)} messages to rate, in {folder}.")
    print("Next, for each rater: genuinely rate go NAME (in the terminal) or genuinely rate sheet NAME (a page).")
    return 0


def _go(args: argparse.Namespace, study: Study) -> int:
    terminal.rate(study, args.rater, input, print)
    return 0


def _sheet(args: argparse.Namespace, study: Study) -> int:
    folder = study.folder / "sheets"
    folder.mkdir(exist_ok=True)
    for rater in args.rater:
        found, name = answers(study, rater), safe(rater)
        page, cells = folder / f"{name}.html", folder / f"{name}.csv"
        write_whole(cells, "\ufeff" + table.write(study.order(rater), found))  # the mark tells Excel that it is UTF-8
        write_whole(page, sheet.sheet(study, rater, found, cells.name))
        print(f"{rater}: {page}\n{' ' * len(rater)}  {cells}")
    return 0


def _read(args: argparse.Namespace, study: Study) -> int:
    new = keep_all(study, args.rater, table.read(_text_of(Path(args.file)), study))
    print(f"{new} answers of {args.rater} are new or changed, and kept.")
    return 0


def _report(args: argparse.Namespace, study: Study) -> int:
    for line in report.report(study):
        print(line)
    return 0


def _text_of(file: Path) -> str:
    """The text of a table; spreadsheet programs on Windows also save in its older encoding."""
    raw = file.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")
