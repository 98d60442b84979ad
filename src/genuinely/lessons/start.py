"""What the start page needs: a greeting, a cell that takes long, and a look into the learner's folder."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from genuinely.coaching.page import Notice, Shown, escape, heading, page, sentence
from genuinely.keeping import is_grading, work_folder
from genuinely.lessons.wording import say


@dataclass(frozen=True)
class Kept:
    """A file of the learner's: its name below the folder, how many versions it holds, and the time of the last."""

    file: str
    versions: int
    last: str


@dataclass(frozen=True, repr=False)
class MyWork(Shown):
    """Where the learner's work lies, and what is there so far."""

    folder: Path
    found: tuple[Kept, ...]

    def html(self) -> str:
        head = f'<div class="g-head">{heading(say("my_work.title"), level=3, kind="g-title")}</div>'
        columns = "".join(
            f'<th scope="col">{escape(say(f"my_work.column_{name}"))}</th>' for name in ("file", "entries", "time")
        )
        body = "".join(
            f'<tr class="g-row"><th scope="row">{escape(each.file)}</th><td>{each.versions}</td>'
            f"<td>{escape(each.last)}</td></tr>"
            for each in self.found
        )
        table = (
            f'<table class="g-history"><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>'
            if self.found
            else f"<p>{escape(say('my_work.none'))}</p>"
        )
        where = sentence(say("my_work.folder", folder=self.folder))
        private = sentence(say("my_work.private"))
        return page(f'{head}<p>{where}</p>{table}<p class="g-foot">{private}</p>', label=say("my_work.title"))

    def plain(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield say("my_work.title")
        yield say("my_work.folder", folder=self.folder)
        yield from (f"  {each.file}: {each.versions} ({each.last})" for each in self.found)
        if not self.found:
            yield say("my_work.none")
        yield say("my_work.private")


def hello() -> Shown:
    """Return the answer to the first cell that somebody ever runs."""
    return Notice((say("hello.title"), say("hello.body")))


def my_work() -> Shown:
    """Return a look into the folder where the learner's work is kept."""
    if is_grading():
        return Notice((say("my_work.grading"),))
    folder = work_folder()
    return MyWork(folder, tuple(_kept(folder)))


def stuck(seconds: int = 20) -> None:
    """Take long on purpose, so that stopping can be tried. Being stopped is no error here."""
    print(say("stuck.begin", seconds=seconds), flush=True)
    started = time.monotonic()
    try:
        while time.monotonic() - started < seconds:
            time.sleep(0.1)
    except KeyboardInterrupt:
        print(say("stuck.stopped", after=round(time.monotonic() - started)))
    else:
        print(say("stuck.done"))


def _kept(folder: Path) -> Iterator[Kept]:
    for file in sorted(folder.glob("*/*.json")):
        try:
            entries = json.loads(file.read_text(encoding="utf-8-sig"))["entries"]
            last = str(entries[-1].get("time", "")).replace("T", " ")[:16]
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
            continue
        yield Kept(file.relative_to(folder).as_posix(), len(entries), last)
