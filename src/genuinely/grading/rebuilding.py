"""The graded notebook: the instructor's own, and from the student only the texts of the answer cells."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import Any

from genuinely.grading.source import Source, grade_id

_INERT = '<pre class="tex2jax_ignore mathjax_ignore" style="white-space: pre-wrap; font: inherit">{text}</pre>'


def rebuild(
    source: Source,
    texts: Mapping[str, str],
    outputs: Mapping[str, tuple[dict[str, Any], ...]],
    record: Mapping[str, Any],
) -> str:
    """Return the graded notebook as JSON.

    texts: what the student wrote, by the grade id of the answer cell.
    outputs: what is shown below the cells with points, by their grade id.
    record: plain data on how it was graded, kept in the notebook's metadata under "genuinely".
    """
    notebook = json.loads(source.text)
    for cell in notebook["cells"]:
        if "nbgrader" not in cell["metadata"]:
            continue
        id = grade_id(cell)
        if id in source.answers and texts[id] != source.answers[id]:
            cell["source"] = texts[id] if cell["cell_type"] == "code" else inert(texts[id])
        if id in outputs:
            cell.update(outputs=list(outputs[id]), execution_count=1)
    notebook["metadata"]["genuinely"] = dict(record)
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def inert(text: str) -> str:
    """Return a student's text as Markdown that shows it letter by letter.

    nbgrader's pages render Markdown with whatever HTML and formulas stand in it. Inside `<pre>` Markdown ends, and
    what is escaped there is neither.
    """
    return _INERT.format(text=html.escape(text.replace("\r\n", "\n"), quote=True))
