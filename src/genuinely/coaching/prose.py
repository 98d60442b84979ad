"""Telling a message that was run as Python from Python with a mistake in it."""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Container

_WORDS_IN_A_ROW = 4
_QUOTED = re.compile(r"""(?<!\w)("[^"\n]*"|'[^'\n]*')(?!\w)""")
_COMMENT = re.compile(r"#.*")
_ROW = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*(?:,? [^\W\d_]+(?:['’\-][^\W\d_]+)*)+")
_CODE_WORDS = frozenset(keyword.kwlist) | frozenset(dir(builtins))
_BARE = ast.Module | ast.Expr | ast.Name | ast.Tuple | ast.BoolOp | ast.boolop | ast.expr_context


def python_error(text: str, names: Container[str]) -> str:
    """Return what Python would say against the text before doing anything, or "" if it would run.

    Besides what does not parse, that is a text of bare names of which none is known, such as `Thanks, Ileana`.
    """
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return f"SyntaxError: {error.msg}"
    except ValueError as error:
        return f"{type(error).__name__}: {error}"
    nodes = list(ast.walk(tree))
    used = [node.id for node in nodes if isinstance(node, ast.Name)]
    if len(used) < 2 or not all(isinstance(node, _BARE) for node in nodes):
        return ""
    if any(name in names or name in _CODE_WORDS for name in used):
        return ""
    return f"NameError: name {used[0]!r} is not defined"


def reads_as_prose(text: str) -> bool:
    """Whether it has the look of a message: words in a row that no Python statement has.

    Quoted texts and comments do not count, since code has them too; magics and shell lines never are prose.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or lines[0].lstrip().startswith(("%", "!", "?")):
        return False
    bare = _QUOTED.sub("", "\n".join(_COMMENT.sub("", line) for line in lines))
    rows = (re.split(r",? ", row) for row in _ROW.findall(bare))
    longest = max((sum(word not in _CODE_WORDS for word in row) for row in rows), default=0)
    return longest >= _WORDS_IN_A_ROW or _is_greeting(lines)


def _is_greeting(lines: list[str]) -> bool:
    """A short message, such as a greeting and a name: a capital first, then nothing but words and stops."""
    texts = [line.strip() for line in lines]
    return (
        texts[0][0].isupper()
        and any(" " in text for text in texts)
        and all(re.fullmatch(r"[^\W\d_]+(?:[,.!?]? [^\W\d_]+)*[,.!?]?", text) for text in texts)
    )
