"""A YAML file in, records or problems out. Imported only to compile and to check.

PyYAML keeps the last of two equal keys without a word; here that is a problem, as any other mistake is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

if TYPE_CHECKING or not yaml.__with_libyaml__:
    from yaml import SafeLoader as _Base
else:
    from yaml import CSafeLoader as _Base


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry of a file, and what to do. `entry` is "" where the whole file is meant."""

    path: Path
    entry: str
    what: str
    line: int | None = None

    def __str__(self) -> str:
        line = self.line or line_of(self.path, self.entry)
        return ": ".join(p for p in (f"{self.path}:{line}" if line else str(self.path), self.entry, self.what) if p)


class _Loader(_Base):
    """A loader that refuses a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002  PyYAML's
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) < len(node.value):
            _refuse_doubles(node)
        return mapping


def _refuse_doubles(node: yaml.MappingNode) -> None:
    seen = set()
    for key, _ in node.value:
        if key.value in seen:
            raise yaml.constructor.ConstructorError(None, None, f"{key.value} stands twice; drop one", key.start_mark)
        seen.add(key.value)


T = TypeVar("T")


def parse(path: Path, shape: type[T], problems: list[str]) -> T | None:
    """Return the content of a YAML file in `shape`, or None after adding its problems, each `file:line: entry: problem`."""
    try:
        data = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506  a safe one
    except OSError as error:
        problems.append(f"{path}: {error.strerror}; restore the file or install skillgap again")
        return None
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that there isn't, bytes that aren't text
        problems.append(_not_yaml(path, error))
        return None
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        root = _compose(path)
        found = [(e["loc"], e["msg"].removeprefix("Value error, ")) for e in error.errors()]
        problems += [str(Problem(path, _entry(data, place), what, _line(root, place))) for place, what in found]
        return None


def _not_yaml(path: Path, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    if isinstance(error, yaml.constructor.ConstructorError) and mark:
        return f"{path}:{mark.line + 1}: not YAML: {error.problem}"
    return f"{path}{f':{mark.line + 1}' if mark else ''}: not YAML: {' '.join(str(error).split())}"


def _entry(data: object, location: tuple[int | str, ...]) -> str:
    """Return where a problem is, with the id of the entry instead of its number."""
    parts = []
    for step in location:
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            data = None
        parts.append(str(data["id"]) if isinstance(data, dict) and "id" in data else str(step))
    return ": ".join(parts)


def _compose(path: Path) -> yaml.Node | None:
    try:
        status = path.stat()
        return _composed(path, status.st_mtime_ns, status.st_size)
    except (OSError, yaml.YAMLError, ValueError):
        return None


@lru_cache(maxsize=8)
def _composed(path: Path, changed: int, size: int) -> yaml.Node | None:  # noqa: ARG001  what is remembered is of this state
    return yaml.compose(path.read_bytes(), Loader=_Base)


def _line(node: yaml.Node | None, location: tuple[int | str, ...]) -> int | None:
    """Return the line of the innermost node on the way to a location, counted from 1."""
    line = None
    for step in location:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == str(step)]
            if not found:
                break
            line, node = found[0][0].start_mark.line + 1, found[0][1]
    return line


def line_of(path: Path, entry: str) -> int | None:
    """Return the line, counted from 1, where an entry of a file begins: the record with this id, or the key of this name."""
    root = _compose(path) if entry and path.suffix == ".yaml" else None
    return next((node.start_mark.line + 1 for name, node in _entries(root) if name == entry), None)


def _entries(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        yield from ((value.value, node) for key, value in node.value if key.value == "id")
        yield from ((key.value, key) for key, _ in node.value)
        for _, value in node.value:
            yield from _entries(value)
