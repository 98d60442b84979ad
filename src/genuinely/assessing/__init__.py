"""Floor 2: a message and a card in, an `Assessment` out."""

from genuinely.assessing.assess import assess
from genuinely.assessing.assessment import Assessment, Span, Versions

__all__ = ["Assessment", "Span", "Versions", "assess"]
