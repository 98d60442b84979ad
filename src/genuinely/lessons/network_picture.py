"""The network map as a picture and in words: the learner's own people, or the classic club with and without ties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import escape, heading
from genuinely.lessons.instrument import Scene
from genuinely.lessons.network import Tie, betweenness, effective_size, parts
from genuinely.lessons.network_classic import club
from genuinely.lessons.network_drawing import draw_classic, draw_own
from genuinely.lessons.network_people import (
    GROUPS,
    YOU,
    Contact,
    Suggestion,
    first_of_each,
    own_graph,
    suggestions,
    worlds,
)
from genuinely.lessons.script import Script

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, repr=False)
class OwnScene(Scene):
    """The learner's own people, or an invented example while there are none (`is_example`)."""

    script: Script
    contacts: tuple[Contact, ...]
    is_example: bool = False

    @cached_property
    def told(self) -> tuple[Suggestion, ...]:
        return suggestions(self.contacts)

    @property
    def title(self) -> str:
        return self.script.say("own_title")

    @property
    def text(self) -> str:
        groups = {group: sum(each.group == group for each in self.told) for group in GROUPS}
        by_world = worlds(self.contacts)
        told = [self.script.say("own_text", count=len(self.contacts), worlds=sum(map(bool, by_world)), **groups)]
        for world, people in by_world.items():
            named = world or self.script.say("own_world_unnamed")
            told.append(self.script.say("own_world", world=named, names=", ".join(each.name for each in people)))
        return " ".join(told)

    @property
    def comparison(self) -> tuple[str, ...]:
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        if self.is_example:
            yield self.script.say("example")
        size = effective_size(own_graph(self.contacts), YOU)
        yield self.script.say("effective", effective=f"{size:.1f}".removesuffix(".0"))
        if len([world for world in worlds(self.contacts) if world]) < 2:
            yield self.script.say("only_one_world")
        if not any(each.is_dormant for each in self.contacts):
            yield self.script.say("no_dormant")

    @property
    def below(self) -> str:
        """The first of each group with the reasons, then everybody in order."""
        begin = "".join(self._item(each) for each in first_of_each(self.told))
        return (
            f"{heading(self.script.say('first'))}<ol>{begin}</ol>"
            f"{heading(self.script.say('everybody'))}<p>{escape(self.everybody)}</p>"
        )

    @property
    def below_plain(self) -> str:
        begin = (f"- {each.contact.name}: {' '.join(self.reasons(each))}" for each in first_of_each(self.told))
        return "\n".join((self.script.say("first"), *begin, f"{self.script.say('everybody')}: {self.everybody}"))

    @property
    def everybody(self) -> str:
        """All names with the numbers that they have in the picture."""
        return " · ".join(f"{number} {each.contact.name}" for number, each in enumerate(self.told, start=1))

    def reasons(self, told: Suggestion) -> tuple[str, ...]:
        """Return why somebody stands where they stand, in sentences."""
        return tuple(
            self.script.say(reason, **self._filled(reason, told)) for reason in told.reasons
        )  # fmt: skip

    def _filled(self, reason: str, told: Suggestion) -> dict[str, str]:
        return {"only_way": {"world": told.opens}, "joins": {"worlds": ", ".join(told.joins)}}.get(reason, {})

    def _item(self, told: Suggestion) -> str:
        return f"<li><b>{escape(told.contact.name)}</b> {escape(' '.join(self.reasons(told)))}</li>"

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        return draw_own(self.script, self.told, own_graph(self.contacts), colours)


@dataclass(frozen=True, repr=False)
class ClassicScene(Scene):
    """The karate club: whole, without its weak ties, or without its strong ones (`view`)."""

    script: Script
    view: str

    @cached_property
    def gone(self) -> tuple[Tie, ...]:
        return {"without_weak": club().weak, "without_strong": club().strong}.get(self.view, ())

    @property
    def away_parts(self) -> Sequence[str]:
        """One's own people have nothing to do with the club."""
        return ("people",)

    @property
    def title(self) -> str:
        graph = club().graph
        if self.view == "club":
            return self.script.say("club_title", people=len(graph.nodes), ties=len(graph.ties))
        return self.script.say(f"{self.view}_title", gone=len(self.gone))

    @property
    def text(self) -> str:
        known = club()
        crossing = [tie for tie in known.graph.ties if known.crosses(tie)]
        return self.script.say(
            "club_text",
            people=len(known.graph.nodes),
            ties=len(known.graph.ties),
            crossing=len(crossing),
            crossing_weak=sum(tie in known.weak for tie in crossing),
            crossing_strong=sum(tie in known.strong for tie in crossing),
        )

    @property
    def comparison(self) -> tuple[str, ...]:
        known = club()
        shares = {"weak": f"{known.mean_overlap(known.weak):.0%}", "strong": f"{known.mean_overlap(known.strong):.0%}"}
        overlaps = self.script.say("club_overlap", **shares)
        people = len(known.graph.nodes)
        if not self.gone:
            return overlaps, self._between(), self.script.say("club_whole", people=people)
        held = known.held_without(self.gone)
        without = self.script.say(
            "without_text",
            gone=len(self.gone),
            ties=len(known.graph.ties),
            kind=self.script.say(self.view.removeprefix("without_")),
            people=people,
            held=held,
            alone=people - held,
        )
        return without, self.script.say("club_small")

    def _between(self) -> str:
        """Who stands between the others: the two members through whom most of the shortest ways lead."""
        shares = betweenness(club().graph)
        first, second = sorted(shares, key=lambda node: -shares[node])[:2]
        return self.script.say(
            "club_between",
            first=first,
            second=second,
            share=f"{shares[first]:.0%}",
            second_share=f"{shares[second]:.0%}",
        )

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        left = club().graph.without(ties=self.gone)
        return draw_classic(self.script, club(), left, parts(left)[0], self.title, colours)
