"""Floor 2: where what a learner writes is kept, on their own machine, in files that they can read."""

from genuinely.keeping.place import is_grading, work_folder
from genuinely.keeping.store import NotKeptError, SetAside, file_of, keep, kept, take_set_aside

__all__ = [
    "NotKeptError",
    "SetAside",
    "file_of",
    "is_grading",
    "keep",
    "kept",
    "take_set_aside",
    "work_folder",
]
