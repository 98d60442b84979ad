"""Floor 3: an `Assessment` as something to learn from, in a notebook."""

from genuinely.coaching.card_page import show_scenario
from genuinely.coaching.drafts import latest
from genuinely.coaching.magic import load_ipython_extension
from genuinely.coaching.scoring import NotAttempted, ScoreError, score

__all__ = ["NotAttempted", "ScoreError", "latest", "load_ipython_extension", "score", "show_scenario"]
