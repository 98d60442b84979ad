"""The studio's words: `data/wording/en/studio.toml` and the help of `ladder.toml`, checked."""

from __future__ import annotations

from functools import cache

from genuinely.coaching.wording import Words, check, load
from genuinely.scenarios import CRITERIA


def _needs(plain: str, **braces: str) -> dict[str, frozenset[str]]:
    """The keys without braces, then those with some."""
    return {key: frozenset() for key in plain.split()} | {
        key: frozenset(names.split()) for key, names in braces.items()
    }


SENTENCES = {
    "page": _needs(
        "own_label card legend lines unmarked copy copied not_copied keep version_same nothing_to_keep opening",
        label="title",
        writing="recipient",
        begin="recipient",
        version_kept="number",
    ),
    "status": _needs("kept lost back brought_back followed grading too_long", failed="detail"),
    "conflict": _needs("title theirs keep_mine take_theirs done", body="when"),
    "rows": _needs(
        "heading predict_open predict_again too_short show cancel not_judged",
        predict_intro="recipient",
        predicted="word",
        changed="title word",
        questions="recipient",
    ),
    "counter": _needs(
        "right",
        none="name length",
        words="count verdict",
        word="verdict",
        characters="count verdict",
        character="verdict",
        short="length",
        long="length",
    ),
    "gap": _needs("all_same none", same="count of", higher="titles", lower="titles"),
    "judging": _needs(
        "expects_more expects_less steady", so_far="rounds same of", closer="now then", further="now then"
    ),
    "help": _needs(
        "ask again earlier ladder nudge rule example model model_locked_two model_locked_one for_points",
        title="title",
        all_strong="recipient",
        nothing_yet="recipient",
        why="why",
        model_note="recipient",
    ),
    "versions": _needs(
        "heading none count_one now from with compare added taken nothing_changed column_criterion up down same "
        "closed editor",
        count_many="count",
        option="number when words",
        restore="number",
        restored="number",
        changes="one two added taken",
        number="number",
    ),
    "place": _needs(
        "heading browser copies download upload uploaded_one not_uploaded forget forgotten",
        own="folder",
        server="folder",
        temporary="folder",
        downloaded="file",
        uploaded_many="count",
    ),
    "own": _needs(
        "heading intro my_name my_role my_facts their_name their_role their_facts their_goals kind kind_cold "
        "kind_warm_intro kind_follow_up kind_reconnect kind_thank_you channel situation done change me them "
        "no_situation private_static needs_their_name needs_their_facts needs_my_facts",
        missing="fields",
        title="recipient",
    ),
    "unjudged": _needs("no_goals few_theirs few_mine"),
    "flags": _needs("own_waits waits"),
    "static": _needs("needs latest"),
}
"""For each sentence of `studio.toml`: the braces that it may use."""

RUNGS = ("nudge", "rule", "example")


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` of `studio.toml` with its braces filled in."""
    section, name = key.split(".")
    return sentences()[section][name].format(**values)


@cache
def sentences() -> Words:
    """Return the sentences by section and name. Raises WordingError."""
    return check(load("studio"), "studio.toml", SENTENCES)


@cache
def ladder() -> Words:
    """Return the help by criterion: nudge, rule and example. Raises WordingError."""
    return check(load("ladder"), "ladder.toml", {name: dict.fromkeys(RUNGS, frozenset()) for name in CRITERIA})
