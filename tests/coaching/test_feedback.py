"""Feedback, as HTML and as plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from coaching.made import CARD, NAMES, assessment, span
from genuinely.assessing import Doubt, Span
from genuinely.assessing.assessment import ReaderName
from genuinely.coaching import feedback
from genuinely.coaching.feedback import Feedback
from genuinely.coaching.rows import rows
from genuinely.coaching.view import View
from genuinely.coaching.wording import say, words
from genuinely.coaching.wording_keys import FLAGS, MOVES

MESSAGE = "Dear Gergely,\n\nyou said users press 'Clear'. Could you name one clause?\n\nBest"
ASK = span(MESSAGE, "Could you name one clause?", "ask")
HOSTILE = '<script>alert("x")</script> & <img src=x onerror=alert(1)> `code` {braces}'
VOID = {"br", "img", "input", "meta", "link", "hr"}


class Tags(HTMLParser):
    """Checks that tags nest, and collects them with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def text_of(html: str) -> str:
    without_style = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", without_style)))


def both(**made: object) -> tuple[str, str]:
    found = assessment(**made)  # type: ignore[arg-type]
    return feedback.html(MESSAGE, CARD, found), feedback.plain(MESSAGE, CARD, found)


def test_every_criterion_has_its_row_with_level_and_why() -> None:
    html, plain = both(levels={"clear_ask": 0, "concise": 2})
    for name in NAMES:
        entry = words("criteria")[name]
        for shown in (text_of(html), plain):
            assert entry["title"] in shown
            assert entry["why"] in shown
    for level in ("level_0", "level_1", "level_2"):
        for part in ("symbol", "word"):
            assert words("levels")[level][part] in html
            assert words("levels")[level][part] in plain


def test_the_words_are_quoted_with_what_they_do() -> None:
    html, plain = both(evidence={"clear_ask": (ASK,)})
    assert '<q class="g-exchange g-solid g-line">Could you name one clause?</q>' in html
    assert "“Could you name one clause?” – a clear request" in plain


def test_the_words_are_marked_in_the_letter_with_a_number_of_the_key() -> None:
    html, plain = both(evidence={"clear_ask": (ASK,)})
    last = '<span class="g-last">clause?<sup>1</sup></span>'
    assert f'<mark class="g-exchange g-solid">Could you name one {last}</mark>' in html
    assert "«Could you name one clause?»(1)" in plain
    assert "(1) a clear request" in plain


@pytest.mark.parametrize("words_marked", ["Dear Gergely,\n\nyou", "Dear Gergely,", "Gergely,\n\n", MESSAGE])
def test_a_mark_may_cross_paragraphs(words_marked: str) -> None:
    html, plain = both(evidence={"clear_ask": (span(MESSAGE, words_marked, "ask"),)})
    assert Tags(html).open == []
    assert "(1)" in plain
    letter = html[html.index('class="g-letter"') : html.index('class="g-key"')]
    assert all(word in text_of(f"<{letter}") for word in MESSAGE.split()[:3])


def test_a_warning_is_not_covered_up_by_another_mark_over_the_same_words() -> None:
    html, _ = both(
        evidence={"clear_ask": (ASK,), "easy_no": (span(MESSAGE, "Could you name one clause?", "pressure"),)}
    )
    assert '<mark class="g-against g-wavy">Could you name one <span class="g-last">clause?<sup>1 2</sup>' in html


def test_the_total_is_shown() -> None:
    html, plain = both(total=73.6)
    assert "74 of 100" in html
    assert "74 of 100" in plain


def test_a_message_that_waits_has_no_total_yet() -> None:
    for shown in both(total=73.6, flags=("placeholder",)):
        assert "not scored yet" in shown
        assert "74" not in shown


def test_the_weightiest_gap_comes_first_and_is_the_next_step() -> None:
    html, plain = both(levels={"own_voice": 0, "new_together": 0})
    ordered = rows(MESSAGE, CARD, assessment(levels={"own_voice": 0, "new_together": 0}))
    assert ordered[0].criterion == "new_together"
    assert "Next step: Something new for both. Advice on new_together." in plain
    assert '<div class="g-next">' in html


def test_strong_rows_come_last_and_need_no_advice() -> None:
    ordered = rows(MESSAGE, CARD, assessment(levels={"clear_ask": 2}))
    assert (ordered[-1].criterion, ordered[-1].advice) == ("clear_ask", "")


def test_an_all_strong_message_still_gets_one_next_thing() -> None:
    html, plain = both(levels=dict.fromkeys(NAMES, 2))
    for shown in (html, plain):
        assert "read it aloud as Gergely Szalai would" in shown


@pytest.mark.parametrize("flag", FLAGS)
def test_a_flag_says_why_that_it_waits_and_what_to_do(flag: str) -> None:
    html, plain = both(flags=(flag,), reasons={flag: "Because of this & that."})
    for shown in (text_of(html), plain):
        assert "waits for a person" in shown
        assert words("flags")[flag]["title"] in shown
        assert "Because of this & that." in shown
        assert words("flags")[flag]["to_do"] in shown
    assert 'class="g-next"' not in html
    assert "Next step:" not in plain


@pytest.mark.parametrize("flag", FLAGS)
def test_a_flag_without_a_reason_gets_one(flag: str) -> None:
    _, plain = both(flags=(flag,))
    assert words("flags")[flag]["reason"] in plain


@pytest.mark.parametrize("move", MOVES)
def test_every_move_is_named(move: str) -> None:
    html, plain = both(evidence={"clear_ask": (span(MESSAGE, "Could", move),)})
    assert words("moves")[move]["label"] in text_of(html)
    assert words("moves")[move]["label"] in plain


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("level", [0, 1, 2])
def test_every_level_of_every_criterion_is_explained(name: str, level: int) -> None:
    html, plain = both(levels={name: level})
    meaning = words("criteria")[name][f"level_{level}"]
    assert meaning in text_of(html)
    assert meaning in plain


def test_points_take_the_place_of_the_total_and_the_letter() -> None:
    view = View(MESSAGE, CARD, assessment(evidence={"clear_ask": (ASK,)}), points=(5.25, 10.0))
    html, plain = Feedback(view).html(), Feedback(view).plain()
    for shown in (html, plain):
        assert "5.25 of 10 points" in shown
    assert 'class="g-letter"' not in html
    assert "Could you name one clause?" in html


def test_many_quotes_of_a_row_are_cut_short_only_beside_the_letter() -> None:
    spans = tuple(span(MESSAGE, word, "ask") for word in ("Dear", "you", "said", "users", "press"))
    found = assessment(evidence={"clear_ask": spans})
    beside = feedback.html(MESSAGE, CARD, found)
    alone = Feedback(View(MESSAGE, CARD, found, points=(1.0, 2.0))).html()
    assert (beside.count("<q "), alone.count("<q ")) == (3, 5)
    assert "and 2 more, marked above" in beside
    assert feedback.plain(MESSAGE, CARD, found).count("– a clear request") == 5


def test_a_long_quote_is_cut_at_a_word() -> None:
    message = "word " * 60
    found = assessment(evidence={"clear_ask": (span(message, message.strip(), "ask"),)})
    assert re.search(r"“(word )+…”", feedback.plain(message, CARD, found))


def test_everything_is_escaped() -> None:
    found = assessment(
        evidence={"clear_ask": (span(HOSTILE, HOSTILE, "ask"),)}, flags=("stuffed",), reasons={"stuffed": HOSTILE}
    )
    html = Feedback(View(HOSTILE, CARD, found, notes=(HOSTILE,), footer=HOSTILE)).html()
    tags = [tag for tag, _ in Tags(html).found]
    assert "script" not in tags
    assert "img" not in tags
    assert "&lt;script&gt;" in html
    assert "{braces}" in html


def test_the_html_nests_and_names_its_language() -> None:
    html, _ = both(evidence={"clear_ask": (ASK,)}, levels={"clear_ask": 0})
    tags = Tags(html)
    assert tags.open == []
    assert tags.found[0] == (
        "div",
        {"class": "genuinely", "lang": "en", "role": "region", "aria-label": f"Feedback on “{CARD.title}”"},
    )


def test_the_table_has_a_caption_and_headers() -> None:
    html, _ = both()
    found = Tags(html).found
    scopes = [attributes["scope"] for tag, attributes in found if tag == "th"]
    assert ("caption", {}) in found
    assert scopes == ["col"] * 3 + ["row"] * len(NAMES)


def test_symbols_are_never_alone_and_not_read_aloud() -> None:
    html, _ = both()
    symbols = re.findall(r'<span class="g-symbol" aria-hidden="true">[●○]+</span> <b>(\w+)</b>', html)
    assert len(symbols) == len(NAMES)


def test_the_output_has_no_script_and_asks_for_nothing_outside() -> None:
    html, _ = both()
    assert "<script" not in html
    assert "http" not in html
    assert "url(" not in html


def test_it_shows_itself_as_both() -> None:
    view = View(MESSAGE, CARD, assessment())
    bundle = Feedback(view)._repr_mimebundle_()
    assert bundle["text/html"] == feedback.html(MESSAGE, CARD, view.assessment)
    assert bundle["text/plain"] == feedback.plain(MESSAGE, CARD, view.assessment) == repr(Feedback(view))


ANSWER = "Could Gergely answer “this” in one sitting?"


def unsure(level: int = 2, evidence: tuple[Span, ...] = ()) -> tuple[str, str]:
    return both(evidence={"clear_ask": (ASK,)}, doubts={"clear_ask": Doubt(level, evidence, ANSWER)})


def test_a_level_that_the_checker_is_unsure_of_is_only_probable() -> None:
    html, plain = unsure()
    assert "<b>probably emerging</b>" in html
    assert "One clear request: probably emerging (" in plain
    assert html.count("probably emerging") == plain.count("probably emerging") == 1


@pytest.mark.parametrize(("reader", "shown"), [("full", False), ("light", True)])
def test_where_the_smaller_reader_stood_alone_it_is_said(reader: ReaderName, shown: bool) -> None:
    found = Feedback(View(MESSAGE, CARD, replace(assessment(), reader=reader)))
    told = say("feedback.about_light")
    assert (told in unescape(found.html()), told in " ".join(found.plain().split())) == (shown, shown)


@pytest.mark.parametrize(
    ("level", "answers"), [(2, "If so, strong; if not, emerging."), (0, "If so, emerging; if not, missing.")]
)
def test_an_unsure_level_is_shown_with_the_other_reading_and_the_question_that_decides(
    level: int, answers: str
) -> None:
    html, plain = unsure(level)
    word = {0: "missing", 2: "strong"}[level]
    meaning = words("criteria")["clear_ask"][f"level_{level}"]
    for shown in (text_of(html), plain):
        assert f"Or {word}: {meaning}." in shown
        assert f"To decide: {ANSWER} {answers}" in shown
        assert "“Probably” means" in shown


def test_the_other_reading_has_its_words_too() -> None:
    html, plain = unsure(evidence=(span(MESSAGE, "you said", "ground"),))
    assert "“you said” – names something of theirs" in plain
    assert '<q class="g-interest g-solid g-line">you said</q>' in html


def test_the_same_words_are_not_quoted_twice() -> None:
    html, plain = unsure(evidence=(ASK,))
    for shown in (text_of(html), plain):
        assert "Or strong, going by the same words: " in shown
    assert plain.count("– a clear request") == 1


def test_words_of_the_other_reading_alone_are_not_marked_in_the_letter() -> None:
    html, _ = unsure(evidence=(span(MESSAGE, "you said", "ground"),))
    assert html.count("<mark") == 1


def test_where_all_is_sure_nothing_is_said_of_doubt() -> None:
    for shown in both(levels={"clear_ask": 0}):
        assert "robably" not in shown
        assert "To decide" not in shown


def test_a_quotation_inside_a_quotation_has_single_marks() -> None:
    message = 'You wrote "ship it" and so I did.'
    found = assessment(evidence={"clear_ask": (span(message, message, "ground"),)})
    assert "“You wrote ‘ship it’ and so I did”" in feedback.plain(message, CARD, found)
    assert ">You wrote ‘ship it’ and so I did</q>" in feedback.html(message, CARD, found)
