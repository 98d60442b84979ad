"""The minute card: one sheet beside whoever leads, with the times at which to move on, to be read standing."""

from __future__ import annotations

from genuinely.coaching.wording import LANGUAGE
from genuinely.workshop.page import escape, page
from genuinely.workshop.planning import Plan
from genuinely.workshop.steps import facts, steps
from genuinely.workshop.wording import say

_CSS = """
main { max-width: 56rem; }
.clock { font-size: 1.5rem; font-weight: 700; line-height: 1.15; padding-right: 0.8em; }
.now { font-size: 1.1rem; }
.minutes { display: block; font-weight: 400; font-size: 0.85rem; }
td, tbody th { padding-top: 0.35em; padding-bottom: 0.35em; }
@media print {
  body { font-size: 9.5pt; line-height: 1.25; }
  h1 { font-size: 15pt; }
  .clock { font-size: 19pt; }
  .now { font-size: 11.5pt; }
  td, tbody th { padding-top: 0.2em; padding-bottom: 0.2em; }
}
"""
_SMALLER = """
@media print {
  @page { margin: 9mm 12mm; }
  body { font-size: 8pt; line-height: 1.18; }
  .clock { font-size: 14pt; }
  .now { font-size: 9.5pt; }
  .minutes { font-size: 7.5pt; }
  td, tbody th { padding-top: 0.12em; padding-bottom: 0.12em; }
}
"""
_MANY = 15
"""Rows above which the figures are printed smaller, so that the card stays on one sheet."""


def as_html(plan: Plan) -> str:
    """Return the card as one HTML file that needs nothing else."""
    found = steps(plan)
    columns = ("clock", "now", "late")
    head = "".join(f'<th scope="col">{escape(say(f"card.column_{each}"))}</th>' for each in columns)
    rows = "".join(
        f'<tr><td class="clock numbers">{plan.asked.clock(step.part.ends)}</td>'
        f'<th scope="row" class="now">{escape(step.title)}'
        f'<span class="minutes">{escape(_under(step.part.minutes, step.how))}</span></th>'
        f"<td>{escape(step.late)}</td></tr>"
        for step in found
    )
    title = say("card.title")
    under = say("card.under", facts=facts(plan.asked))
    css = _CSS + (_SMALLER if len(found) > _MANY else "")
    body = (
        f'<h1>{escape(title)}</h1><p class="quiet">{escape(under)}</p>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p>{escape(say('card.end'))}</p>"
    )
    return page(title, body, lang=LANGUAGE, css=css)


def _under(minutes: int, how: str) -> str:
    return " · ".join(filter(None, (say("step.minutes", minutes=minutes), how)))
