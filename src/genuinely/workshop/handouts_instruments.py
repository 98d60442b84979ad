"""The instruments on paper: a map to draw on, strips to be read aloud, a slip for two guesses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from genuinely.coaching.page import escape
from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.hiring_data import APPLICANTS, good
from genuinely.lessons.ladder import RUNGS, Ladder, ladders
from genuinely.lessons.reading import read
from genuinely.lessons.recall_game_model import messages
from genuinely.scenarios import load_scenario
from genuinely.workshop.handouts_forms import BOX, blank, table
from genuinely.workshop.handouts_pieces import LETTERS, Piece, strips_piece
from genuinely.workshop.handouts_words import instrument_words, say_of
from genuinely.workshop.mixing import mixed
from genuinely.workshop.page import lines


def instrument_pieces(name: str) -> tuple[Piece, ...]:
    """Return the sheets of an instrument; none where its forms are all that it needs on paper."""
    return _SHEETS[name]() if name in _SHEETS else ()


def instrument_key(name: str) -> Piece | None:
    """Return what whoever leads has to know or to read aloud, or None."""
    return _KEYS[name]() if name in _KEYS else None


def _words(name: str) -> Mapping[str, Any]:
    """What an instrument says on the screen."""
    return read("wording", LANGUAGE, "instruments", f"{name}.toml").found


def _note(name: str) -> str:
    return f"<p>{escape(say_of(name, 'note'))}</p>"


def _asked(name: str, rows: int = 2, key: str = "ask") -> str:
    return f'<div class="whole"><h3>{escape(say_of(name, key))}</h3>{lines(rows)}</div>'


def _sheet(name: str, body: str) -> tuple[Piece, ...]:
    return (Piece(say_of(name, "title"), f"{_note(name)}{body}"),)


def _network_map() -> tuple[Piece, ...]:
    said = {key: escape(text) for key, text in instrument_words()["network_map"].items()}
    rings = "".join(
        f'<circle class="drawn" cx="300" cy="270" r="{radius}"/>'
        f'<text x="300" y="{270 - radius + 18}" text-anchor="middle">{said[ring]}</text>'
        for ring, radius in (("close", 95), ("friendly", 175), ("slight", 255))
    )
    middle = (
        f'<circle class="here" cx="300" cy="270" r="26"/><text x="300" y="275" text-anchor="middle">{said["me"]}</text>'
    )
    picture = (
        f'<figure role="img" aria-label="{said["picture"]}"><svg viewBox="0 0 600 540">{rings}{middle}</svg></figure>'
    )
    columns = [say_of("network_map", key) for key in ("who", "world", "last", "way")]
    people = table("", columns, [["<br>"] * 4] * 8)
    return _sheet("network_map", f"{picture}{people}{_asked('network_map')}")


def _exchange_map() -> tuple[Piece, ...]:
    said = {key: escape(text) for key, text in instrument_words()["exchange_map"].items()}
    picture = (
        f'<figure role="img" aria-label="{said["picture"]}"><svg viewBox="0 0 600 420">'
        '<rect class="here" x="300" y="20" width="270" height="185"/>'
        '<path class="drawn" d="M30 205H570M300 20V400"/>'
        f'<text x="435" y="45" text-anchor="middle">{said["both"]}</text>'
        f'<text x="570" y="225" text-anchor="end">{said["left_me"]} →</text>'
        f'<text x="290" y="34" text-anchor="end">{said["left_them"]} ↑</text></svg></figure>'
    )
    columns = [say_of("exchange_map", key) for key in ("what", "them_worth", "them_cost", "me_worth", "me_cost")]
    rows = [[said["friendship"], *["<br>"] * 4], [said["message"], *["<br>"] * 4]]
    points = table("", columns, rows)
    return _sheet("exchange_map", f"{points}{picture}{_asked('exchange_map')}")


def _hiring_desk() -> tuple[Piece, ...]:
    cards = _words("hiring")["controls"]["inbox"]["cards"]
    columns = [say_of("hiring_desk", key) for key in ("number", "invite", "leave")]
    ballot = table("", columns, [[str(number), BOX, BOX] for number in range(1, len(APPLICANTS) + 1)])
    strips = [
        f"<p><strong>{number}. {escape(cards[name]['title'])}</strong></p><p>{escape(cards[name]['text'])}</p>"
        for number, name in enumerate(APPLICANTS, start=1)
    ]
    read_out = strips_piece(say_of("hiring_desk", "strips"), strips, say_of("hiring_desk", "strips_note"))
    return (*_sheet("hiring_desk", ballot), read_out)


def _asking_game() -> tuple[Piece, ...]:
    slip = (
        f"<p>{escape(say_of('asking_game', 'asks'))} {blank(8)}</p>"
        f"<p>{escape(say_of('asking_game', 'yes'))} {blank(8)}</p>"
    )
    return (strips_piece(say_of("asking_game", "title"), [slip] * 4, say_of("asking_game", "note")),)


def _common_ground_finder() -> tuple[Piece, ...]:
    columns = [say_of("common_ground_finder", key) for key in ("mine", "share", "theirs")]
    lists = table("", columns, [["<br>"] * 3] * 8)
    return _sheet("common_ground_finder", f"{lists}{_asked('common_ground_finder', 3)}")


def _ladder() -> Ladder:
    return next(iter(ladders().values()))


def _specificity_ladder() -> tuple[Piece, ...]:
    ladder = _ladder()
    recipient = load_scenario(ladder.scenario).recipient.name
    strips = [
        f"<p><strong>{letter}</strong> {escape(line)}</p>"
        f"<p>{escape(say_of('specificity_ladder', 'place'))} {blank(4)}</p>"
        for letter, line in zip(LETTERS, _mixed_lines(ladder), strict=False)
    ]
    title = say_of("specificity_ladder", "title", recipient=recipient)
    made = strips_piece(title, strips, say_of("specificity_ladder", "note"))
    return (Piece(made.title, f"{made.body}{_asked('specificity_ladder', 3, 'own')}", own_sheet=True),)


def _mixed_lines(ladder: Ladder) -> tuple[str, ...]:
    return mixed([ladder.lines[rung] for rung in RUNGS], ladder.scenario)


def _value_from_difference() -> tuple[Piece, ...]:
    said = _words("trading")["say"]
    things = [escape(said[f"thing_{number}"]) for number in (1, 2, 3)]
    columns = [say_of("value_from_difference", key) for key in ("thing", "mine", "theirs", "goes")]
    rows = [[thing, *["<br>"] * 3] for thing in (*things, escape(say_of("value_from_difference", "own")))]
    body = f"{table('', columns, rows)}{_asked('value_from_difference', 2, 'sum')}"
    return _sheet("value_from_difference", body)


def _coupling() -> tuple[Piece, ...]:
    return _sheet("coupling", _asked("coupling", 3))


def _recall_game() -> tuple[Piece, ...]:
    sums = _words("recall_game")["controls"]["between"]["cards"]
    columns = [say_of("recall_game", key) for key in ("sums", "right", "wrong")]
    rows = [[escape(each["title"]), BOX, BOX] for each in sums.values()]
    answer = Piece(say_of("recall_game", "back"), lines(9), own_sheet=True)
    return (*_sheet("recall_game", table("", columns, rows)), answer)


def _hiring_key() -> Piece:
    cards, said = _words("hiring")["controls"]["inbox"]["cards"], _words("hiring")["say"]
    items = "".join(
        f"<li>{escape(say_of('hiring_desk', kind, name=cards[name]['title'], was=said[f'was_{name}']))}</li>"
        for name in APPLICANTS
        for kind in ("good" if name in good() else "other",)
    )
    return Piece(say_of("hiring_desk", "key"), f"<ol>{items}</ol>")


def _asking_key() -> Piece:
    said = _words("asking")["say"]
    items = "".join(f"<li>{escape(text)}</li>" for key, text in said.items() if key.startswith("study_"))
    return Piece(say_of("asking_game", "key"), f"<ul>{items}</ul><p>{escape(said['studies_end'])}</p>")


def _ladder_key() -> Piece:
    ladder, said = _ladder(), _words("ladder")["say"]
    order = _mixed_lines(ladder)
    items = "".join(
        f"<li>{escape(say_of('specificity_ladder', 'rung', number=number, rung=said[rung], letter=letter))}</li>"
        for number, rung in enumerate(RUNGS, start=1)
        for letter in (LETTERS[order.index(ladder.lines[rung])],)
    )
    title = say_of("specificity_ladder", "key", title=load_scenario(ladder.scenario).title)
    return Piece(title, f'<ul class="none">{items}</ul>')


def _recall_key() -> Piece:
    cards = _words("recall_game")["controls"]["read"]["cards"]
    notes = "".join(
        f"<li><strong>{escape(card['title'])}.</strong> {escape(card['text'])}</li>" for card in cards.values()
    )
    names = {
        special: ", ".join(cards[each.name]["title"] for each in messages() if each.is_particular == special)
        for special in (True, False)
    }
    return Piece(
        say_of("recall_game", "strips"),
        f"<p>{escape(say_of('recall_game', 'strips_note'))}</p><ol>{notes}</ol>"
        f"<h3>{escape(say_of('recall_game', 'key'))}</h3>"
        f"<p>{escape(say_of('recall_game', 'particular', names=names[True]))}</p>"
        f"<p>{escape(say_of('recall_game', 'plain', names=names[False]))}</p>",
    )


_SHEETS: Mapping[str, Callable[[], tuple[Piece, ...]]] = {
    "network_map": _network_map,
    "exchange_map": _exchange_map,
    "hiring_desk": _hiring_desk,
    "asking_game": _asking_game,
    "common_ground_finder": _common_ground_finder,
    "specificity_ladder": _specificity_ladder,
    "value_from_difference": _value_from_difference,
    "coupling": _coupling,
    "recall_game": _recall_game,
}
"""The reply simulator has none: on paper the learners write the two replies, and that is its point."""

_KEYS: Mapping[str, Callable[[], Piece]] = {
    "hiring_desk": _hiring_key,
    "asking_game": _asking_key,
    "specificity_ladder": _ladder_key,
    "recall_game": _recall_key,
}
