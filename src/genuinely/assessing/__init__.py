"""Floor 2: a message and a card in, an `Assessment` out."""

from genuinely.assessing.assess import assess
from genuinely.assessing.assessment import Assessment, Doubt, Span, Versions
from genuinely.assessing.size import LONGEST, MOST_WORDS, TooLongError, is_readable, shortened

__all__ = [
    "LONGEST",
    "MOST_WORDS",
    "Assessment",
    "Doubt",
    "Span",
    "TooLongError",
    "Versions",
    "assess",
    "is_readable",
    "shortened",
]
