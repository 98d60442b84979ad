"""How alike messages are that different writers wrote to one card: what `genuinely grade` calls nearly identical."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from genuinely.cli.measuring.ratings import RatedMessage
from genuinely.grading.likeness import FEWEST, NEAR, given_with, likeness, own_words


def alike(messages: Sequence[RatedMessage]) -> Iterator[str]:
    """Yield how many pairs of messages to one card there are, by how alike they are."""
    shares = [share for share in _shares(messages) if share is not None]
    most, tenths = max(shares, default=0.0), Counter(int(share * 10) for share in shares)
    yield f"{'likeness':>10}   pairs"
    for tenth in range(int(most * 10) + 1):
        yield f"{f'from 0.{tenth}':>10}   {tenths[tenth]:,}"
    taken = sum(share >= NEAR for share in shares)
    yield (
        f"The most alike of {len(shares):,} pairs: {most:.2f}. "
        f"From {NEAR} on an answer goes to a person: {taken} of these pairs   (target: 0)"
    )


def _shares(messages: Sequence[RatedMessage]) -> Iterator[float | None]:
    """The likeness of each pair to one card, None where one has too few words of its own."""
    by_card = defaultdict(list)
    for each in messages:
        by_card[each.card.id].append(own_words(each.message, given_with(each.card)))
    for texts in by_card.values():
        for one, other in combinations(texts, 2):
            yield likeness(one, other) if min(len(one), len(other)) >= FEWEST else None
