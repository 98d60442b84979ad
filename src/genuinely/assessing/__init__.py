"""Floor 2: a message and a card in, an `Assessment` out."""

from genuinely.assessing.assess import LONGEST, TooLongError, assess
from genuinely.assessing.assessment import Assessment, Doubt, Span, Versions

__all__ = ["LONGEST", "Assessment", "Doubt", "Span", "TooLongError", "Versions", "assess"]
