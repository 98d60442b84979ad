"""`genuinely forget [KIND [NAME]]`: delete what was kept, once it is confirmed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("forget", help="delete what was kept of your writing, for good; asks first")
    parser.add_argument("kind", nargs="?", help="a folder of my_work alone: journal, messages ...")
    parser.add_argument("name", nargs="?", help="one file of it alone, without .json")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the files, ask for the word that confirms, and delete them."""
    from genuinely.keeping import forgettable, work_folder
    from genuinely.lessons.course_wording import say
    from genuinely.lessons.taking_leave import forget_files

    files = forgettable(args.kind, args.name)
    if not files:
        print(say("forget.nothing", folder=work_folder()))
        return 0
    print("\n".join(listed(files, work_folder())))
    if not args.yes and not confirmed(say("forget.ask", word=say("forget.word")), say("forget.word")):
        print(say("forget.kept"))
        return 1
    said = forget_files(files)
    print("\n".join(said))
    return 1 if any(file.exists() for file in files) else 0


def listed(files: Sequence[Path], folder: Path) -> list[str]:
    """Return a line for the folder, and one for each file in it."""
    return [str(folder), *(f"  {file.relative_to(folder).as_posix()}" for file in files)]


def confirmed(question: str, word: str) -> bool:
    """Ask, and return whether the word was typed. Where nobody can answer, it was not."""
    try:
        return input(question).strip().lower() == word.lower()
    except EOFError:
        print(file=sys.stdout)
        return False
