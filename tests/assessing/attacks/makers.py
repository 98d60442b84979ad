"""Ways of making a message look better than it is. Each is a pure function of a case; chance comes from a seed."""

from __future__ import annotations

import base64
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from genuinely.assessing.grounding import stems
from genuinely.scenarios import Scenario

Words = Mapping[str, list[str]]


@dataclass(frozen=True)
class Case:
    """A message on its card, another card with a message of its own, and the words to choose from."""

    message: str
    card: Scenario
    other: Scenario
    other_message: str
    seed: int
    words: Words

    @property
    def chance(self) -> random.Random:
        return random.Random(self.seed)

    def pick(self, key: str) -> str:
        """One of a list's wordings, with the first names put in; each comes in turn as seeds go up."""
        wordings = self.words[key]
        text = wordings[self.seed % len(wordings)]
        for slot, person in (("recipient", self.card.recipient), ("sender", self.card.sender)):
            text = text.replace(f"{{{slot}}}", first_name(person.name))
        return text

    def picks(self, key: str, count: int) -> list[str]:
        """Several wordings of a list."""
        wordings = self.words[key]
        return [wordings[(self.seed + step) % len(wordings)] for step in range(min(count, len(wordings)))]


def first_name(name: str) -> str:
    return re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+", "", name).split()[0]


# --- put something in -------------------------------------------------------------------------------------------------


def ending(key: str) -> Callable[[Case], str]:
    """The wording stands after the message."""
    return lambda case: f"{case.message.rstrip()}\n{case.pick(key)}"


def inside(key: str) -> Callable[[Case], str]:
    """The wording stands before the last line, where the closing is."""
    return lambda case: _before_closing(case.message, case.pick(key))


def opening(key: str) -> Callable[[Case], str]:
    """The wording stands after the salutation."""
    return lambda case: _after_salutation(case.message, case.pick(key))


def _before_closing(message: str, text: str) -> str:
    cut = sentences(message)
    at = -1 if len(cut) > 2 else len(cut)
    return " ".join([*cut[:at], text, *(cut[at:] if at == -1 else [])])


def _after_salutation(message: str, text: str) -> str:
    found = re.match(r"(?:subject:[^\n]*\n+)?[^\n,!.]{2,40}[,!.\n]\s*", message, re.IGNORECASE)
    at = found.end() if found else 0
    return f"{message[:at]}{text} {message[at:]}"


def sentences(text: str) -> list[str]:
    """Stretches that end at a sentence mark or a line end."""
    return [piece.strip() for piece in re.split(r"(?<=[.!?])\s+|\n+", text) if piece.strip()]


# --- again and again, and out of order --------------------------------------------------------------------------------


def best_sentence_again(case: Case) -> str:
    longest = max(sentences(case.message), key=len)
    return f"{case.message}\n" + " ".join([longest] * 3)


def message_again(case: Case) -> str:
    return "\n\n".join([case.message] * 2)


def reworded_again(case: Case) -> str:
    """Each sentence twice, the second time with another opening."""
    spoken = [s for s in sentences(case.message) if len(s.split()) > 3]
    return f"{case.message}\n" + " ".join(f"Again, {s[0].lower()}{s[1:]}" for s in spoken)


def words_shuffled(case: Case) -> str:
    chance = case.chance
    return " ".join(" ".join(shuffled(chance, sentence.split())) for sentence in sentences(case.message))


def all_words_shuffled(case: Case) -> str:
    return " ".join(shuffled(case.chance, case.message.split()))


def halves_shuffled(case: Case) -> str:
    """Stretches of three words in another order."""
    row = case.message.split()
    parts = [" ".join(row[i : i + 3]) for i in range(0, len(row), 3)]
    return " ".join(shuffled(case.chance, parts))


def sentences_shuffled(case: Case) -> str:
    return " ".join(shuffled(case.chance, sentences(case.message)))


def shuffled(chance: random.Random, parts: list[str]) -> list[str]:
    return chance.sample(parts, len(parts))


# --- facts ------------------------------------------------------------------------------------------------------------


def facts_pasted(case: Case) -> str:
    chosen = case.chance.sample(list(case.card.recipient.facts), 3)
    return _before_closing(case.message, " ".join(f"{fact}." for fact in chosen))


def facts_in_a_frame(case: Case) -> str:
    """Facts of both sides, one after the other, as if the one had to do with the other."""
    chance = case.chance
    theirs, own = chance.choice(case.card.recipient.facts), chance.choice(case.card.sender.facts)
    return _before_closing(case.message, f"{theirs}. {case.pick('connectors')} {own}.")


def others_facts(case: Case) -> str:
    chosen = case.chance.sample(list(case.other.recipient.facts), 2)
    return _before_closing(case.message, " ".join(f"I read this about you: {fact}." for fact in chosen))


def facts_of_the_other_side(case: Case) -> str:
    """The recipient's facts told as the sender's, and the other way round."""
    chance = case.chance
    told = [f"I: {fact[0].lower()}{fact[1:]}." for fact in chance.sample(list(case.card.recipient.facts), 2)]
    own = chance.choice(case.card.sender.facts)
    return _before_closing(case.message, " ".join([*told, f"You: {own[0].lower()}{own[1:]}."]))


def names_swapped(case: Case) -> str:
    a, b = first_name(case.card.recipient.name), first_name(case.card.sender.name)
    return re.sub(rf"\b(?:{re.escape(a)}|{re.escape(b)})\b", lambda m: b if m.group() == a else a, case.message)


def cards_sentences(case: Case) -> str:
    """The card, read out."""
    card = case.card
    told = case.chance.sample([*card.recipient.facts, *card.sender.facts, *card.recipient.goals], 6)
    return f"Hi {first_name(card.recipient.name)}, " + " ".join(f"{text}." for text in told) + " Best wishes"


def cards_sentences_joined(case: Case) -> str:
    """The card, read out with small words between."""
    card, chance = case.card, case.chance
    yours, mine = chance.sample(list(card.recipient.facts), 3), chance.sample(list(card.sender.facts), 3)
    pairs = " ".join(f"You: {a}. {case.pick('connectors')} me: {b}." for a, b in zip(yours, mine, strict=True))
    return f"Hi {first_name(card.recipient.name)}, {pairs} You want to {chance.choice(card.recipient.goals)}. Thanks"


def card_as_questions(case: Case) -> str:
    facts = case.chance.sample(list(case.card.recipient.facts), 3)
    return _before_closing(case.message, " ".join(f"Why {fact[0].lower()}{fact[1:]}?" for fact in facts))


# --- from elsewhere ---------------------------------------------------------------------------------------------------


def other_message(case: Case) -> str:
    return case.other_message


def other_message_renamed(case: Case) -> str:
    """Another card's message with this card's names in it."""
    text = case.other_message
    for old, new in ((case.other.recipient, case.card.recipient), (case.other.sender, case.card.sender)):
        for before, after in zip(_names(old.name), _names(new.name), strict=False):
            text = re.sub(rf"\b{re.escape(before)}\b", after, text)
    return text


def _names(name: str) -> list[str]:
    parts = re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+", "", name).split()
    return [parts[0], parts[-1]]


def other_message_added(case: Case) -> str:
    body = " ".join(sentences(case.other_message)[1:-1])
    return _before_closing(case.message, body)


def quoted_below(case: Case) -> str:
    """A good message of somebody's, quoted as mail programs do."""
    quoted = "\n".join(f"> {line}" for line in sentences(case.pick("good_reply")))
    return f"{case.message}\n\nOn Tue, a friend wrote:\n{quoted}"


def quoted_inside(case: Case) -> str:
    return _before_closing(case.message, f'A friend once wrote to somebody: "{case.pick("good_reply")}"')


def forwarded(case: Case) -> str:
    return f"{case.message}\n\n-----Original Message-----\nFrom: a friend\nSubject: hello\n\n{case.pick('good_reply')}"


# --- the draft --------------------------------------------------------------------------------------------------------


def draft_lightly_edited(case: Case) -> str:
    """One word in twelve left out, another doubled in length."""
    chance = case.chance
    row = [word for word in case.card.draft.split(" ") if chance.random() > 1 / 12]
    return " ".join(f"really {word}" if chance.random() < 1 / 15 else word for word in row)


_SYNONYMS = {
    "great": "good", "would love": "would like", "very": "really", "interested": "keen", "Dear": "Hello", "Hi": "Hello",
    "Best regards": "Kind regards", "Thanks": "Thank you", "I am": "I'm", "opportunity": "chance", "really": "truly",
    "currently": "now", "hope": "trust", "wanted": "wished", "amazing": "fantastic", "help": "assist",
    "looking": "searching",
}  # fmt: skip


def draft_with_synonyms(case: Case) -> str:
    text = case.card.draft
    for word, other in _SYNONYMS.items():
        text = re.sub(rf"\b{word}\b", other, text)
    return text


def draft_with_good_ending(case: Case) -> str:
    return _before_closing(case.card.draft.strip(), case.pick("good_ending"))


def draft_with_good_opening(case: Case) -> str:
    return _after_salutation(case.card.draft.strip(), case.pick("good_ending"))


# --- how it looks -----------------------------------------------------------------------------------------------------


def capitals(case: Case) -> str:
    return case.message.upper()


def emoji_wall(case: Case) -> str:
    return f"{case.message}\n" + "🙏🔥💯🚀✨" * (20 + case.seed % 7)


def emoji_between(case: Case) -> str:
    return " ".join(f"{word} {'🚀🙏✨🔥'[(i + case.seed) % 4]}" for i, word in enumerate(case.message.split()))


def zero_width(case: Case) -> str:
    sign = "\u200b\u200d\u2060\u00ad"[case.seed % 4]
    return "".join(f"{c}{sign}" if c.isalpha() else c for c in case.message)


def tag_characters(case: Case) -> str:
    """Good phrases in characters that nobody sees."""
    return case.message + "".join(chr(0xE0000 + ord(c)) for c in case.pick("cue_phrases") if ord(c) < 128)


def look_alikes(case: Case) -> str:
    return case.message.translate(str.maketrans("aeopcx", "аеорсх"))


def hidden_phrase(case: Case) -> str:
    frame = case.pick("hidden")
    return f"{case.message}\n{frame.replace('{phrase}', case.pick('cue_phrases'))}"


def marked_up(case: Case) -> str:
    return case.pick("markup").replace("{message}", case.message).replace("{{", "{").replace("}}", "}")


def encoded_added(case: Case) -> str:
    return f"{case.message}\n{base64.b64encode(case.pick('cue_phrases').encode()).decode()}"


def encoded_whole(case: Case) -> str:
    return base64.b64encode(case.message.encode()).decode()


def padded(case: Case) -> str:
    return _before_closing(case.message, case.pick("padding"))


def dots(case: Case) -> str:
    return f"{case.message}\n" + ". " * 60 + "a b c d e f g " * (3 + case.seed % 3)


def links(case: Case) -> str:
    slugs = [re.sub(r"\W+", "-", phrase.lower()).strip("-") for phrase in case.picks("cue_phrases", 2)]
    return f"{case.message}\n" + " ".join(f"https://example.org/{slug}" for slug in slugs)


def other_name(case: Case) -> str:
    """The message, to somebody else."""
    name = first_name(case.card.recipient.name)
    named = re.sub(rf"\b{re.escape(name)}\b", case.pick("other_names"), case.message)
    return named if named != case.message else f"Dear {case.pick('other_names')},\n{case.message}"


# --- from nothing -----------------------------------------------------------------------------------------------------


def nothing(case: Case) -> str:
    return ["", "   \n", "\u200b\u200b", "Hi", "???", "...", "👍", "Hello there", "ok", "-"][case.seed % 10]


def whole(key: str) -> Callable[[Case], str]:
    return lambda case: case.pick(key)


def nonsense(case: Case) -> str:
    """Frames of sentences filled with the card's words."""
    chance, pool = case.chance, sorted(stems(" ".join((*case.card.recipient.facts, *case.card.sender.facts))))
    told = [frame.format_map({slot: chance.choice(pool) for slot in "abcdef"}) for frame in case.picks("nonsense", 3)]
    return f"Hi {first_name(case.card.recipient.name)}, " + " ".join(told)


def word_salad(case: Case) -> str:
    """The card's words and good phrases, every word at random."""
    pool = " ".join((*case.card.recipient.facts, *case.card.sender.facts, *case.picks("cue_phrases", 3))).split()
    return f"Hi {first_name(case.card.recipient.name)}, " + " ".join(case.chance.sample(pool, min(90, len(pool))))


def key_words_alone(case: Case) -> str:
    return f"Hi {first_name(case.card.recipient.name)}, {' '.join(case.picks('key_words', 3))}"


def cue_phrases_alone(case: Case) -> str:
    return f"Hi {first_name(case.card.recipient.name)}, {' '.join(case.picks('cue_phrases', 2))}"


def copied_facts_with_phrases(case: Case) -> str:
    """A fact of each side in a frame that fits any card."""
    chance, card = case.chance, case.card
    theirs, own = chance.choice(card.recipient.facts), chance.choice(card.sender.facts)
    return (
        f"Hi {first_name(card.recipient.name)}, I read: {theirs}. About me: {own}. {case.pick('cue_phrases')} "
        f"Best, {first_name(card.sender.name)}"
    )
