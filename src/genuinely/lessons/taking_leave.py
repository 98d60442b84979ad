"""Two buttons for the end: a page to take along, and forgetting what was kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from genuinely.keeping import forget as delete
from genuinely.keeping import forgettable, is_grading, work_folder
from genuinely.lessons.course_wording import say, sentences
from genuinely.lessons.portfolio_files import write
from genuinely.lessons.portfolio_parts import gather
from genuinely.lessons.task import Task

_SURE = "sure"


def portfolio() -> Task:
    """Return a button that writes the portfolio. It asks what may be in it: names, own messages."""
    ticks = {"names": say("portfolio.names"), "own": say("portfolio.own_messages")}
    buttons = {"make": say("portfolio.button")}
    return Task(say("portfolio.label"), say("portfolio.hint"), ticks, buttons, _make, say("portfolio.plain"))


def make_portfolio(*, names: bool, own: bool) -> tuple[str, ...]:
    """Write the portfolio and return the sentences that say where, or why not."""
    if is_grading():
        return (say("portfolio.grading"),)
    try:
        page, text = write(gather(names=names, own=own))
    except OSError as error:
        return (say("portfolio.not_made", folder=work_folder() / "portfolio", detail=error),)
    return (say("portfolio.made", html=page, markdown=text),)


def forget() -> Task:
    """Return boxes for what is kept, and a button that deletes what is ticked, once it is confirmed."""
    done: list[bool] = []

    def do(_: str, ticked: frozenset[str]) -> tuple[str, ...]:
        said, deleted = _forget(ticked)
        done[:] = [deleted]
        return said

    ticks = kinds()
    hint = say("forget.hint" if ticks else "forget.nothing", folder=work_folder())
    sure = {_SURE: say("forget.sure")} if ticks else {}
    buttons = {"delete": say("forget.button")} if ticks else {}
    plain = say("forget.plain")
    return Task(say("forget.label"), hint, {**ticks, **sure}, buttons, do, plain, clears=lambda: any(done))


def kinds() -> Mapping[str, str]:
    """Return the kinds of files that are kept, each with its words and how many there are."""
    counts = Counter(file.parent.name for file in forgettable())
    return {kind: _words_for(kind, count) for kind, count in sorted(counts.items())}


def forget_files(files: tuple[Path, ...]) -> tuple[str, ...]:
    """Delete files for good and return the sentences that say so."""
    if is_grading():
        return (say("forget.grading"),)
    resisted = delete(files)
    said = [say("forget.done", count=len(files) - len(resisted))]
    if resisted:
        said.append(say("forget.resisted", files=", ".join(str(file) for file in resisted)))
    return (*said, say("forget.elsewhere"))


def _make(_: str, ticked: frozenset[str]) -> tuple[str, ...]:
    return make_portfolio(names="names" in ticked, own="own" in ticked)


def _forget(ticked: frozenset[str]) -> tuple[tuple[str, ...], bool]:
    """Return what to say, and whether something was deleted."""
    chosen = ticked - {_SURE}
    if is_grading():
        return (say("forget.grading"),), False
    if not chosen:
        return (say("forget.nothing_ticked"),), False
    if _SURE not in ticked:
        return (say("forget.not_sure"),), False
    said = forget_files(tuple(file for file in forgettable() if file.parent.name in chosen))
    return (said[0], say("forget.browser"), *said[1:]), True


def _words_for(kind: str, count: int) -> str:
    known = f"kind_{kind}"
    if known in sentences()["forget"]:
        return say(f"forget.{known}", count=count)
    return say("forget.kind_other", kind=kind, count=count)
