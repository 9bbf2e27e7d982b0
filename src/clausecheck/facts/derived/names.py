"""Names against the blocks they name: undeclared parties, unresolved references, ids used twice."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.values import Amount, Moneys, Name, Names, Shares, Text, Votes

KINDS = (
    kind(
        "mention",
        "A name in a place where the id of a block belongs.",
        id=word("the name as written"),
        wanted=word("the kind of block that is meant: PARTY, OUTCOME, BUDGET, ..."),
        label=word("the label it stands under"),
        of=word("the block it stands in"),
        resolved=flag("there is such a block"),
        elsewhere=flag("the id is that of a block of another kind"),
        blocks_declared=flag("the draft has at least one block of the kind that is meant"),
        suggestion=text('did you mean "...", where something is near'),
    ),
    kind(
        "duplicate_id",
        "An id that a second block has taken.",
        id=word("the id"),
        first=text("the block that had it first"),
    ),
)


def named_in(field: Field) -> Iterator[Name]:
    """Every name in a field that stands where an id belongs."""
    for value in field.values():
        match value:
            case Names(names=names):
                yield from names
            case Shares(shares=shares):
                yield from (share.name for share in shares)
            case Moneys(shares=moneys):
                yield from (share.name for share in moneys)
            case Votes(votes=votes):
                yield from (vote.name for vote in votes)
            case Amount(party=Name() as party):
                yield party
            case Text():
                continue


def derive(draft: Draft, facts: Collector) -> None:
    """Adds a mention for every name, and each id that is taken twice."""
    ids = {block.id for block in draft.blocks if block.id}
    of_head: dict[str, dict[str, Block]] = {}
    for block in draft.blocks:
        of_head.setdefault(block.head.name, {}).setdefault(block.id, block)
    for block in draft.blocks:
        for field in block.fields:
            if field.type.refers:
                for name in named_in(field):
                    _mention(block, field, name, of_head, ids, facts)
    _duplicates(draft, facts)


def _mention(
    block: Block,
    field: Field,
    name: Name,
    of_head: dict[str, dict[str, Block]],
    ids: set[str],
    facts: Collector,
) -> None:
    known = [block_id for head in field.type.refers for block_id in of_head.get(head, {})]
    titles = [
        other.title for head in field.type.refers for other in of_head.get(head, {}).values() if other.title
    ]
    if any(name.id == title for title in titles):
        return
    resolved = name.id in known
    suggestion = "" if resolved else did_you_mean(nearest(name.id, known))
    facts.add(
        "mention",
        name.span,
        (*block.path, field.label),
        id=name.id,
        wanted=field.type.refers[0],
        label=field.label,
        of=block.id or block.head.kind,
        resolved=resolved,
        elsewhere=not resolved and name.id in ids,
        blocks_declared=bool(known),
        shown={"name": name.id, "suggestion": suggestion, "of": block.name},
    )


def _duplicates(draft: Draft, facts: Collector) -> None:
    first: dict[tuple[str, str], Block] = {}
    for block in draft.blocks:
        if not block.id:
            continue
        # Clauses are numbered apart from everything else.
        key = ("CLAUSE" if block.head.name == "CLAUSE" else "", block.id)
        if key in first:
            facts.add(
                "duplicate_id",
                block.id_span or block.span,
                block.path,
                id=block.id,
                shown={"name": block.name, "first": first[key].name},
                spans={"first": first[key].id_span or first[key].span},
            )
        else:
            first[key] = block
