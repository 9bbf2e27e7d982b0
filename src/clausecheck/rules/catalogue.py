"""The rules that a check runs, compiled once and kept in the cache.

A load that finds its rules in the cache reads no card and imports neither YAML nor Lark nor pydantic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck import data
from clausecheck.facts.fact import Kind
from clausecheck.rules.faults import CardFault, CatalogueError
from clausecheck.rules.rule import Compiled, Pack, Rule
from clausecheck.rules.sources import PackFiles, read_packs

if TYPE_CHECKING:
    from clausecheck.rules.card import Card

STAMP = "stamp"

_CACHE = "rules"


class Catalogue:
    """Rules and packs by name, sorted; no two rules share a name or a code."""

    def __init__(self, compiled: Compiled, roots: Sequence[Path]) -> None:
        self.packs: Mapping[str, Pack] = compiled.packs
        self.rules: Mapping[str, Rule] = compiled.rules
        self._sources = compiled.sources
        self._roots = tuple(roots)

    @cached_property
    def by_code(self) -> Mapping[str, Rule]:
        """The same rules by code, sorted by it."""
        return {rule.code: rule for rule in sorted(self.rules.values(), key=lambda rule: rule.code)}

    def docs(self, name: str) -> Card:
        """The card of a rule, read from its file now.

        Raises KeyError for an unknown name, CatalogueError if the file is no longer a card or not there.
        """
        from clausecheck.rules.card import read_card

        card: Card | None = None
        for source in self._sources[name]:
            path = self._roots[source.root] / source.inside
            try:
                text = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                raise CatalogueError([CardFault(source.inside, 1, "this card cannot be read")]) from None
            read = read_card(text, source.inside, card)
            if isinstance(read, tuple):
                raise CatalogueError(read)
            card = read
        if card is None:  # a rule has at least one file
            raise KeyError(name)
        return card


def load_catalogue(extra: Sequence[Path] = ()) -> Catalogue:
    """The rules that come with the package and those in the `extra` folders (packs, or folders of packs).

    Raises CatalogueError with every fault of every card and pack.
    """
    stamp = packaged_key()
    built_in = data.folder("rulesets")
    if stamp is None:
        packs = _read((built_in, *extra))
        parts = [*_program(), *_parts(packs)]
    else:
        # What came in the wheel is as it was built; only the extra folders need a look.
        packs = None
        parts = [stamp, *_parts(_read(extra))]

    def make() -> Compiled:
        return _compiled(_read((built_in, *extra)) if packs is None else packs, _schema())

    return Catalogue(data.cached(_CACHE, data.content_key(parts), make), (built_in, *extra))


def compile_catalogue(folders: Sequence[Path], schema: Mapping[str, Kind]) -> Catalogue:
    """The rules in these folders, without the cache. Raises CatalogueError with every fault."""
    return Catalogue(_compiled(_read(folders), schema), folders)


def packaged_key() -> str | None:
    """The stamp that stands for all packaged rules, where this is a built installation; else None."""
    try:
        return (data.folder("rulesets").parent / data.COMPILED / STAMP).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def precompile(out: Path) -> None:
    """Put the compiled built-in rules and their stamp into `out`, for a wheel to carry.

    Raises CatalogueError if a card has a fault, OSError if `out` cannot be written.
    """
    packs = _read((data.folder("rulesets"),))
    compiled = _compiled(packs, _schema())
    stamp = data.content_key([*_program(), *_parts(packs)])
    filename = f"{_CACHE}-{data.content_key([stamp])}.pickle"
    data.store(out, filename, compiled)
    if not (out / filename).is_file():
        raise OSError(f"the compiled rules could not be written to {out.name}")
    (out / STAMP).write_text(stamp + "\n", encoding="ascii")


def _read(roots: Sequence[Path]) -> tuple[PackFiles, ...]:
    try:
        return read_packs(roots)
    except OSError as error:
        name = Path(error.filename or "").name
        fault = CardFault(name, 1, f"cannot be read: {(error.strerror or 'unknown reason').lower()}")
        raise CatalogueError([fault]) from None


def _compiled(packs: Sequence[PackFiles], schema: Mapping[str, Kind]) -> Compiled:
    from clausecheck.rules.build import compile_packs

    return compile_packs(packs, schema)


def _schema() -> Mapping[str, Kind]:
    from clausecheck.facts.schema import SCHEMA

    return SCHEMA


def _parts(packs: Sequence[PackFiles]) -> Iterator[bytes | str]:
    for pack in packs:
        yield str(pack.root)
        yield from pack.parts()


def _program() -> Iterator[bytes | str]:
    """What else decides how a card compiles: the schema, the grammar, and in a checkout this very code."""
    yield repr(_schema())
    yield (data.folder("grammars") / "condition.lark").read_bytes()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        yield source.read_bytes()
