"""Guards: the flags of the rubric. A flagged message is not scored by the machine; it goes to a person.

Every guard is a pure function of the message and its card that says whether its flag applies. They are made so
that an honest message is not flagged; a trick that gets past them still earns no more than its words do.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache

from genuinely.assessing.cues import Row, common_words, load_cues
from genuinely.assessing.grounding import stems
from genuinely.assessing.languages import foreign
from genuinely.assessing.text import Sentence, Text, words
from genuinely.scenarios import Scenario

FLAGS = (
    "placeholder",
    "wrong_name",
    "copied_draft",
    "copied_brief",
    "stuffed",
    "not_a_message",
    "hostile",
    "not_english",
    "contradicts_brief",
)
"""The flags, in the rubric's order."""

_SLOT = re.compile(
    r"[\[{<]{1,2}\s*(?:insert|your|their|the|recipient|sender|first|last|full|company|name|job|position|role|title|topic|"
    r"date|university|field|industry|link|number)\b[^\]}>\n]{0,40}[\]}>]"
    r"|\(\s*(?:insert\b[^)\n]{0,40}|(?:your |first |last |full |company )?name(?: here)?)\s*\)"
    r"|\{\{.{1,40}?\}\}|\b(?:lorem ipsum|insert name|name here)\b",
    re.IGNORECASE,
)
_SLOT_IN_CAPITALS = re.compile(r"[\[{<]\s*[A-Z][A-Z _/-]{2,30}\s*[\]}>]|_{3,}|\bX{3,}\b|\bTBD\b|\bINSERT\b")
_SALUTATION = re.compile(
    r"^(?:dear|hi|hello|hey|hiya|respected|good (?:morning|afternoon|evening|day))[ ,]+(?P<who>[^,!:;\n?]{1,60}?)"
    r"(?P<end>[,!:;\n—–-]|\.|$)",
    re.IGNORECASE,
)
_TITLES = frozenset(
    "dr doctor prof professor mr mrs ms miss mx sir madam ma'am ma editor chief hiring decision maker manager team "
    "esteemed colleague colleagues".split()
)
_TO_ANYBODY = frozenset("there all everyone everybody team friend folks again and from to".split())
_CODE = re.compile(
    r"^\s*(?:import \w+|from \w+ import|def \w+\(|class \w+[:(]|print\(|for \w+ in .+:|return\b.*[()\[\]]|#include|"
    r"<script|function \w*\(|SELECT .+ FROM|\w+\s*=\s*\[?[\w'\"({\[].*[)\]}'\"]$)",
    re.MULTILINE,
)
_FIRST_PERSON = re.compile(r"\b(?:i|my|mine|me|we|our|ours|us)\b", re.IGNORECASE)
_RUBRIC_WORDS = re.compile(
    r"clear[ _]ask|mutual[ _]value|easy[ _]no|common[ _]ground|new[ _]together|own[ _]voice|curiosity|concise",
    re.IGNORECASE,
)


def raise_flags(text: Text, scenario: Scenario) -> tuple[str, ...]:
    """Return the flags that apply to a message, in the rubric's order."""
    return tuple(flag for flag in FLAGS if _GUARDS[flag](text, scenario))


def _placeholder(text: Text, scenario: Scenario) -> bool:
    return bool(_SLOT.search(text.message) or _SLOT_IN_CAPITALS.search(text.message))


def _wrong_name(text: Text, scenario: Scenario) -> bool:
    """The salutation names somebody, and neither a title alone nor anything like the recipient's name."""
    for sentence in text.sentences[:3]:
        found = _SALUTATION.match(sentence.text)
        if not found:
            continue
        named = [word for word in words(found["who"]) if _plain(word) not in _TITLES]
        if not named or len(named) > 4 or _plain(named[0]) in _TO_ANYBODY or not named[0][0].isupper():
            continue
        known = _names(scenario.recipient.name, scenario.sender.name, scenario.situation, *scenario.recipient.facts)
        if not any(_alike(word, name) for word in named for name in known):
            return True
    return False


def _names(*texts: str) -> list[str]:
    """What is written with a capital: whoever a card names may be greeted, also by a short name that it tells."""
    return [_plain(w) for text in texts for w in words(text) if w[0].isupper() and _plain(w) not in _TITLES]


def _alike(word: str, name: str) -> bool:
    """The same name, a short form of it or a slip of the pen."""
    word = _plain(word)
    if word[:2] == name[:2] and (len(word) <= len(name) or len(word) - len(name) <= 2):
        return True
    return SequenceMatcher(None, word, name).ratio() >= 0.7


def _plain(word: str) -> str:
    """The word in small letters without diacritics."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).strip(".'-")


def _copied_draft(text: Text, scenario: Scenario) -> bool:
    return _likeness(text.message, scenario.draft) >= 0.85


def _likeness(one: str, other: str) -> float:
    """How much of two texts is the same words in the same order, 0 to 1 (Ratcliff and Obershelp's measure)."""
    first, second = ([w.casefold() for w in words(t)[:1000]] for t in (one, other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= 0.85 and matcher.quick_ratio() >= 0.85 else 0.0


def _copied_brief(text: Text, scenario: Scenario) -> bool:
    """More than half of the message's runs of five words stand on the card."""
    runs = _runs(text.message)
    sides = (scenario.sender, scenario.recipient)
    card = set().union(*(_runs(t) for side in sides for t in (*side.facts, *side.goals)), _runs(scenario.situation))
    return len(runs) >= 15 and sum(run in card for run in runs) / len(runs) > 0.5


def _runs(text: str) -> list[tuple[str, ...]]:
    row = [word.casefold() for word in words(text)]
    return list(zip(*(row[i:] for i in range(5)), strict=False))


def _stuffed(text: Text, scenario: Scenario) -> bool:
    """The criteria are named, or the same sentence comes again and again."""
    named = {_plain(name.replace("_", " ")) for name in _RUBRIC_WORDS.findall(text.message)}
    said = Counter(" ".join(words(s.text)).casefold() for s in text.sentences if len(words(s.text)) >= 4)
    repeated = sum(count - 1 for count in said.values())
    return len(named) >= 3 or repeated >= 3 or (repeated >= 1 and repeated * 2 >= len(said))


def _not_a_message(text: Text, scenario: Scenario) -> bool:
    return bool(_CODE.search(text.message)) or _cue("to_the_grader", text.sentences) or _gibberish(text, scenario)


def _gibberish(text: Text, scenario: Scenario) -> bool:
    """Hardly a word of it is a common one or stands on the card, or it is too little to be read."""
    row = [word.casefold() for word in words(text.message)]
    if len(row) < 3:
        return True
    if foreign(row):
        return False
    known = common_words() | _card_words(scenario)
    share = sum(word in known or word.removesuffix("'s") in known for word in row) / len(row)
    return share < 0.4 or (len(row) >= 8 and len(set(row)) <= len(row) / 5)


@cache
def _card_words(scenario: Scenario) -> frozenset[str]:
    sides = (scenario.sender, scenario.recipient)
    texts = [scenario.situation, *(t for s in sides for t in (s.name, s.role, *s.facts, *s.goals))]
    return frozenset(word.casefold() for text in texts for word in words(text))


def _hostile(text: Text, scenario: Scenario) -> bool:
    return _cue("hostile", text.sentences)


def _not_english(text: Text, scenario: Scenario) -> bool:
    return foreign([word.casefold() for word in words(text.message)])


def _contradicts_brief(text: Text, scenario: Scenario) -> bool:
    return _invented_meeting(text, scenario) or any(_other_number(s, scenario) for s in text.sentences)


def _invented_meeting(text: Text, scenario: Scenario) -> bool:
    """A cold card whose situation tells of no meeting, and a message that speaks of one."""
    return scenario.kind == "cold" and _cue("we_met", text.sentences)


def _other_number(sentence: Sentence, scenario: Scenario) -> bool:
    """The sentence tells one of the recipient's facts, with a number in the place of the fact's own.

    A sentence in which the sender speaks of themselves may hold new numbers freely.
    """
    said = stems(sentence.text)
    numbers = _numbers(said)
    if not numbers or "?" in sentence.text or _FIRST_PERSON.search(sentence.text):
        return False
    sides = (scenario.sender, scenario.recipient)
    known = _numbers(stems(" ".join([scenario.situation, *(t for s in sides for t in (*s.facts, *s.goals, s.role))])))
    for fact in scenario.recipient.facts:
        told = stems(fact)
        shared = (told & said) - _numbers(told)
        if _numbers(told) and not _numbers(told) & numbers and numbers - known and len(shared) >= 3:
            return True
    return False


def _numbers(found: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in found if stem[0].isdigit())


def _cue(name: str, sentences: tuple[Sentence, ...]) -> bool:
    cues = load_cues("flags")[name]
    return any(cues.find(Row.of(sentence.text)) for sentence in sentences)


_GUARDS: dict[str, Callable[[Text, Scenario], bool]] = {
    "placeholder": _placeholder,
    "wrong_name": _wrong_name,
    "copied_draft": _copied_draft,
    "copied_brief": _copied_brief,
    "stuffed": _stuffed,
    "not_a_message": _not_a_message,
    "hostile": _hostile,
    "not_english": _not_english,
    "contradicts_brief": _contradicts_brief,
}
