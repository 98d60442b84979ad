"""A message cut into sentences, each with its place in the message as given."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from assessing.nasty import NASTY
from assessing.rated import rated
from genuinely.assessing.text import Text, is_postscript, is_subject, read, words


def sentences(message: str) -> list[str]:
    return [sentence.text for sentence in read(message).sentences]


def offences_against_order(text: Text) -> list[str]:
    """Sentences whose place is empty, outside the message, or laps over the one before."""
    found, end = [], 0
    for sentence in text.sentences:
        if not (end <= sentence.start < sentence.end <= len(text.message)):
            found.append(sentence.text)
        if not text.message[sentence.start : sentence.end].strip():
            found.append(sentence.text)
        end = sentence.end
    return found


def test_sentences_of_rated_messages_stand_in_order_and_do_not_overlap() -> None:
    assert [one.id for one in rated() if offences_against_order(read(one.message))] == []


def test_a_rated_messages_words_are_all_in_its_sentences() -> None:
    for one in rated():
        text = read(one.message)
        kept = [w for s in text.sentences for w in words(one.message[s.start : s.end])]
        missing = [w for w in words(one.message) if not w.isdigit() and w not in kept]
        assert missing == [], one.id


@pytest.mark.parametrize("message", NASTY.values(), ids=NASTY.keys())
def test_sentences_of_nasty_texts_stand_in_order_and_do_not_overlap(message: str) -> None:
    text = read(message)
    assert text.sentences
    assert offences_against_order(text) == []


@pytest.mark.parametrize("message", NASTY.values(), ids=NASTY.keys())
def test_every_place_within_a_sentence_leads_into_it(message: str) -> None:
    for sentence in read(message).sentences:
        for start in range(len(sentence.text)):
            left, right = sentence.span(start, start + 1)
            assert sentence.start <= left < right <= sentence.end
        assert sentence.span(0, len(sentence.text)) == (sentence.start, sentence.end)


@pytest.mark.parametrize(
    ("message", "word", "as_written"),
    [
        ("Dear Zoe\u0308, hello", "Zoë", "Zoe\u0308"),
        ("The ﬁrst one", "first", "ﬁrst"),
        ("A con\u00adver\u00adsation", "conversation", "con\u00adver\u00adsation"),
        ("Hello\u200b Ana", "Ana", "Ana"),
        ("😀😀 Ana", "Ana", "Ana"),
        ("Ｗｈｙ now", "Why", "Ｗｈｙ"),
    ],
)
def test_a_word_that_is_found_leads_back_to_how_it_was_written(message: str, word: str, as_written: str) -> None:
    (sentence,) = read(message).sentences
    at = sentence.text.index(word)
    start, end = sentence.span(at, at + len(word))
    assert message[start:end] == as_written


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I read it. I liked it! Did you?", ["I read it.", "I liked it!", "Did you?"]),
        ("hi tom! loved it. got 5 min? thx", ["hi tom!", "loved it.", "got 5 min?", "thx"]),
        ("no marks at all", ["no marks at all"]),
        ("First line\nsecond line\n\nthird", ["First line", "second line", "third"]),
        ("- one thing\n- another. And more\n• a third", ["one thing", "another.", "And more", "a third"]),
        ("1. First\n2) Second", ["First", "Second"]),
        ("I met Dr. Chen and Prof. Lu. They laughed.", ["I met Dr. Chen and Prof. Lu.", "They laughed."]),
        ("Some tools, e.g. Figma, help. Others do not.", ["Some tools, e.g. Figma, help.", "Others do not."]),
        ("J. R. Hartley wrote it. I read it.", ["J. R. Hartley wrote it.", "I read it."]),
        ("Dear Dr. I. Novak, hello. Yes.", ["Dear Dr. I. Novak, hello.", "Yes."]),
        ("You are older than I. Then again.", ["You are older than I.", "Then again."]),
        ("That was in my Ph.D. days. Long ago.", ["That was in my Ph.D. days.", "Long ago."]),
        ("Recall fell to 0.63. Why?", ["Recall fell to 0.63.", "Why?"]),
        ("Yes or no. Both help.", ["Yes or no.", "Both help."]),
        ("It was no. 7. I ran.", ["It was no. 7.", "I ran."]),
        ("well... maybe not. ok", ["well... maybe not.", "ok"]),
        ("Well... Maybe.", ["Well...", "Maybe."]),
        ("I wondered… then I knew.", ["I wondered... then I knew."]),
        ("What?! No way!!! Ok", ["What?!", "No way!!!", "Ok"]),
        ('"Is it so?" she asked.', ['"Is it so?"', "she asked."]),
        ("(A note.) Then more.", ["(A note.)", "Then more."]),
        ("See example.org for it. Thanks", ["See example.org for it.", "Thanks"]),
    ],
)
def test_where_sentences_end(message: str, expected: list[str]) -> None:
    assert sentences(message) == expected


CUTS: dict[str, list[list[int]]] = tomllib.loads(Path(__file__).with_name("cuts.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("id", CUTS)
def test_rated_messages_are_cut_as_the_readers_were_fitted_to_them(id: str) -> None:
    (one,) = (one for one in rated() if one.id == id)
    assert [[sentence.start, sentence.end] for sentence in read(one.message).sentences] == CUTS[id]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "hi priya its sam from the data meetup i saw your post about the churn thing and i was wondering how you "
            "picked the cutoff because we have the same problem at my lab and nobody knows what to do with it so could "
            "you tell me in a line which one you would try first",
            [
                "hi priya its sam from the data meetup i saw your post about the churn thing",
                "and i was wondering how you picked the cutoff because we have the same problem at my lab and nobody "
                "knows what to do with it",
                "so could you tell me in a line which one you would try first",
            ],
        ),
        (
            "no marks and could you tell me in one line what it was",
            ["no marks and could you tell me in one line what it was"],
        ),
    ],
)
def test_a_long_line_without_a_mark_is_cut_where_a_thought_begins(message: str, expected: list[str]) -> None:
    assert sentences(message) == expected


def test_variants_of_one_sign_are_read_alike() -> None:
    assert sentences("I’m “here” – it‑is") == sentences('I\'m "here" – it-is')


@pytest.mark.parametrize(
    "message", ["", " ", "\n\n", "\t \r\n", "\u200b\u200d\ufeff", "\u202a \u2066\u200e", "\u00a0\u3000", "\u2028"]
)
def test_blank_and_invisible_characters_are_nothing_to_read(message: str) -> None:
    text = read(message)
    assert text.sentences == ()
    assert (text.words, text.characters, text.lines) == (0, 0, 0)


class TestSubject:
    @pytest.mark.parametrize("line", ["Subject: Your tide report", "subject : hello", "Re: hello", "SUBJECT:hello"])
    def test_a_subject_line_is_known(self, line: str) -> None:
        assert is_subject(read(f"\n{line}\n\nDear Tom,").sentences[0])

    @pytest.mark.parametrize("line", ["The subject: tides", "Subjects I teach", "Regarding tides", "Re-reading it"])
    def test_another_line_is_none(self, line: str) -> None:
        assert not is_subject(read(f"{line}\n\nDear Tom,").sentences[0])

    def test_only_the_first_line_can_be_one(self) -> None:
        assert not any(is_subject(s) for s in read("Dear Tom,\nSubject: tides").sentences)

    def test_its_words_do_not_count(self) -> None:
        with_subject, without = read("Subject: Your tide report\n\nDear Tom, hello"), read("Dear Tom, hello")
        assert with_subject.words == without.words == 3
        assert with_subject.characters == without.characters == len("Dear Tom, hello")


@pytest.mark.parametrize("line", ["P.S. I sing", "PS: I sing", "ps I sing", "P. S. I sing"])
def test_a_postscript_is_known(line: str) -> None:
    assert is_postscript(read(line).sentences[0])


@pytest.mark.parametrize("line", ["Psychology is mine", "Pens", "Tips, and so on"])
def test_what_begins_like_a_postscript_is_none(line: str) -> None:
    assert not is_postscript(read(line).sentences[0])


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("one two three", 3),
        ("fine-tuning isn't easy", 3),
        ("fine‑tuning isn’t easy", 3),
        ("Cafe\u0301 Zi\u0301dek", 2),
        ("one 👋🏽 two — three", 3),
        ("0.63 and 12", 4),
        ("- one\n- two", 2),
    ],
)
def test_how_many_words_a_message_has(message: str, count: int) -> None:
    assert read(message).words == count


def test_accents_do_not_change_a_messages_length() -> None:
    assert read("Zoe\u0308 and Ana").characters == read("Zoë and Ana").characters == len("Zoë and Ana")
