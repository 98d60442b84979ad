"""The sentences of the pages that look at the whole course: `data/wording/en/my_course.toml`, checked."""

from __future__ import annotations

from functools import cache

from genuinely.coaching.wording import LANGUAGE, Words, check
from genuinely.lessons.reading import read

_SECTIONS = {
    "progress": "title column_lesson column_place column_left column_review column_link not_begun stopped:section,day "
    "read:day minutes:minutes none_left due_none due_one due_many:count begin go_on:section look_again review "
    "no_review passed_over grading",
    "journal": "title from_to:first,last none none_of:id foot grading",
    "review": "label hint rest:count none_due:day none_yet grading",
    "portfolio": "title of:day messages own plans reflections first:day last:day only:day levels column_criterion "
    "column_first column_last person:name written:day from_to:first,last empty initials without_own "
    "label hint names own_messages button made:html,markdown not_made:folder,detail grading ask_names ask_own "
    "yes_or_no yes plain",
    "fresh": "label hint button:title made:file no_pages no_pristine:title,file not_made:folder,detail plain",
    "forget": "label hint:folder kind_journal:count kind_messages:count "
    "kind_desk:count kind_own:count kind_own_cards:count kind_own_desk:count "
    "kind_predictions:count kind_reviews:count kind_instruments:count "
    "kind_dialogues:count kind_portfolio:count kind_other:kind,count "
    "sure button not_sure nothing_ticked nothing:folder done:count "
    "resisted:files browser elsewhere ask:word word kept grading plain",
    "task": "working",
    "glossary": "title intro:command where:lesson",
    "findings": "title intro:command open limits doubted_title doubted",
    "course": "title intro:command alone:minutes room:minutes follows:set follows_none promises activity check "
    "column_page column_for column_alone column_room column_activities column_checks column_set "
    "no_set none yes question:bank rewrite:section own:section task legend whole",
}

SENTENCES = {
    section: {
        name: frozenset(filter(None, braces.split(",")))
        for name, _, braces in (each.partition(":") for each in names.split())
    }
    for section, names in _SECTIONS.items()
}
"""For each sentence: the braces that it may use."""


@cache
def sentences() -> Words:
    """Return the sentences by section and name. Raises WordingError or LessonDataError."""
    return check(read("wording", LANGUAGE, "my_course.toml").found, "my_course.toml", SENTENCES)


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` with its braces filled in."""
    section, name = key.split(".")
    return sentences()[section][name].format(**values)
