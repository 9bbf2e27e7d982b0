"""What the boards of a draft leave out: matters to reserve, parties to seat, a vote to take away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.derived.governance import board_words
from clausecheck.facts.derived.governance.seats import seats_of
from clausecheck.facts.derived.words.lines import line_of, readable
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.suggest import listed

GAPS = (
    kind(
        "reserved_gap",
        "A matter that the boards of a draft ought to reserve and do not, though they reserve others.",
        board=word("the GOVERNANCE block"),
        matter=word("budget, risk share, scope, membership, variation or termination"),
        missing=text("all matters that are missing"),
        missing_count=count("how many are missing"),
        first=flag("it is the first that is missing, so that one finding can name all"),
    ),
    kind(
        "board_gap",
        "A commissioner or provider that is on no board and is not named as a non-member.",
        party=word("the party"),
    ),
    kind(
        "exclusion",
        "How a party is put out of the agreement.",
        own_veto=flag("it takes every member's vote, that of the party concerned among them"),
        said=text("the rule as written"),
    ),
)

_EXCUSES = ("Non-members", "VCSE voice", "Management team")


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what the boards ought to reserve and do not, parties without a seat, and rules of exclusion."""
    boards = list(draft.of("GOVERNANCE"))
    _reserved(draft, boards, facts)
    _left_out(draft, boards, facts)
    for block in draft.of("MEMBERSHIP"):
        if field := block.get("Exclusion"):
            veto = board_words.own_veto(line_of(field))
            path = (*block.path, "Exclusion")
            facts.add(
                "exclusion",
                field.span,
                path,
                own_veto=veto,
                shown={"name": block.name, "said": line_of(field)},
            )


def _reserved(draft: Draft, boards: Sequence[Block], facts: Collector) -> None:
    """What no board reserves, told of the first board that reserves anything."""
    if any(_all_unanimous(board) for board in boards):
        return  # there is no ordinary rule by which a matter left out could be decided
    lines = [(board, found) for board in boards if (found := board.get("Reserved matters"))]
    said = " ; ".join(line_of(found) for _, found in lines)
    if not lines or not all(readable(found) for _, found in lines) or board_words.leaves_open(said):
        return
    pool, budget = (any(True for _ in draft.of(head)) for head in ("RISK SHARE", "BUDGET"))
    board, found = lines[0]
    missing = board_words.not_reserved(said, pool, budget)
    for place, matter in enumerate(missing):
        facts.add(
            "reserved_gap",
            found.span,
            (*board.path, "Reserved matters"),
            board=ref_of(board),
            matter=matter,
            first=place == 0,
            missing_count=len(missing),
            shown={"name": board.title or board.name, "missing": listed(missing, "and")},
        )


def _all_unanimous(board: Block) -> bool:
    """Whether a board decides everything by the agreement of every member."""
    decisions = line_of(board.get("Decisions"))
    if not board_words.unanimous(decisions) or board_words.by_majority(decisions):
        return False
    return not re.search(r"\breserved\b|\botherwise\b|\bother (?:matters|decisions)\b", decisions, re.I)


def _left_out(draft: Draft, boards: Sequence[Block], facts: Collector) -> None:
    """Commissioners and providers without a seat; a sub-contractor, guarantor or host alone needs none."""
    seated = {seat.name for board in boards for seat in seats_of(draft, board)}
    if not seated or any((found := board.get("Members")) and not readable(found) for board in boards):
        return
    excused = " ".join(line_of(board.get(label)) for board in boards for label in _EXCUSES)
    for party in draft.of("PARTY"):
        wants_seat = roles(party) & (COMMISSIONING | PROVIDING) - {"sub-contractor"}
        named = re.search(rf"(?<!\w){re.escape(party.id)}(?!\w)", excused)
        if party.id and wants_seat and party.id not in seated and not named:
            facts.add("board_gap", party.span, party.path, party=party.id, shown={"name": party.id})
