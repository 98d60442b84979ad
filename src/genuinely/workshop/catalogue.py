"""The activities that a run sheet may choose, read from the lessons' notebooks, with the titles of the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from genuinely.lessons.activities import Activity, activities
from genuinely.lessons.syllabus import lesson
from genuinely.workshop.asked import WorkshopError
from genuinely.workshop.rule import rule
from genuinely.workshop.sections import page_of, place_of
from genuinely.workshop.wording import say, told


@cache
def catalogue() -> Mapping[tuple[str, str], Activity]:
    """Return the activities of every lesson that the rule names, by lesson and cell, as they are done in a workshop.

    Raises LessonDataError, and WorkshopError where `activities.toml` says nothing of one that the rule names.
    """
    for entry in rule().entries:
        if entry.key not in told():
            raise WorkshopError(say("refused.untold", page=entry.page, cell=entry.cell))
    pages = map(page_of, sorted({entry.page for entry in rule().entries}))
    found = {
        (page.lesson.id, section.cell): replace(section.activity, title=section.title)
        for page in pages
        for section in page.sections
        if section.activity is not None
    }
    grouping = {entry.key: entry.grouping for entry in rule().entries}
    return {key: _in_the_room(activity, grouping.get(key, "")) for key, activity in found.items()}


@cache
def heading(activity: Activity) -> str:
    """Return the heading of an activity as its lesson's page has it, with its number. Raises LessonDataError."""
    found = activities(place_of(lesson(activity.page)))
    return next(each.title for each in found if each.cell == activity.cell)


def _in_the_room(activity: Activity, grouping: str) -> Activity:
    words = told().get((activity.page, activity.cell))
    if words is None:
        return activity
    return replace(
        activity,
        grouping=grouping or activity.grouping,
        title=words.title or activity.title,
        late=words.late or activity.late,
        paper=words.paper or activity.paper,
        online=words.online or activity.online,
        likely=words.likely or activity.likely,
        misreadings=words.misreadings or activity.misreadings,
    )
