"""What each commissioner pays into a budget, beside the part of a loss on it that the draft gives it."""

from __future__ import annotations

from fractions import Fraction

from clausecheck.facts.arithmetic.exact import percent_of, whole_pence
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.position import share_of, two_places
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.budget.funding import amount_of
from clausecheck.facts.derived.risk_share.bands import bands_of
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.derived.risk_share.limits import limits_of
from clausecheck.facts.derived.risk_share.settlement import line_at
from clausecheck.facts.derived.risk_share.shares import lists_of, sides_of
from clausecheck.facts.derived.words.reasons import names_party
from clausecheck.facts.kinds import flag, kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Moneys, MoneyShare, Names, Shares

KINDS = (
    kind(
        "contributor",
        "A party that pays into a budget whose losses a pool shares.",
        budget=word("the BUDGET"),
        pool=word("the RISK SHARE"),
        party=word("the party's id"),
        alone=flag("nobody else pays in"),
        contribution=money("what it pays in a Contract Year"),
        part=percent("its part of all that is paid in"),
        liability_named=flag("a share list, a band, a cap or another line of the pool names it"),
        most=money(
            "the most it can lose in the pool; at an overspend of 5% where nothing limits it", optional=True
        ),
        of_contribution=percent("that loss, as a percentage of what it pays in", optional=True),
        control_noted=flag("its Control note says why its share fits what it can influence"),
        open=text(
            "what its part of an overspend of 5% would be if it followed what it pays in, in a sentence"
        ),
        at_most=text("that loss, and when it falls due"),
    ),
)

_MAY_NAME = (
    "Residual",
    "Commissioner risk",
    "Member limits",
    "Loss conditions",
    "Loss recovery",
    "Contingency",
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each contributor to a budget that a pool shares the losses of."""
    for pool in draft.of("RISK SHARE"):
        budget = _budget_block(draft, pool)
        field = budget.get("Contributions") if budget else None
        if budget is None or field is None or not isinstance(field.value, Moneys):
            continue
        if sides_of(pool) == "gain only" or not any(True for _ in _loss_lines(pool)):
            continue
        shares = field.value.shares
        whole = sum(share.pence or 0 for share in shares)
        if whole > 0 and all(share.pence is not None for share in shares):
            for share in shares:
                _contributor(draft, pool, budget, field, share, whole, facts)


def _budget_block(draft: Draft, pool: Block) -> Block | None:
    """The BUDGET that a pool is measured against, by its id or, where there is one alone, by its amount."""
    field = pool.get("Budget")
    if field is not None and isinstance(field.value, Names) and field.value.names:
        named = draft.by_id.get(field.value.names[0].id)
        return named if named is not None and named.head.name == "BUDGET" else None
    budgets = list(draft.of("BUDGET"))
    same = len(budgets) == 1 and amount_of(budgets[0]) == budget_of(draft, pool) is not None
    return budgets[0] if same else None


def _loss_lines(pool: Block) -> list[Field]:
    """The lines that say who bears a loss."""
    labels = ("Shares", "Loss shares", "Bands", "Loss bands")
    return [field for field in pool.fields if field.label in labels]


def _contributor(
    draft: Draft, pool: Block, budget: Block, field: Field, share: MoneyShare, whole: int, facts: Collector
) -> None:
    party, pays = share.name.id, share.pence or 0
    block = draft.by_id.get(party)
    most, when = _most(draft, pool, party, facts)
    part = share_of(pays, whole)
    of_paid = share_of(most, pays) if most is not None and pays > 0 else None
    facts.add(
        "contributor",
        share.span,
        (*budget.path, field.label),
        budget=ref_of(budget),
        pool=ref_of(pool),
        party=party,
        alone=sum(1 for each in _paying(field) if each.pence) < 2,
        contribution=pays,
        part=part,
        liability_named=_named(draft, pool, party) or not pool.complete,
        most=most,
        of_contribution=of_paid,
        control_noted=block is None or block.get("Control note") is not None or not block.complete,
        shown={
            "name": party,
            "pool": pool.title or pool.name,
            "part": percentage(two_places(part)),
            "of_contribution": percentage(two_places(of_paid)) if of_paid is not None else "",
            "open": _open(draft, pool, party, pays, whole),
            "at_most": when,
        },
    )


def _paying(field: Field) -> tuple[MoneyShare, ...]:
    return field.value.shares if isinstance(field.value, Moneys) else ()


def _named(draft: Draft, pool: Block, party: str) -> bool:
    """Whether a pool says anything of what a party bears, if only that it bears nothing."""
    if any(_unread(line) for line in _loss_lines(pool)):
        return True
    listed = {share.name.id for _, side, value in lists_of(pool) if side != "gain" for share in value.shares}
    for _, side, banded in bands_of(pool):
        for each in banded if side != "gain" else ():
            if isinstance(each.entry.value, Shares):
                listed.update(share.name.id for share in each.entry.value.shares)
            elif each.entry.value is not None and names_party(each.entry.value.raw, party):
                return True
    capped = {limit.party for limit in limits_of(draft, pool) if limit.side != "gain"}
    said = [line.raw for line in pool.fields if line.label in _MAY_NAME] + [text.raw for text in pool.prose]
    said += [entry.raw for line in pool.fields if line.label in _MAY_NAME for entry in line.entries]
    return party in listed | capped or any(names_party(raw, party) for raw in said)


def _unread(line: Field) -> bool:
    return line.label.endswith("hares") and not isinstance(line.value, Shares)


def _open(draft: Draft, pool: Block, party: str, pays: int, whole: int) -> str:
    budget = budget_of(draft, pool)
    share = percentage(two_places(share_of(pays, whole)))
    if not budget:
        return f"Of an overspend {party} may be asked for {share}, for nothing, or for any part between"
    over = percent_of(budget, FIVE)
    in_line = pounds(whole_pence(Fraction(over * pays, whole)))
    return (
        f"Of an overspend of 5% ({pounds(over)}) {party} may be asked for {in_line}, "
        f"its {share} of the money, for nothing, or for any sum between"
    )


def _most(draft: Draft, pool: Block, party: str, facts: Collector) -> tuple[int | None, str]:
    """The most that a party can lose, and in words when; at an overspend of 5% where nothing limits it."""
    for fact in facts.of("member_cap"):
        if fact.values["pool"] == ref_of(pool) and fact.values["party"] == party:
            most = fact.values.get("amount")
            if isinstance(most, int):
                return most, f"{pounds(most)} at most"
    budget = budget_of(draft, pool)
    if not budget:
        return None, ""
    over = percent_of(budget, FIVE)
    pays = line_at(draft, pool, "loss", party, budget, over)
    return pays, f"{pounds(pays)} at an overspend of 5% ({pounds(over)})" if pays is not None else ""
