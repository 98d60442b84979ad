"""The message studio: a card beside an editor, with marks, levels, help and versions.

The editor is a textarea over a mirrored page that carries the marks. A textarea keeps the browser's own undo, spell
check, input methods and screen reader support, and underlines show in every browser; the CSS Custom Highlight API draws
no underlines in all of them, and signs other than colour are what the marks stand on.
"""

from genuinely.coaching.studio.forgetting import forget_in_browser
from genuinely.coaching.studio.widget import Studio

__all__ = ["Studio", "forget_in_browser"]
