"""The reply simulator as a picture and in words: how much comes back, and which words brought it about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import escape, heading
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import WIDTH
from genuinely.lessons.replies import Reply, Sentence
from genuinely.lessons.script import Script

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LOOKS = {
    "common_ground": ("interest", ""),
    "curiosity": ("interest", "///"),
    "mutual_value": ("exchange", ""),
    "new_together": ("create", ""),
    "clear_ask": ("exchange", "///"),
    "easy_no": ("craft", ""),
    "concise": ("craft", "///"),
}
"""For each cause its tone and its hatching."""


@dataclass(frozen=True, repr=False)
class ReplyScene(Scene):
    """replies: by message ("generic", "specific", and "mine" once there is one). which: the one that is read.

    reasons: why the message that is read waits for a person, "" if it does not.
    """

    script: Script
    name: str
    replies: Mapping[str, Reply]
    which: str
    message: str
    reasons: str = ""

    @property
    def read(self) -> Reply:
        return self.replies[self.which]

    @property
    def title(self) -> str:
        return self.script.say("picture_title")

    @property
    def text(self) -> str:
        return " ".join((f"{self.title}.", *(self._bar_in_words(which) for which in self.replies)))

    def _bar_in_words(self, which: str) -> str:
        say, reply = self.script.say, self.replies[which]
        named = ", ".join(say("text_part", title=self.cause(each), count=each.length) for each in reply.sentences)
        parts = f" {say('text_parts', parts=named)}" if reply.interested else ""
        return say("text_bar", which=say(which), count=reply.length, parts=parts)

    def cause(self, sentence: Sentence) -> str:
        """Return the name of what brought a sentence about."""
        return sentence.row.title if sentence.row else self.script.say("general")

    @property
    def comparison(self) -> tuple[str, ...]:
        say, reply = self.script.say, self.read
        label = say("label", name=self.name)
        if reply.silence == "flagged":
            return label, say("silence_flagged", reasons=self.reasons)
        if reply.silence:
            return label, say("silence_empty")
        if not reply.interested:
            return label, say("said_general")
        return label, say("said_interested", count=len(reply.sentences))

    def _causes(self) -> Iterator[tuple[str, str]]:
        """For each sentence of the reply where it comes from, and the words that earned it."""
        say = self.script.say
        for each in self.read.sentences:
            if self.read.interested and each.row is not None:
                cause = say("cause", sentence=each.text, title=each.row.title, word=each.row.word)
            else:
                cause = say("cause_general", sentence=each.text)
            quoted = "; ".join(f"“{words}”" for words in each.quotes)
            yield cause, say("quotes", quotes=quoted) if quoted else say("no_quotes")

    @property
    def _reply(self) -> str:
        return " ".join(each.text for each in self.read.sentences)

    @property
    def below(self) -> str:
        say = self.script.say
        message = (
            f'{heading(say("message_title"))}<blockquote class="g-draft">{escape(self.message.strip())}</blockquote>'
        )
        if self.read.silence:
            return message if self.message.strip() else ""
        causes = "".join(f"<li>{escape(cause)} {escape(words)}</li>" for cause, words in self._causes())
        return (
            f'{heading(say("reply_title"))}<blockquote class="g-draft">{escape(self._reply)}</blockquote>'
            f'<p class="g-quiet">{escape(say("label", name=self.name))}</p>'
            f"{heading(say('cause_title'))}<ul>{causes}</ul>{message}"
        )

    @property
    def below_plain(self) -> str:
        say = self.script.say
        lines = [say("message_title"), self.message.strip()] if self.message.strip() else []
        if not self.read.silence:
            lines += [say("reply_title"), self._reply, say("label", name=self.name), say("cause_title")]
            lines += [f"- {cause} {words}" for cause, words in self._causes()]
        return "\n".join(lines)

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        from matplotlib.figure import Figure
        from matplotlib.patches import Patch

        figure = Figure(figsize=(WIDTH, 2.4 + 0.5 * len(self.replies)), layout="constrained")
        axes = figure.add_subplot()
        causes: dict[str, Any] = {}
        for down, which in enumerate(self.replies):
            self._bar(axes, -down, which, causes, colours)
        handles = [Patch(label=label, **style) for label, style in causes.items()]
        figure.legend(handles=handles, loc="outside lower left", ncols=2, frameon=False, fontsize=10,
                      labelcolor=colours["ink"], handlelength=1.6)  # fmt: skip
        longest = max(reply.length for reply in self.replies.values())
        axes.set(xlim=(0, longest * 1.12 + 1), ylim=(-len(self.replies) + 0.4, 0.75), yticks=[])
        axes.set_xlabel(self.script.say("axis"), color=colours["quiet"], fontsize=10.5, loc="left")
        axes.tick_params(colors=colours["quiet"], labelsize=10)
        for side, spine in axes.spines.items():
            spine.set_visible(side == "bottom")
            spine.set_color(colours["rule"])
        return figure

    def _bar(self, axes: Axes, y: float, which: str, causes: dict[str, Any], colours: Mapping[str, Any]) -> None:
        reply, at = self.replies[which], 0
        for each in reply.sentences:
            tone, hatch = _LOOKS[each.row.criterion] if reply.interested and each.row else ("neutral", "")
            label = self.cause(each) if reply.interested else self.script.say("general")
            look = {"facecolor": colours[tone]["tint"], "edgecolor": colours[tone]["line"], "hatch": hatch}
            causes.setdefault(label, look)
            axes.barh([y], [each.length], left=at, height=0.36, linewidth=1.2, **look)
            at += each.length
        weight = "bold" if which == self.which else "normal"
        axes.text(
            0, y + 0.24, self.script.say(which), color=colours["ink"], fontsize=11, fontweight=weight, va="bottom"
        )
        axes.text(at + 1, y, str(reply.length), color=colours["ink"], fontsize=10.5, va="center")
