"""A scenario card as a page to read before writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from genuinely.coaching.drafts import use
from genuinely.coaching.ids import known, shape, tidy, wrong_id
from genuinely.coaching.page import Notice, Shown, escape, heading, page, sentence
from genuinely.coaching.wording import say, words
from genuinely.scenarios import Person, Scenario, load_scenario


@dataclass(frozen=True, repr=False)
class CardPage(Shown):
    """Who writes to whom, what is known of each, the situation, the channel, and the draft to rewrite.

    in_a_cell: whether to say how a cell begins in which it is rewritten.
    """

    card: Scenario
    in_a_cell: bool = True

    @property
    def channel(self) -> str:
        channel = words("channels")[self.card.channel]
        return say("card.channel_length", name=channel["name"], length=channel["length"])

    @property
    def rewrite(self) -> str:
        return say("card.rewrite", shape=shape(self.card.id))

    def html(self) -> str:
        card = self.card
        title = heading(card.title, level=3, kind="g-title")
        rewrite = f'<p class="g-quiet">{sentence(self.rewrite)}</p>' if self.in_a_cell else ""
        people = _person(say("card.writes"), card.sender) + _person(say("card.reads"), card.recipient)
        return page(
            f'<div class="g-head">{title}<p class="g-total">{escape(self.channel)}</p></div>'
            f"{heading(say('card.situation'))}<p>{escape(card.situation)}</p>"
            f'<div class="g-people">{people}</div>'
            f"{heading(say('card.draft'))}"
            f'<blockquote class="g-draft">{escape(card.draft)}</blockquote>{rewrite}',
            label=card.title,
        )

    def plain(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        card = self.card
        yield card.title
        yield from ("", f"{say('card.channel')}: {self.channel}")
        yield from ("", f"{say('card.situation')}: {card.situation}")
        for role, person in ((say("card.writes"), card.sender), (say("card.reads"), card.recipient)):
            yield from ("", f"{role}: {person.name}, {person.role}")
            for label, items in _known(person):
                yield f"  {label}:"
                yield from (f"  - {item}" for item in items)
        yield from ("", f"{say('card.draft')}:", *(f"  {line}" for line in card.draft.splitlines()))
        if self.in_a_cell:
            yield from ("", self.rewrite)


def show_scenario(id: str) -> Shown:
    """Return a card as a page, or sentences with the nearest ids if there is no such card.

    As the last line of a cell it shows itself.
    """
    id = tidy(id)
    if not known(id):
        return Notice(wrong_id(id))
    use(id)
    return CardPage(load_scenario(id))


def _known(person: Person) -> Iterator[tuple[str, tuple[str, ...]]]:
    if person.goals:
        yield say("card.goals", name=person.name), person.goals
    yield say("card.facts"), person.facts


def _person(role: str, person: Person) -> str:
    lists = "".join(
        f'<p class="g-quiet">{escape(label)}</p><ul>{"".join(f"<li>{escape(item)}</li>" for item in items)}</ul>'
        for label, items in _known(person)
    )
    return f'<div>{heading(role)}<p class="g-name">{escape(person.name)}</p><p>{escape(person.role)}</p>{lists}</div>'
