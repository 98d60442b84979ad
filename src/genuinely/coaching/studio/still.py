"""What stands in a studio's place where no widget can be shown: the card and the latest text, to read."""

from __future__ import annotations

from dataclasses import dataclass

from genuinely.coaching.card_page import CardPage
from genuinely.coaching.page import Shown, escape, heading, page, sentence
from genuinely.coaching.studio.words import say
from genuinely.scenarios import Scenario


@dataclass(frozen=True, repr=False)
class Still(Shown):
    """A card with the latest text, or, for an own message (`card` is None), one sentence and nothing of it."""

    card: Scenario | None
    text: str = ""

    def html(self) -> str:
        if self.card is None:
            return page(f'<p class="g-quiet">{sentence(say("own.private_static"))}</p>')
        latest = f'{heading(say("static.latest"))}<div class="g-letter">{escape(self.text)}</div>' if self.text else ""
        needs = f'<p class="g-quiet">{sentence(say("static.needs"))}</p>'
        return CardPage(self.card, in_a_cell=False).html() + page(latest + needs)

    def plain(self) -> str:
        if self.card is None:
            return say("own.private_static")
        latest = ("", f"{say('static.latest')}:", self.text) if self.text else ()
        return "\n".join((CardPage(self.card, in_a_cell=False).plain(), *latest, "", say("static.needs")))
