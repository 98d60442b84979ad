"""Files that leave: written whole, and over nothing that is there unless that was asked for."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from genuinely.grading.trouble import CourseError
from genuinely.keeping.files import patiently


def write_whole_bytes(file: Path, raw: bytes) -> None:
    """Put `raw` in place of what `file` holds, so that a crash leaves the old or the new. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".genuinely-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(0o644)
        patiently(lambda: temporary.replace(file))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_new(file: Path, raw: bytes, *, force: bool = False, never: Path | None = None) -> None:
    """Write a file; over one that is there only with `force`, and never over the file `never`. Raises CourseError."""
    if never is not None and file.resolve() == never.resolve():
        raise CourseError(f"{file} is the template itself.", "Name another file by --out.")
    if file.exists() and not force:
        raise CourseError(f"{file} is there already.", "Name another file by --out, or add --force.")
    try:
        write_whole_bytes(file, raw)
    except OSError as error:
        raise CourseError(f"{file} cannot be written ({error.strerror}).", "Name another place by --out.") from error
