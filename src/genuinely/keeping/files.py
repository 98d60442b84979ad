"""Files that are whole or not there at all, and one writer at a time."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

STALE_AFTER = 10.0
"""Seconds after which a lock is taken to be left over from a process that died: writing takes milliseconds."""

WAIT_AT_MOST = 5.0
"""Seconds that a writer waits for its turn."""


def write_whole(file: Path, text: str) -> None:
    """Put `text` in place of what `file` holds, so that a crash leaves either the old or the new.

    Raises OSError when there is no room or no right to write; `file` is then as it was.
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.stem}-", suffix=".tmp")
    temporary = Path(name)
    try:
        # errors="replace": half a surrogate pair, from a broken paste, is no reason to lose the rest.
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        patiently(lambda: temporary.replace(file))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def patiently(do: Callable[[], object], *, tries: int = 6, pause: float = 0.02) -> None:
    """Do it again after a PermissionError: on Windows a virus scanner or an editor holds files briefly."""
    for attempt in range(tries):
        try:
            do()
            return
        except PermissionError:
            if attempt == tries - 1:
                raise
            time.sleep(pause * 2**attempt)


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold `file` for this process alone. A lock file, since that works on every system and shared drive.

    Raises TimeoutError if another process holds it for too long, OSError if the folder takes no files.
    """
    lock = file.with_name(file.name + ".lock")
    give_up = time.monotonic() + WAIT_AT_MOST
    while not _took(lock):
        if _is_stale(lock):
            with contextlib.suppress(OSError):
                lock.unlink()
        elif time.monotonic() > give_up:
            raise TimeoutError(f"{lock} is held by another process")
        else:
            time.sleep(0.01)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            patiently(lambda: lock.unlink(missing_ok=True))


def _took(lock: Path) -> bool:
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    except PermissionError:
        # Windows answers so for a lock that is just being deleted; elsewhere the folder is read-only.
        if not lock.exists():
            raise
        return False
    return True


def _is_stale(lock: Path) -> bool:
    try:
        return time.time() - lock.stat().st_mtime > STALE_AFTER
    except OSError:
        return False
