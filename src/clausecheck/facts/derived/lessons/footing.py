"""What a pool that shares losses stands on: its figures, the boards behind it, and what a leaver owes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.derived.risk_share.shares import sharing, sides_of
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import bare_no, listed, said, whole
from clausecheck.facts.fact import Fact, State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Money, Names, Text
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "pool_data",
        "The figures that a pool with shared losses measures against, where its Counterfactual is stated.",
        pool=word("the RISK SHARE"),
        backed=flag("they are said to be audited, validated or agreed, or a shadow year comes first"),
        fault=text("what the draft says of them, in a sentence"),
        price=text("what an error of 1% comes to, in a sentence"),
    ),
    kind(
        "leaver",
        "A pool with shared losses that a party can leave.",
        pool=word("the RISK SHARE"),
        settled=flag("something says what becomes of the leaver's part, or nobody can say"),
        said=text("the line that lets a party leave"),
        price=text("what is left open, in a sentence"),
    ),
    kind(
        "own_accounts",
        "A pool with shared losses in a draft with an ASSURANCE block, and the boards that answer for them.",
        pool=word("the RISK SHARE"),
        squared=flag(
            "each board has approved, the pool is squared with each body's accounts, or nobody can say"
        ),
        parties=text("those that bear a loss and whose board is not said to have approved"),
        boards=text("their boards, in words"),
        price=text("what they would pay, in a sentence"),
    ),
)

_BACKED = Pattern(
    r"(?<!un)\b(?:audited|validated|verified|agreed|reconciled|assured|certified|signed off|reviewed by"
    r"|confirmed by|reference costs?|national cost collection)\b",
    re.IGNORECASE,
)
_DOUBTFUL = Pattern(
    r"\bun(?:audited|validated|verified|agreed|reconciled)\b"
    r"|\b(?:not|never|to be|being) (?:\w+ )?(?:audited|validated|verified|agreed|reconciled)\b"
    r"|\b(?:subject to|awaiting|pending|without) (?:an? )?(?:audit|validation|verification|agreement)\b",
    re.IGNORECASE,
)
_ROUGH = Pattern(r"\bprovisional\b|\bindicative\b|\bestimate[ds]?\b", re.IGNORECASE)
_AFTER = Pattern(
    r"\brun-?off\b|\bsettl|\bliab|\bcharged\b|\bpay(?:s|able)?\b|\bpaid\b|\bpro[- ]?rata\b"
    r"|\bshares? of\b|\bpart of\b|\bremains?\b|\bow(?:e|es|ed|ing)\b|\bcontinues?\b|\baccounts?\b|\breconcil"
    r"|\bbears?\b|\brisk share\b|\bR\d+\b",
    re.IGNORECASE,
)
_NO_LEAVING = Pattern(
    r"\W*(?:none\b|not (?:permitted|allowed|possible|available)\b"
    r"|no (?:right (?:to|of)|withdrawal|party (?:may|can)|member (?:may|can)))",
    re.I,
)
_YET_LEAVING = Pattern(
    r"\b(?:after|from|until|unless|except|but|without|save|before|by \w+ notice|\d+ months)\b", re.I
)
_LEAVES = Pattern(r"\bleav(?:e|es|er|ing)\b|\bwithdraw|\bparty that goes\b", re.IGNORECASE)
_EVERY_BOARD = Pattern(
    r"\b(?:all|each|every)\b[^.;,]{0,30}\b(?:boards?|part(?:y|ies)|members?|bod(?:y|ies))\b", re.I
)
_ACCOUNTS = Pattern(
    r"\b(?:own|statutory|annual) (?:\w+ )?(?:accounts|books)\b|\baccounts of (?:each|every|the) "
    r"|\bcontrol totals?\b|\bfinancial (?:plans?|dut(?:y|ies))\b|\bbreak-?even\b",
    re.IGNORECASE,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds, for each pool that shares losses, its data, its leavers and the boards behind it."""
    told: set[str] = set()
    for pool in draft.of("RISK SHARE"):
        if sides_of(pool) == "gain only":
            continue
        bearing = sharing(pool, "loss")
        if not bearing:
            continue
        members = [fact for fact in facts.of("member_cap") if fact.values["pool"] == ref_of(pool)]
        _data(draft, pool, facts)
        _leaver(draft, pool, members, facts)
        # A board whose approval is missing for one pool is not missing again for the next.
        _accounts(draft, pool, [each.name.id for each in bearing if each.name.id not in told], members, facts)
        told |= {share.name.id for share in bearing}


def _data(draft: Draft, pool: Block, facts: Collector) -> None:
    field = pool.get("Counterfactual")
    if field is None or state_of(field) is not State.STATED:
        return
    own = said(pool, "Counterfactual")
    budget = _named_budget(draft, pool)
    source, agreed = said(budget, "Source"), said(budget, "Agreed")
    words = f"{own}; {source}"
    backed = bool(_BACKED.search(words) or agreed.lower().startswith("yes"))
    doubtful = bool(_DOUBTFUL.search(words)) or (bool(_ROUGH.search(words)) and not backed)
    unread = not pool.complete or (budget is not None and not budget.complete)
    shadow = pool.get("Shadow years") is not None and not bare_no(said(pool, "Shadow years"))
    name = pool.title or pool.name
    fault = f'Nothing says who validated the figures that "{name}" measures against'
    if doubtful:
        fault = f'"{name}" measures against figures that are not validated'
    pence = _amount_in(field) or budget_of(draft, pool)
    price = "An error in them is a gain or a loss that nobody made"
    if pence:
        one = pounds(percent_of(pence, Decimal(1)))
        price = f"Each 1% that they are wrong is {one} of gain or loss that nobody made"
    facts.add(
        "pool_data",
        field.span,
        (*pool.path, "Counterfactual"),
        pool=ref_of(pool),
        backed=shadow or unread or (backed and not doubtful),
        shown={"name": name, "fault": fault, "price": price},
    )


def _amount_in(field: Field) -> int | None:
    parts = field.value.parts if isinstance(field.value, Text) else ()
    return next((part.pence for part in parts if isinstance(part, Money)), None)


def _named_budget(draft: Draft, pool: Block) -> Block | None:
    field = pool.get("Budget")
    if field is None or not isinstance(field.value, Names) or not field.value.names:
        return None
    named = draft.by_id.get(field.value.names[0].id)
    return named if named is not None and named.head.name == "BUDGET" else None


def _leaver(draft: Draft, pool: Block, members: list[Fact], facts: Collector) -> None:
    sources = [(pool, "Withdrawal"), *((block, "Leaving") for block in draft.of("MEMBERSHIP"))]
    found = [(block, label) for block, label in sources if (at := block.get(label)) and not _barred(at)]
    if not found or any(state_of(block.get(label)) is not State.STATED for block, label in found):
        return
    block, label = found[0]
    field = block.get(label)
    assert field is not None
    words = "; ".join(said(*each) for each in found)
    settled = not whole(draft) or bool(_AFTER.search(words)) or _settled_elsewhere(draft, pool)
    # That a provider leaves is what the others have to fear; a commissioner pays for the services still.
    worst = max(
        members,
        key=lambda fact: (bool(fact.values["provider"]), int(fact.values.get("share", 0))),
        default=None,
    )
    budget = budget_of(draft, pool)
    price = "Its part of a loss that comes to light later falls to those who stay, or to nobody"
    if worst is not None and budget and worst.shown.get("at_five_percent"):
        overspend = pounds(percent_of(budget, FIVE))
        price = (
            f"At an overspend of 5% ({overspend}) the part of {worst.shown['name']} is "
            f"{worst.shown['at_five_percent']}: once it has left, nobody is named to pay it"
        )
    facts.add(
        "leaver",
        field.span,
        (*block.path, label),
        pool=ref_of(pool),
        settled=settled,
        shown={"name": pool.title or pool.name, "said": field.raw, "price": price},
    )


def _barred(field: Field) -> bool:
    """Whether a line says that nobody may leave at all, so that there is no leaver to settle with."""
    return bool(_NO_LEAVING.match(field.raw)) and not _YET_LEAVING.search(field.raw)


def _settled_elsewhere(draft: Draft, pool: Block) -> bool:
    """Whether another line or a clause says what becomes of a leaver's part."""
    if pool.get("On exit") is not None:
        return True
    exits = [block for block in draft.of("EXIT") if block.get("Run-off") is not None]
    ends = [said(block, "Survival") for block in draft.of("EXIT")]
    ends += [said(block, "Consequences") for block in draft.of("TERMINATION")]
    if exits or any(re.search(r"\brisk share|\bR\d+\b|\bgains?\b|\bloss", words, re.I) for words in ends):
        return True
    clauses = [found.text for found in walk.words(draft) if found.block and found.block.head.name == "CLAUSE"]
    return any(_LEAVES.search(words) and _AFTER.search(words) for words in clauses)


def _accounts(draft: Draft, pool: Block, bearing: list[str], members: list[Fact], facts: Collector) -> None:
    blocks = list(draft.of("ASSURANCE"))
    if not blocks:
        return  # that there is no assurance at all is one finding, and another rule's
    open_ = any(
        block.get("Board approvals") is None
        if not block.complete
        else block.get("Board approvals") is not None
        and state_of(block.get("Board approvals")) is State.BLANK
        for block in blocks
    )
    approvals = "; ".join(said(block, "Board approvals") for block in blocks)
    lacking = [party for party in bearing if not _named(draft, party, approvals)]
    if _EVERY_BOARD.search(approvals):
        lacking = []
    squared = any(_ACCOUNTS.search(found.text) for found in _about_money(draft, pool))
    field = blocks[0].get("Board approvals")
    span: Span = field.span if field else blocks[0].span
    facts.add(
        "own_accounts",
        span,
        (*blocks[0].path, "Board approvals") if field else blocks[0].path,
        pool=ref_of(pool),
        squared=open_ or squared or not lacking or not whole(draft),
        shown={
            "name": pool.title or pool.name,
            "parties": listed(lacking),
            "boards": "its board" if len(lacking) == 1 else "their boards",
            "price": _owed(
                draft, pool, [fact for fact in members if fact.values["party"] in lacking], lacking
            ),
        },
        spans={"pool": pool.span},
    )


def _named(draft: Draft, party: str, words: str) -> bool:
    block = draft.by_id.get(party)
    names = [party, block.title] if block is not None and block.title else [party]
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names)


def _about_money(draft: Draft, pool: Block) -> Iterable[walk.Words]:
    """The words in which a pool may be squared with accounts: its own, those of budgets, and clauses."""
    for found in walk.words(draft):
        block = found.block
        if block is not None and (
            block is pool or block.head.name in ("BUDGET", "CLAUSE", "GOVERNANCE", "PAYMENT")
        ):
            yield found


def _owed(draft: Draft, pool: Block, members: list[Fact], lacking: list[str]) -> str:
    budget = budget_of(draft, pool)
    owed = [(fact.shown["name"], fact.shown.get("at_five_percent", "")) for fact in members]
    due = [f"{name} {amount}" for name, amount in owed if amount and amount != "£0"]
    if not budget or not due or len(owed) < len(lacking) or any(not amount for _, amount in owed):
        return "Each answers for its part of a loss in its own accounts, whatever the pool has agreed"
    return f"At an overspend of 5% ({pounds(percent_of(budget, FIVE))}) the pool would charge {listed(due)}"
