"""The pages around a choice: its two messages, an answer as it was read, and what earned points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from genuinely.assessing.quoting import quoted
from genuinely.coaching.choice_words import labels, say
from genuinely.coaching.choices import Choice, Marked
from genuinely.coaching.overlap import Overlap, overlap
from genuinely.coaching.page import Shown, escape, heading, notices, page, sentence
from genuinely.coaching.wording import say as say_of_all

_LONGEST_QUOTE = 160


def overlap_of(words: str, choice: Choice) -> Overlap:
    """Hold quoted words against the marked words of a choice."""
    texts = {letter: option.text for letter, option in choice.messages.items()}
    return overlap(words, texts, [(span.message, span.words) for span in choice.spans])


@dataclass(frozen=True, repr=False)
class ChoicePage(Shown):
    """The situation and the two messages, to read before choosing."""

    choice: Choice

    @property
    def below(self) -> str:
        return say("choose.below", shape=f"%%choose {self.choice.id}")

    def html(self) -> str:
        letters = "".join(
            f"{heading(say('choose.message', letter=letter))}"
            f'<blockquote class="g-draft">{escape(option.text)}</blockquote>'
            for letter, option in self.choice.messages.items()
        )
        title = heading(self.choice.title, level=3, kind="g-title")
        below = f'<p class="g-quiet">{sentence(self.below)}</p>'
        body = f"<p>{escape(self.choice.situation)}</p>{letters}{below}"
        return page(f'<div class="g-head">{title}</div>{body}', label=self.choice.title)

    def plain(self) -> str:
        lines = [self.choice.title, "", self.choice.situation]
        for letter, option in self.choice.messages.items():
            lines += [
                "",
                f"{say('choose.message', letter=letter)}:",
                *(f"  {line}" for line in option.text.split("\n")),
            ]
        return "\n".join((*lines, "", self.below))


@dataclass(frozen=True, repr=False)
class Lines(Shown):
    """A titled page of headed paragraphs, as HTML and as text; a part without a heading has ""."""

    title: str
    total: str
    notes: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    footer: str = ""

    def html(self) -> str:
        head = f'<div class="g-head">{heading(self.title, level=3, kind="g-title")}'
        head += f'<p class="g-total">{escape(self.total)}</p></div>' if self.total else "</div>"
        foot = f'<p class="g-foot">{sentence(self.footer)}</p>' if self.footer else ""
        return page(notices(self.notes) + head + "".join(map(_part, self.parts)) + foot, label=self.title)

    def plain(self) -> str:
        return "\n".join(self._plain())

    def _plain(self) -> Iterator[str]:
        yield from self.notes
        yield f"{self.title} · {self.total}" if self.total else self.title
        for head, lines in self.parts:
            yield from ("", f"{head}:") if head else ()
            yield from (f"  {line}" if head else line for line in lines)
        if self.footer:
            yield from ("", self.footer)


def chosen_page(
    choice: Choice, letter: str, words: str, why: bool, troubles: tuple[str, ...] = (), footer: str = ""
) -> Shown:
    """Return what was read in an answer, without a word on whether it is right."""
    label = labels()
    chosen = say("choose.chosen", letter=letter) if letter else say("choose.unclear", label=label["choice"])
    found = [
        say("choose.found", words=quoted(each.words, _LONGEST_QUOTE), letter=each.message)
        if each.message
        else say("choose.not_found", words=quoted(each.words, _LONGEST_QUOTE))
        for each in overlap_of(words, choice).quotations
    ]
    reason = say("choose.why") if why else say("choose.no_why", label=label["why"])
    lines = (chosen, *(found or [say("choose.no_words", label=label["words"])]), reason)
    return Lines(say("choose.title"), "", troubles, (("", lines),), footer)


def scored_choice(choice: Choice, letter: str, earned: float, worth: float, notes: Iterable[str] = ()) -> Shown:
    """Return whether the better message was chosen, and why: on the chosen one, and on the better one."""
    if not letter:
        said = say("score.unclear", label=labels()["choice"])
    elif letter == choice.better:
        said = say("score.right", letter=letter)
    else:
        said = say("score.wrong", letter=letter, better=choice.better)
    replies = tuple(
        (say("score.reply", letter=each), (choice.messages[each].reply,))
        for each in (dict.fromkeys((letter, choice.better)) if letter else ())
    )
    title = say("score.choice", title=choice.title)
    return Lines(title, _points(earned, worth), tuple(notes), (("", (said,)), *replies))


def scored_quote(choice: Choice, found: Overlap, earned: float, worth: float, notes: Iterable[str] = ()) -> Shown:
    """Return which deciding words were quoted, and which others there are, each with its reason."""
    met = tuple(_marked(span) for number, span in enumerate(choice.spans) if number in found.met)
    others = tuple(_marked(span) for number, span in enumerate(choice.spans) if number not in found.met)
    said = []
    if not any(each.message for each in found.quotations):
        said.append(say("score.nothing_found"))
    elif met and found.share < 1:
        said.append(say("score.wide"))
    parts = [("", tuple(said))] if said else []
    parts += [(say("score.met"), met)] if met else []
    parts += [(say("score.also"), others)] if others else []
    title = say("score.quote", title=choice.title)
    return Lines(title, _points(earned, worth), tuple(notes), tuple(parts))


def _marked(span: Marked) -> str:
    return say("score.marked", words=quoted(span.words, _LONGEST_QUOTE), why=span.why)


def _points(earned: float, worth: float) -> str:
    return say_of_all("feedback.points", points=f"{earned:g}", maximum=f"{worth:g}")


def _part(part: tuple[str, tuple[str, ...]]) -> str:
    head, lines = part
    if not head:
        return "".join(f"<p>{sentence(line)}</p>" for line in lines)
    if len(lines) == 1:
        return f"{heading(head)}<p>{sentence(lines[0])}</p>"
    return f"{heading(head)}<ul>{''.join(f'<li>{sentence(line)}</li>' for line in lines)}</ul>"
