"""Floor 2: where what a learner writes is kept, on their own machine, in files that they can read."""

from genuinely.keeping.bundle import NotABundleError, pack, unpack
from genuinely.keeping.desk import ChangedError, Latest, latest, put
from genuinely.keeping.place import is_grading, work_folder
from genuinely.keeping.store import NotKeptError, SetAside, file_of, keep, kept, take_set_aside

__all__ = [
    "ChangedError",
    "Latest",
    "NotABundleError",
    "NotKeptError",
    "SetAside",
    "file_of",
    "is_grading",
    "keep",
    "kept",
    "latest",
    "pack",
    "put",
    "take_set_aside",
    "unpack",
    "work_folder",
]
