"""Names against the blocks they name: undeclared parties, unresolved references, ids used twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.values import Amount, Moneys, Name, Names, Shares, Text, Value, Votes
from clausecheck.model.vocabulary.types import folded
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "mention",
        "A name in a place where the id of a block belongs, or the number of a clause.",
        id=word("the name as written"),
        wanted=word("the kind of block that is meant: PARTY, OUTCOME, BUDGET, CLAUSE, ..."),
        label=word("the label it stands under; empty in prose"),
        of=word("the block it stands in"),
        resolved=flag("there is such a block"),
        elsewhere=flag("the id is that of a block of another kind"),
        blocks_declared=flag("the draft has at least one block of the kind that is meant"),
        open=flag(
            "the block may be declared outside this draft: in an include, or in the rest of a fragment"
        ),
        problem=text("what is wrong with it, where there is no such block"),
        suggestion=text('did you mean "...", where something is near'),
    ),
    kind(
        "duplicate_id",
        "An id that a second block has taken.",
        id=word("the id"),
        again=text("the block that has taken it"),
        first=text("the block that had it first"),
    ),
)

# Words that stand for parties without being anybody's name.
_EVERYBODY = frozenset(
    """
    all|all parties|all the parties|the parties|all members|all participants|all providers|all commissioners
    each|each party|each member|each provider|any|any party|every party|both|both parties|none|no party
    """.replace("\n", "|").split("|")
)

# Labels that may well name a body that is no party to the contract.
_OUTSIDERS = frozenset({"Source owner", "Guarantor"})

# Blocks whose free words speak of outcomes by their ids.
_ABOUT_OUTCOMES = frozenset({"RISK SHARE", "OUTCOME PAYMENT", "PAYMENT", "GOVERNANCE"})

_NUMBER = r"\d+(?:\.\d+)*"
_CLAUSES = Pattern(
    rf"\b[Cc]lauses?\s+({_NUMBER}(?:\([\da-z]+\))*(?:\s*(?:,|,?\s+(?:and|or"
    rf"|to))\s+{_NUMBER}(?:\([\da-z]+\))*)*)"
)
_OF_ANOTHER = Pattern(r"\s*(?:\([\da-z]+\)\s*)*(?:of|in|to)\s+(?!this\b)", re.I)
_AFTER_ANOTHER = Pattern(r"\b(?:Contract|Agreement|Act|Order|Deed|Lease|Terms?)(?:['’]s)?,?\s+$")


class _Blocks(NamedTuple):
    """The ids and titles of a draft's blocks by head, and whether it says that there are more elsewhere."""

    of_head: dict[str, dict[str, Block]]
    ids: dict[str, Block]
    partial: bool
    has_contract: bool

    def known(self, heads: tuple[str, ...]) -> list[str]:
        return [block_id for head in heads for block_id in self.of_head.get(head, {}) if block_id]

    def titles(self, heads: tuple[str, ...]) -> set[str]:
        blocks = (block for head in heads for block in self.of_head.get(head, {}).values())
        return {folded(block.title) for block in blocks if block.title}


def named_in(field: Field) -> Iterator[Name]:
    """Every name in a field that stands where an id belongs; words such as "each party" are none."""
    for value in field.values():
        for name in _names_of(value):
            if folded(name.id) not in _EVERYBODY and not any(walk.holes(name.id, 0)):
                yield name


def _names_of(value: Value) -> Iterator[Name]:
    match value:
        case Names(names=names):
            yield from names
        case Shares(shares=shares):
            yield from (share.name for share in shares)
        case Moneys(shares=moneys):
            yield from (share.name for share in moneys)
        case Votes(votes=votes):
            # A chair or a clinical lead sits on a board in person; only a capital makes it an id.
            yield from (vote.name for vote in votes if not vote.name.id[:1].islower())
        case Amount(party=Name() as party) if _is_whole(value, party):
            yield party
        case Text():
            return


def _is_whole(amount: Amount, party: Name) -> bool:
    """Whether the word after "for" is a name by itself: not so in `for each year`, `for Contract Year 1`."""
    after = amount.raw[party.span.end - amount.span.start :]
    return not party.id[:1].islower() and not re.match(r"\s+\w", after)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds a mention for every name, and each id that is taken twice."""
    of_head: dict[str, dict[str, Block]] = {}
    for block in draft.blocks:
        of_head.setdefault(block.head.name, {}).setdefault(block.id, block)
    blocks = _Blocks(
        of_head,
        dict(draft.by_id),
        draft.fragment or bool(draft.includes),
        draft.contract is not None,
    )
    for block in draft.blocks:
        for field in block.fields:
            if field.type.refers:
                for name in named_in(field):
                    _mention(block, field, name, blocks, facts)
    _outcomes_in_words(draft, blocks, facts)
    _clauses_in_words(draft, facts)
    _duplicates(draft, facts)


def _mention(block: Block, field: Field, name: Name, blocks: _Blocks, facts: Collector) -> None:
    wanted = field.type.refers
    bare = re.sub(r"\s*\([^()]*\)$", "", name.id)
    if folded(name.id) in blocks.titles(wanted) or folded(bare) in blocks.titles(wanted):
        return
    known = blocks.known(wanted)
    outside = field.label in _OUTSIDERS and not nearest(bare, known)
    _add(name.id, name.span, (*block.path, field.label), wanted, block, blocks, facts, bare, outside)


def _add(
    written: str,
    span: Span,
    path: tuple[str, ...],
    wanted: tuple[str, ...],
    block: Block,
    blocks: _Blocks,
    facts: Collector,
    bare: str = "",
    outside: bool = False,
) -> None:
    known = blocks.known(wanted)
    resolved = written in known or bare in known
    other = None if resolved else blocks.ids.get(written)
    suggestion = "" if resolved or other else did_you_mean(nearest(bare or written, known))
    problem = f"is {other.name}, not {_a(wanted[0])}" if other else f"is no {wanted[0]} of this draft"
    facts.add(
        "mention",
        span,
        path,
        id=written,
        wanted=wanted[0],
        label=path[-1],
        of=block.id or block.head.kind,
        resolved=resolved,
        elsewhere=other is not None,
        blocks_declared=bool(known),
        open=outside or blocks.partial or not (known or blocks.has_contract),
        shown={
            "name": written,
            "problem": "" if resolved else problem,
            "suggestion": suggestion,
            "of": block.name,
        },
    )


def _a(head: str) -> str:
    return f"an {head}" if head[0] in "AEIOU" else f"a {head}"


def _outcomes_in_words(draft: Draft, blocks: _Blocks, facts: Collector) -> None:
    """Outcomes that conditions speak of by id: `O1 and O3 at Target`."""
    wanted = ("OUTCOME", "INDICATOR")
    shapes = {match[1] for each in blocks.known(wanted) if (match := re.fullmatch(r"([A-Za-z]+)\d+", each))}
    if not shapes:
        return
    pattern = Pattern(rf"(?<![\w.-])(?:{'|'.join(sorted(shapes))})\d{{1,3}}(?![\w-])")
    for words in walk.words(draft):
        if words.block is None or not words.label or words.block.head.name not in _ABOUT_OUTCOMES:
            continue
        label = words.block.head.by_name.get(folded(words.label))
        if label is not None and label.refers:
            continue
        for match in pattern.finditer(words.text):
            span = Span(words.span.start + match.start(), words.span.start + match.end())
            _add(match[0], span, words.path, wanted, words.block, blocks, facts)


def _clauses_in_words(draft: Draft, facts: Collector) -> None:
    """Clauses of this draft that it points to; those of another document are left alone."""
    clauses = _clauses(draft)
    for words in walk.words(draft):
        for match in _CLAUSES.finditer(words.text):
            before, after = words.text[: match.start()], words.text[match.end() :]
            if _OF_ANOTHER.match(after) or _AFTER_ANOTHER.search(before):
                continue
            for each in re.finditer(rf"(?<![\w(.]){_NUMBER}", match[1]):
                at = words.span.start + match.start(1) + each.start()
                held = any(_within(each[0], clause) or _within(clause, each[0]) for clause in clauses)
                facts.add(
                    "mention",
                    Span(at, at + len(each[0])),
                    words.path,
                    id=each[0],
                    wanted="CLAUSE",
                    label=words.label,
                    of=(words.block.id or words.block.head.kind) if words.block else "",
                    resolved=held,
                    elsewhere=False,
                    blocks_declared=bool(clauses),
                    open=not clauses or draft.fragment or bool(draft.includes),
                    shown={
                        "name": f"clause {each[0]}",
                        "problem": "" if held else "is no CLAUSE of this draft",
                        "suggestion": "",
                        "of": words.block.name if words.block else "",
                    },
                )


def _clauses(draft: Draft) -> set[str]:
    """The numbers of clauses, and of the paragraphs that begin with a number of their own."""
    numbers = {block.id.rstrip(".") for block in draft.of("CLAUSE") if block.id}
    for block in draft.of("CLAUSE"):
        for text_ in block.prose:
            match = re.match(rf"(?:clause\s+)?({_NUMBER})\b", text_.raw, re.I)
            if match and "." in match[1]:
                numbers.add(match[1])
    return numbers


def _within(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith(outer + ".")


def _duplicates(draft: Draft, facts: Collector) -> None:
    first: dict[tuple[str, str], Block] = {}
    for block in draft.blocks:
        if not block.id or any(walk.holes(block.id, 0)):
            continue
        # Clauses are numbered apart from everything else.
        key = ("CLAUSE" if block.head.name == "CLAUSE" else "", block.id)
        if key in first:
            facts.add(
                "duplicate_id",
                block.id_span or block.span,
                block.path,
                id=block.id,
                shown={"name": block.id, "again": _called(block), "first": _called(first[key])},
                spans={"first": first[key].id_span or first[key].span},
            )
        else:
            first[key] = block


def _called(block: Block) -> str:
    return f'{block.name} "{block.title}"' if block.title else block.name
