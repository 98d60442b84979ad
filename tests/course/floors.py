"""Who may know whom: the floors of the house, read from the imports in the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "genuinely"
FLOORS = {
    "resources": 0,
    "scenarios": 1,
    "assessing": 2,
    "keeping": 2,
    "coaching": 3,
    "lessons": 4,
    "grading": 5,
    "workshop": 5,
    "cli": 6,
}
DOORS = ("__init__", "__main__")
"""The package's own front door and its `python -m`, which stand on no floor."""


@dataclass(frozen=True)
class Import:
    """`importer` (a dotted module of the package) names `imported` in this line."""

    importer: str
    imported: str
    line: int


def imports(package: Path) -> Iterator[Import]:
    """Yield every import of the package's own modules: at the top, in functions, for types alone, and relative."""
    for file in sorted(package.rglob("*.py")):
        relative = file.relative_to(package).with_suffix("")
        importer = ".".join((PACKAGE, *(part for part in relative.parts if part != "__init__")))
        inside = importer if file.name == "__init__.py" else importer.rpartition(".")[0]
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for imported in _imported(node, inside):
                if imported.split(".")[0] == PACKAGE:
                    yield Import(importer, imported, node.lineno)


def _imported(node: ast.AST, inside: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = inside.split(".")[: len(inside.split(".")) - node.level + 1] if node.level else []
        base = ".".join((*above, *((node.module,) if node.module else ())))
        yield from (f"{base}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and node.args and _names_import(node.func):
        match node.args[0]:
            case ast.Constant(value=str(name)):
                yield name
            case ast.JoinedStr(values=[ast.Constant(value=str(name)), *_]):
                yield name.rstrip(".")


def _names_import(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in ("import_module", "__import__")


def faults(package: Path) -> list[str]:
    """Return a sentence for every import that goes up, or across to another package of the same floor."""
    return [fault for each in imports(package) if (fault := _fault(each))]


def _fault(each: Import) -> str | None:
    importer, imported = (_part(name) for name in (each.importer, each.imported))
    if importer in (None, *DOORS) or importer == imported:
        return None
    where = f"{each.importer}, line {each.line}: {each.imported}"
    if importer not in FLOORS:
        return f"{where}: {importer} stands on no floor; give it one in floors.py"
    if imported not in FLOORS:  # a name that the front door hands out, from any floor
        return None if imported in (None, "__version__", "__file__") else f"{where}: import it from where it stands"
    if FLOORS[imported] > FLOORS[importer]:
        return f"{where}: {importer} (floor {FLOORS[importer]}) goes up to {imported} (floor {FLOORS[imported]})"
    if FLOORS[imported] == FLOORS[importer]:
        return f"{where}: {importer} and {imported} stand on one floor"
    return None


def _part(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else None
