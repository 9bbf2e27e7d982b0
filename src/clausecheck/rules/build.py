"""Makes rules of packs: reads every card, resolves `extends`, checks all against the facts, and compiles.

A card that extends a rule of its own name replaces it (a firm's playbook making a warning an error); one
with a name of its own stands beside it. Either way it takes what it does not state from the rule it extends,
and an inherited `when` keeps the `applies_when` of the pack that it was written for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from clausecheck.facts.fact import Kind
from clausecheck.model.suggest import suggestion
from clausecheck.rules.card import Card, complete
from clausecheck.rules.condition import WrittenPattern
from clausecheck.rules.faults import CardFault, CatalogueError
from clausecheck.rules.front_matter import FrontMatter, split
from clausecheck.rules.pack import ReadPack, read_pack
from clausecheck.rules.rule import Compiled, Pack, Rule, Source
from clausecheck.rules.rule_maker import make_rule
from clausecheck.rules.setting import Setting
from clausecheck.rules.sources import PACK_FILE, PackFiles


def compile_packs(packs: Sequence[PackFiles], schema: Mapping[str, Kind]) -> Compiled:
    """All rules of these packs. Raises CatalogueError with every fault of every file."""
    builder = _Builder(schema)
    builder.read(packs)
    builder.resolve()
    compiled = builder.compiled()
    if builder.faults:
        raise CatalogueError(builder.faults)
    return compiled


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A card of which only the front matter has been read."""

    front: FrontMatter
    path: str
    pack: ReadPack
    source: Source

    @property
    def name(self) -> str:
        return str(self.front.values.get("name", ""))

    @property
    def extends(self) -> str:
        return str(self.front.values.get("extends") or "")

    def fault(self, key: str, message: str) -> CardFault:
        return CardFault(self.path, self.front.lines.get(key, 1), message)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A card, its pack, the patterns that its `when` was written under, and its files, parents first."""

    card: Card
    pack: Pack
    context: tuple[WrittenPattern, ...]
    sources: tuple[Source, ...]


class _Builder:
    """Goes from files to rules in three steps, gathering faults on the way."""

    def __init__(self, schema: Mapping[str, Kind]) -> None:
        self.schema = schema
        self.faults: list[CardFault] = []
        self.packs: dict[str, Pack] = {}
        self.settings: dict[str, Setting] = {}
        self.waiting: list[_Waiting] = []
        self.entries: dict[str, _Entry] = {}
        self.broken: set[str] = set()  # names whose card has a fault; what extends them is passed over

    def read(self, packs: Sequence[PackFiles]) -> None:
        """Read every pack.toml, and the front matter of every card."""
        for files in packs:
            pack = self._pack(files)
            for name in files.files:
                if name != PACK_FILE:
                    self._card(files, name, pack)

    def _pack(self, files: PackFiles) -> ReadPack:
        path = f"{files.shown}/{PACK_FILE}"
        nameless = ReadPack(Pack("", "", "", ""), ())
        if PACK_FILE not in files.files:
            self.faults.append(CardFault(path, 1, f"a folder of rule cards needs a {PACK_FILE}"))
            return nameless
        text = self._text(path, files.files[PACK_FILE])
        if text is None:
            return nameless
        read = read_pack(text, path, self.schema)
        if not isinstance(read, ReadPack):
            self.faults += read
            return nameless
        if read.pack.name in self.packs:
            self.faults.append(CardFault(path, 1, f'there is another pack called "{read.pack.name}"'))
        self.packs[read.pack.name] = read.pack
        for setting in read.pack.settings:
            if setting.name in self.settings:
                other = self.settings[setting.name].pack
                message = f'the pack {other} has a setting "{setting.name}" already'
                self.faults.append(CardFault(path, 1, message))
            self.settings[setting.name] = setting
        return read

    def _card(self, files: PackFiles, name: str, pack: ReadPack) -> None:
        path = f"{files.shown}/{name}"
        text = self._text(path, files.files[name])
        front = () if text is None else split(text.removeprefix("\ufeff").replace("\r\n", "\n"), path)
        if isinstance(front, FrontMatter):
            source = Source(files.root, f"{files.inside}/{name}" if files.inside else name)
            self.waiting.append(_Waiting(front, path, pack, source))
        else:
            self.faults += front
            self.broken.add(name.rpartition(".")[0])

    def _text(self, path: str, content: bytes) -> str | None:
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self.faults.append(CardFault(path, line, "this file is not UTF-8 text"))
            return None

    def resolve(self) -> None:
        """Complete the cards: those that stand alone, then those that replace, then those that extend."""
        for one in self._taken(lambda one: not one.extends):
            self._enter(one, None)
        for one in self._taken(lambda one: one.extends == one.name and one.name in self.entries):
            self._enter(one, self.entries[one.name])
        while known := self._taken(lambda one: one.extends != one.name and one.extends in self.entries):
            for one in known:
                self._enter(one, self.entries[one.extends])
        for one in self.waiting:
            self._orphan(one)

    def _orphan(self, one: _Waiting) -> None:
        """Say why a card's parent cannot be had, unless the parent's own card says it."""
        parents = {other.name: other.extends for other in self.waiting if other.extends != other.name}
        name, seen = one.extends, {one.name}
        while name in parents and name not in seen:
            seen.add(name)
            name = parents[name]
        if one.extends == one.name or (one.extends not in parents and one.extends not in self.broken):
            there = f'no other pack has a rule "{one.name}" to extend'
            away = f'there is no rule "{one.extends}" to extend{suggestion(one.extends, self.entries)}'
            self.faults.append(one.fault("extends", there if one.extends == one.name else away))
        elif name == one.name:
            self.faults.append(one.fault("extends", f'"{one.name}" extends itself in a circle'))

    def _taken(self, wanted: Callable[[_Waiting], bool]) -> list[_Waiting]:
        """The waiting cards that are wanted, in order; they wait no longer."""
        taken: list[_Waiting] = []
        left: list[_Waiting] = []
        for one in self.waiting:
            (taken if wanted(one) else left).append(one)
        self.waiting = left
        return taken

    def _enter(self, one: _Waiting, parent: _Entry | None) -> None:
        replaces = parent is not None and one.name == parent.card.head.name
        if one.name in self.entries and not replaces:
            there = self.entries[one.name].card.path
            self.faults.append(one.fault("name", f'a rule is called "{one.name}" already, in {there}'))
            return
        card = complete(one.front, one.path, parent.card if parent else None)
        if not isinstance(card, Card):
            self.faults += card
            self.broken.add(one.name)
            return
        inherits = parent is not None and "when" not in one.front.values
        context = parent.context if parent and inherits else one.pack.context
        sources = (*(parent.sources if parent else ()), one.source)
        self.entries[one.name] = _Entry(card, one.pack.pack, context, sources)

    def compiled(self) -> Compiled:
        """The rules, sorted by name."""
        rules: dict[str, Rule] = {}
        codes: dict[str, str] = {}
        for name, entry in sorted(self.entries.items()):
            head = entry.card.head
            if head.code in codes:
                message = f"{head.code} is already the code of {codes[head.code]}"
                self.faults.append(entry.card.fault("code", message))
            codes.setdefault(head.code, name)
            rule = make_rule(entry.card, entry.pack, entry.context, self.schema, self.settings)
            if isinstance(rule, Rule):
                rules[name] = rule
            else:
                self.faults += rule
        sources = {name: self.entries[name].sources for name in rules}
        return Compiled(dict(sorted(self.packs.items())), rules, sources)
