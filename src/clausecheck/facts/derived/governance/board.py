"""Boards: who sits on them, whether they can meet, and whether they can decide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clausecheck.facts.arithmetic.voting import Quorum, Voter, check_quorum, majority_holder
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING
from clausecheck.facts.derived.governance import board_gaps, board_words
from clausecheck.facts.derived.governance.quorum import read_quorum
from clausecheck.facts.derived.governance.seats import Seat, seats_of
from clausecheck.facts.derived.words.lines import line_of, readable
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.suggest import listed
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "board",
        "A board: its members, its quorum and how it decides.",
        ref=word("the GOVERNANCE block"),
        members=count("how many members it lists"),
        votes=count("how many votes they have together"),
        commissioner_member=flag("a commissioner is among its members, or one of them may be a commissioner"),
        roles_known=flag("every member is a declared party with a role"),
        rule=word("unanimous (or by consensus), majority or other", optional=True),
        default_unanimous=flag("every decision is unanimous: no majority is spoken of"),
        any_unanimous=flag("some decision takes unanimity or consensus"),
        deadlock_path=flag("it has a Deadlock or Escalation line, or the draft a DISPUTES block"),
        deadlock_ends=flag("the path ends in mediation, an expert, GC14 or somebody who decides"),
        deadlock_timed=flag("every step of the path has a time"),
        quorum_known=flag("the quorum is a number of members or votes, a part of them, or a majority"),
        quorum_reachable=flag("all members together make the quorum"),
        quorum_needs=count("how many members or votes the quorum needs", optional=True),
        quorum_one_sided=flag("commissioners alone, or providers alone, make the quorum"),
        majority_party=word("a party with more than half of the votes", optional=True),
        meets_rarely=flag("it meets less often than each quarter"),
        conflicts_settled=flag("it keeps a register, has interests declared and says who stands aside"),
        no_blame_carved=flag("a no-blame line names all of its carve-outs"),
        claims_power=flag("it claims power over prices, a services contract or a statutory duty"),
        missing_carve_outs=text("the carve-outs it does not name"),
        missing_conflict_rules=text("what it does not say about conflicts of interest"),
        members_said=text("the members as written"),
        seats=text("the seats, added up"),
        short_by=text("how many the board is short of its quorum"),
        why=text("why the quorum cannot be reached"),
        side_alone=text("the side that makes the quorum by itself, with its votes"),
        majority_votes=text("the votes of the party that has most of them, such as 4 of 6"),
        last_step=text("the last step of the path"),
        power=text("the words that claim the power"),
        meets=text("how often it meets, as written"),
        decisions=text("how it decides, as written"),
    ),
    *board_gaps.GAPS,
)

_SPANS = (
    ("quorum_needs", ("Quorum",)),
    ("members", ("Members",)),
    ("rule", ("Decisions",)),
    ("deadlock_path", ("Deadlock", "Escalation", "Decisions")),
    ("no_blame_carved", ("No blame",)),
    ("conflicts_settled", ("Conflicts of interest",)),
    ("meets", ("Meets",)),
    ("power", ("Limits", "Delegation")),
)
_TIMED = Pattern(r"\bwithin\b|\bdays?\b|\bweeks?\b|\bmonths?\b|\bGC ?14\b|\bnext meeting\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every board, and what the boards leave out."""
    for board in draft.of("GOVERNANCE"):
        _board(draft, board, facts)
    board_gaps.derive(draft, facts)


class _Part(NamedTuple):
    """Some attributes of a board's fact: what rules compare, and what messages show."""

    values: Mapping[str, int | str | bool | None]
    shown: Mapping[str, str]


def _board(draft: Draft, board: Block, facts: Collector) -> None:
    seats = seats_of(draft, board)
    parts = (_voting(board, seats), _deciding(draft, board), _conduct(draft, board))
    values = {name: value for part in parts for name, value in part.values.items()}
    shown = {name: words for part in parts for name, words in part.shown.items()}
    spans = {name: span for name, labels in _SPANS if (span := _first_span(board, labels))}
    shown["name"] = board.title or board.name
    facts.add(
        "board", board.span, board.path, ref=ref_of(board), shown=shown, spans=spans, states=None, **values
    )


def _first_span(board: Block, labels: Sequence[str]) -> Span | None:
    return next((found.span for label in labels if (found := board.get(label))), None)


def _voting(board: Block, seats: Sequence[Seat]) -> _Part:
    """Who sits on it, and whether they make the quorum. A hole in the votes leaves the quorum unknown."""
    voters = [Voter(seat.name, seat.votes or 0, seat.side) for seat in seats]
    total = sum(voter.votes for voter in voters)
    known = bool(seats) and all(seat.votes is not None for seat in seats)
    sides = {voter.name: voter.side for voter in voters if voter.side}
    quorum = read_quorum(line_of(board.get("Quorum")), total, sides) if known else None
    why = _why(quorum, seats, total) if quorum else ""
    both_sides = len({voter.side for voter in voters if voter.side}) > 1
    alone = check_quorum(quorum, voters).sides_alone if quorum and not why and both_sides else ()
    alone_votes = sum(voter.votes for voter in voters if voter.side == alone[0]) if alone else 0
    return _Part(
        {
            "members": len(seats),
            "votes": total,
            "commissioner_member": not seats
            or any(not seat.roles or bool(seat.roles & COMMISSIONING) for seat in seats),
            "roles_known": bool(seats) and all(seat.roles for seat in seats),
            "quorum_known": quorum is not None,
            "quorum_reachable": not why,
            "quorum_needs": quorum.seats if quorum else None,
            "quorum_one_sided": bool(alone),
            "majority_party": majority_holder(voters) if known and len(voters) > 1 else None,
        },
        {
            "members_said": line_of(board.get("Members")),
            "seats": " + ".join(str(voter.votes) for voter in voters) + f" = {total}" if voters else "",
            "short_by": str(quorum.seats - total) if quorum and quorum.seats > total else "",
            "why": why,
            "side_alone": f"the {alone[0]}s, with {alone_votes}" if alone else "",
            "majority_votes": f"{max((voter.votes for voter in voters), default=0)} of {total}",
        },
    )


def _why(quorum: Quorum, seats: Sequence[Seat], total: int) -> str:
    """Why all members together do not make the quorum; nothing where they do, or nobody can say."""
    if quorum.seats > total:
        return f"it needs {quorum.seats} and the members have {total}"
    if not all(seat.roles for seat in seats):
        return ""
    for side, wanted in quorum.including.items():
        has = COMMISSIONING if side == "commissioner" else PROVIDING
        have = sum(seat.votes or 0 for seat in seats if seat.roles & has)
        if have < wanted:
            return f"it needs {wanted} {side}{'s' if wanted > 1 else ''} and the board has {have or 'none'}"
    return ""


def _deciding(draft: Draft, board: Block) -> _Part:
    """How it decides, and what happens when it cannot."""
    decisions = line_of(board.get("Decisions"))
    unanimous, majority = board_words.unanimous(decisions), board_words.by_majority(decisions)
    path = " ; ".join(said for label in ("Deadlock", "Escalation") if (said := line_of(board.get(label))))
    steps = [
        entry.raw for label in ("Deadlock", "Escalation") if (f := board.get(label)) for entry in f.entries
    ]
    disputes = _disputes(draft)
    rule = "unanimous" if unanimous else "majority" if majority else "other" if decisions else None
    return _Part(
        {
            "rule": rule,
            "default_unanimous": unanimous and not majority,
            "any_unanimous": unanimous,
            "deadlock_path": bool(path) or disputes is not None or not board.complete,
            "deadlock_ends": not path or not board.complete or board_words.ends(path, disputes or ""),
            "deadlock_timed": all(_TIMED.search(step) for step in steps),
        },
        {"decisions": decisions, "last_step": steps[-1] if steps else path},
    )


def _disputes(draft: Draft) -> str | None:
    """What the DISPUTES block says of its steps, or None where there is no such block."""
    said = [line_of(block.get(label)) for block in draft.of("DISPUTES") for label in ("Steps", "Final step")]
    return " ; ".join(filter(None, said)) if said else None


def _conduct(draft: Draft, board: Block) -> _Part:
    """How often it meets, and what it says of conflicts, blame and its own power."""
    meets, blame = line_of(board.get("Meets")), board.get("No blame")
    conflicts = board.get("Conflicts of interest")
    silent = conflicts is None and board.complete
    gap = board_words.conflict_gap(line_of(conflicts)) if silent or readable(conflicts) else []
    release = " ; ".join(line_of(block.get("No-blame release")) for block in draft.of("LIABILITY"))
    carve_outs = board_words.not_carved(f"{line_of(blame)} ; {release}") if readable(blame) else []
    power = board_words.claims_power(line_of(board.get(label)) for label in ("Limits", "Delegation"))
    return _Part(
        {
            "meets_rarely": board_words.rare(meets),
            "conflicts_settled": not gap,
            "no_blame_carved": not carve_outs,
            "claims_power": bool(power),
        },
        {
            "meets": meets,
            "missing_conflict_rules": listed(gap, "or"),
            "missing_carve_outs": listed(carve_outs, "and"),
            "power": power,
        },
    )
