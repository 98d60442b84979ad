"""Floor 2: where what a learner writes is kept, on their own machine, in files that they can read."""

from genuinely.keeping.bundle import NotABundleError, pack, unpack
from genuinely.keeping.desk import ChangedError, Latest, latest, put
from genuinely.keeping.forgetting import forget, forgettable
from genuinely.keeping.listing import KeptFile, kept_files
from genuinely.keeping.place import is_grading, work_folder
from genuinely.keeping.store import Entry, NotKeptError, SetAside, file_of, keep, kept, take_set_aside

__all__ = [
    "ChangedError",
    "Entry",
    "KeptFile",
    "Latest",
    "NotABundleError",
    "NotKeptError",
    "SetAside",
    "file_of",
    "forget",
    "forgettable",
    "is_grading",
    "keep",
    "kept",
    "kept_files",
    "latest",
    "pack",
    "put",
    "take_set_aside",
    "unpack",
    "work_folder",
]
