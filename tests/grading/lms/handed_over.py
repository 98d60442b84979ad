"""Zips and folders as each LMS hands them over, made from the patterns that `genuinely.grading.lms.names` gives."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from genuinely.grading.lms.roster import Person, Roster

ROSTER = """\
Hub name,LMS id,SIS id,Email,Name
ada,4711,S-100,ada@example.org,"Lovelace, Ada"
bob,4712,S-101,bob@example.org,Bob Børge Smith
zoe,4713,S-102,zoe@example.org,Zoë de la Cruz
"""
PEOPLE = Roster(
    [
        Person("ada", "4711", "S-100", "", "ada@example.org", "Lovelace, Ada"),
        Person("bob", "4712", "S-101", "", "bob@example.org", "Bob Børge Smith"),
        Person("zoe", "4713", "S-102", "", "zoe@example.org", "Zoë de la Cruz"),
    ]
)
NOTEBOOK = "ps2-interest.ipynb"
WHEN = datetime(2026, 11, 20, 10, 30)


def zipped(file: Path, files: Mapping[str, bytes], when: datetime = WHEN) -> Path:
    """Write a zip with these files, all put in at one time, as an LMS does."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(member(name, when), raw)
    return file


def member(name: str, when: datetime = WHEN) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, when.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def foldered(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write the files below a folder."""
    for name, raw in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    return folder
