"""`genuinely fresh [LESSON]`: an untouched page beside one that was spoilt."""

from __future__ import annotations

import argparse
import sys


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("fresh", help="put an untouched page of a lesson beside a spoilt one: fresh 02")
    parser.add_argument("lesson", nargs="?", help="its number, or the name of its file")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the copy, or list the lessons where none is named."""
    from genuinely.lessons.course_wording import say
    from genuinely.lessons.fresh_pages import NoFreshPageError, fresh_copy
    from genuinely.lessons.reading import LessonDataError
    from genuinely.lessons.syllabus import lesson, lessons

    if args.lesson is None:
        print("\n".join(f"{each.id}  {each.title}" for each in lessons().values()))
        return 0
    try:
        made = fresh_copy(lesson(args.lesson.removesuffix(".ipynb")))
    except (NoFreshPageError, LessonDataError) as error:
        print(error, file=sys.stderr)
        return 1
    print(say("fresh.made", file=made))
    return 0
