"""Boards: who sits on them, whether they can meet, and whether they can decide."""

from __future__ import annotations

import re
from decimal import Decimal

from clausecheck.facts.arithmetic.voting import (
    Quorum,
    Voter,
    check_quorum,
    majority_holder,
    seats_for,
)
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Votes
from clausecheck.spans import Span

KINDS = (
    kind(
        "board",
        "A board: its members, its quorum and how it decides.",
        ref=word("the GOVERNANCE block"),
        members=count("how many members it lists"),
        votes=count("how many votes they have together"),
        commissioner_member=flag("a commissioner is among its members"),
        roles_known=flag("every member is a declared party with a role"),
        rule=word("unanimous, consensus, majority, weighted or other", optional=True),
        default_unanimous=flag("decisions are unanimous unless something else is said"),
        any_unanimous=flag("some decision takes unanimity or consensus"),
        deadlock_path=flag("it has a Deadlock or Escalation line"),
        deadlock_ends=flag("the path ends in mediation, an expert, GC14 or somebody who decides"),
        deadlock_timed=flag("every step of the path has a time"),
        quorum_known=flag("the quorum is a number of members or votes, or a percentage"),
        quorum_reachable=flag("all members together make the quorum"),
        quorum_needs=count("how many members or votes the quorum needs", optional=True),
        quorum_one_sided=flag("commissioners alone, or providers alone, make the quorum"),
        majority_party=word("a party with more than half of the votes", optional=True),
        no_blame_carved=flag("a no-blame line names all of its carve-outs"),
        missing_carve_outs=text("the carve-outs it does not name"),
        seats=text("the seats, added up"),
        short_by=text("how many the board is short of its quorum"),
        why=text("why the quorum cannot be reached"),
    ),
    kind(
        "reserved_gap",
        "A matter that a board ought to reserve and does not.",
        board=word("the GOVERNANCE block"),
        matter=word("budget, risk share, scope, membership, variation or termination"),
        missing=text("all matters that are missing"),
        missing_count=count("how many are missing"),
        first=flag("it is the first that is missing, so that one finding can name all"),
    ),
    kind(
        "board_gap",
        "A party that is on no board and is not named as a non-member.",
        party=word("the party"),
    ),
)

_UNANIMOUS = re.compile(r"\bunanim|\bconsensus|\ball members\b", re.I)
_MAJORITY = re.compile(r"\bmajority\b|\bvotes cast\b|\d\s*%", re.I)
_ENDING = re.compile(
    r"\bexpert\b|\bmediat|\bGC ?14\b|\bGeneral Condition 14\b|\bdetermin|\bbinding\b"
    r"|\bcommissioners? decide|\bdispute resolution\b|\bwind(?:s|ing)?[ -](?:down|up)\b|\bindependent\b|\bfinal\b|\bDISPUTES\b",
    re.I,
)
_RESERVED = (
    ("budget", re.compile(r"\bbudget|\bfinanc|\bpool\b|\bprice|\bspend", re.I)),
    ("risk share", re.compile(r"\brisk[ -]?(?:share|sharing)|\bgain\b|\bloss(?:es)?\b|\bR\d+\b", re.I)),
    ("scope", re.compile(r"\bscope\b|\bservices?\b|\boutcomes?\b|\bO\d+\b|\bpopulation\b", re.I)),
    (
        "membership",
        re.compile(
            r"\badmi(?:t|ssion)|\bexclu|\bmember(?:ship)?\b|\bjoin|\bexpel|\bexpulsion|\bPARTY\b", re.I
        ),
    ),
    (
        "variation",
        re.compile(
            r"\bvar(?:y|iation)|\bamend|\bchange to (?:this|the) [Aa]greement|\bchanges? to\b|\bchange to\b",
            re.I,
        ),
    ),
    ("termination", re.compile(r"\bterminat|\bend(?:ing)? (?:of )?(?:this|the)|\bdissol|\bwind", re.I)),
)
_CARVE_OUTS = (
    ("wilful default", re.compile(r"\bwilful", re.I)),
    ("insolvency", re.compile(r"\binsolven", re.I)),
    ("fraud", re.compile(r"\bfraud", re.I)),
    ("third-party claims", re.compile(r"\bthird[ -]part", re.I)),
    ("statutory duties", re.compile(r"\bstatut|\blaw\b", re.I)),
)
_TIMED = re.compile(r"\bwithin\b|\bdays?\b|\bweeks?\b|\bmonths?\b|\bGC ?14\b|\bnext meeting\b", re.I)
_NUMBER = {
    w: i
    for i, w in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}


def voters_of(draft: Draft, board: Block) -> list[Voter]:
    """The members of a board with their votes and sides; a party listed twice counts once."""
    field = board.get("Members")
    if field is None:
        return []
    parties = {party.id: party for party in draft.of("PARTY")}
    found: dict[str, Voter] = {}
    for value in field.values():
        if isinstance(value, Votes):
            for vote in value.votes:
                party = parties.get(vote.name.id)
                has = roles(party) if party else frozenset()
                side = "commissioner" if has & COMMISSIONING else "provider" if has & PROVIDING else ""
                before = found[vote.name.id].votes if vote.name.id in found else 0
                found[vote.name.id] = Voter(vote.name.id, before + (vote.votes or 0), side)
    return list(found.values())


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every board, what it ought to reserve and does not, and parties that sit on none."""
    for board in draft.of("GOVERNANCE"):
        _board(draft, board, facts)
        _reserved(board, facts)
    _left_out(draft, facts)


def _said(field: Field | None) -> str:
    if field is None:
        return ""
    return " ; ".join([field.raw, *(entry.raw for entry in field.entries)]).strip(" ;")


def _board(draft: Draft, board: Block, facts: Collector) -> None:
    voters = voters_of(draft, board)
    members = board.get("Members")
    unread = members is not None and not voters
    decisions = _said(board.get("Decisions"))
    path = _said(board.get("Deadlock")) + " ; " + _said(board.get("Escalation"))
    has_path = board.get("Deadlock") is not None or board.get("Escalation") is not None or not board.complete
    quorum_field = board.get("Quorum")
    quorum = _quorum(_said(quorum_field), voters) if quorum_field and voters else None
    check = check_quorum(quorum, voters) if quorum else None
    no_blame = board.get("No blame")
    missing = [name for name, pattern in _CARVE_OUTS if not pattern.search(_said(no_blame))]
    unanimous = _UNANIMOUS.search(decisions)
    majority = _MAJORITY.search(decisions)
    steps = [
        entry.raw for label in ("Deadlock", "Escalation") if (f := board.get(label)) for entry in f.entries
    ]
    spans: dict[str, Span] = {}
    for name, label in (
        ("quorum_needs", "Quorum"),
        ("members", "Members"),
        ("rule", "Decisions"),
        ("deadlock_path", "Escalation"),
        ("no_blame_carved", "No blame"),
    ):
        if field := board.get(label):
            spans[name] = field.span
    seats = sum(voter.votes for voter in voters)
    facts.add(
        "board",
        board.span,
        board.path,
        ref=ref_of(board),
        members=len(voters),
        votes=seats,
        commissioner_member=unread or not members or any(voter.side == "commissioner" for voter in voters),
        roles_known=bool(voters) and all(voter.side for voter in voters),
        rule=_rule(unanimous, majority, decisions),
        default_unanimous=bool(unanimous) and "otherwise" not in decisions.lower(),
        any_unanimous=bool(unanimous),
        deadlock_path=has_path,
        deadlock_ends=bool(_ENDING.search(path)) or not has_path or not board.complete,
        deadlock_timed=not steps or all(_TIMED.search(step) for step in steps),
        quorum_known=quorum is not None,
        quorum_reachable=check is None or check.reachable,
        quorum_needs=check.needed if check else None,
        quorum_one_sided=check is not None and bool(check.sides_alone),
        majority_party=majority_holder(voters) if len(voters) > 1 else None,
        no_blame_carved=no_blame is None or not missing,
        shown={
            "name": board.title or board.name,
            "missing_carve_outs": ", ".join(missing),
            "seats": " + ".join(str(v.votes) for v in voters) + f" = {seats}" if voters else "",
            "short_by": str(check.needed - seats) if check and check.needed > seats else "",
            "why": _why(check.needed if check else 0, seats, quorum, voters),
            "no_blame": _said(no_blame),
        },
        spans=spans,
    )


def _rule(unanimous: object, majority: object, decisions: str) -> str | None:
    if unanimous:
        return "unanimous"
    if majority:
        return "majority"
    return "other" if decisions else None


def _quorum(said: str, voters: list[Voter]) -> Quorum | None:
    """A quorum in words: `4 members, including at least 1 commissioner and at least 1 provider`."""
    first = re.match(
        r"\W*(?:at least |not fewer than |a minimum of )?(\d+|[a-z]+)\s*(%|per cent)?", said, re.I
    )
    if first is None:
        return None
    number = int(first[1]) if first[1].isdigit() else _NUMBER.get(first[1].lower())
    if number is None:
        return None
    seats = sum(voter.votes for voter in voters)
    if first[2]:
        number = seats_for(Decimal(number), seats)
    including: dict[str, int] = {}
    for match in re.finditer(r"(\d+|one|two|three|four)\s+(commissioner|provider)s?\b", said, re.I):
        wanted = int(match[1]) if match[1].isdigit() else _NUMBER[match[1].lower()]
        # Whether sides are known or not, a number of a side that nobody is known to be on says nothing.
        if any(voter.side == match[2].lower() for voter in voters) or all(voter.side for voter in voters):
            including[match[2].lower()] = wanted
    return Quorum(number, including)


def _why(needed: int, seats: int, quorum: Quorum | None, voters: list[Voter]) -> str:
    if quorum is None:
        return ""
    if needed > seats:
        return f"it needs {needed} and the members have {seats}"
    for side, wanted in quorum.including.items():
        have = sum(voter.votes for voter in voters if voter.side == side)
        if have < wanted:
            return f"it needs {wanted} {side}{'s' if wanted > 1 else ''} and the board has {have or 'none'}"
    return ""


def _reserved(board: Block, facts: Collector) -> None:
    field = board.get("Reserved matters")
    if field is None:
        return
    said = _said(field)
    if re.search(r"\bnone\b", said, re.I):
        return
    missing = [matter for matter, pattern in _RESERVED if not pattern.search(said)]
    for place, matter in enumerate(missing):
        facts.add(
            "reserved_gap",
            field.span,
            (*board.path, "Reserved matters"),
            board=ref_of(board),
            matter=matter,
            first=place == 0,
            missing_count=len(missing),
            shown={"name": board.title or board.name, "missing": ", ".join(missing)},
        )


def _left_out(draft: Draft, facts: Collector) -> None:
    boards = list(draft.of("GOVERNANCE"))
    if not any(board.get("Members") for board in boards):
        return
    members = {voter.name for board in boards for voter in voters_of(draft, board)}
    excused = " ".join(_said(board.get("Non-members")) for board in boards)
    for party in draft.of("PARTY"):
        if party.id and party.id not in members and not re.search(rf"\b{re.escape(party.id)}\b", excused):
            facts.add("board_gap", party.span, party.path, party=party.id, shown={"name": party.id})
