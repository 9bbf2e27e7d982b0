"""Money at risk on outcomes: for whom, in which year, and how much of it on one measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import cut, part, percent_of, whole_pence
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import plain, pounds
from clausecheck.facts.arithmetic.outcomes import divided
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.weighing import Weighed, YearOfMoney, dearest, money_by_year, weighed
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import count, flag, kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "outcome_money",
        "The money that hangs on the outcomes of one party, or of several together, in one year.",
        payment=word("the OUTCOME PAYMENT"),
        year=word("the year, or each year"),
        owners=word("the party, or the parties that answer together; absent where no owner is named", True),
        together=flag("several parties answer for it, and nothing divides it among them"),
        amount=money("what hangs on it"),
        outcomes=text("the outcomes or indicators that it hangs on"),
    ),
    kind(
        "outcome_exposure",
        "The year of a payment in which most money hangs on outcomes.",
        payment=word("the OUTCOME PAYMENT"),
        amount=money("what hangs on outcomes in that year", optional=True),
        said=text("the sum, and for whom, in a sentence"),
    ),
    kind(
        "weight_held",
        "What one line of a payment's weights puts on each of its measures.",
        payment=word("the OUTCOME PAYMENT"),
        outcome=word("the outcome or indicator"),
        each=percent("the weight of one measure, on average where there are several"),
        uneven=flag("there are three measures or more, and an even division would put less on it"),
        carries=text("the line and its weight, in words"),
        price=text("what hangs on it in the dearest year, in a sentence"),
    ),
    kind(
        "measure_count",
        "How many measures money hangs on, in all payments for outcomes together.",
        number=count("how many different measures"),
        payments=text("the payments"),
        price=text("what an average measure is worth, in a sentence"),
    ),
)

_PARTS = Pattern(r"([A-Za-z][\w-]*)\s*:?\s+(\d+(?:\.\d+)?)\s*%")
_MOST_GROUPS = 4


class Group(NamedTuple):
    """A party, or parties that answer together, with the weight of what they answer for."""

    owners: tuple[str, ...]
    weight: Fraction
    outcomes: tuple[str, ...]


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what hangs on whose outcomes, on each measure, and how many measures there are."""
    payments = list(draft.of("OUTCOME PAYMENT"))
    for payment in payments:
        _payment(draft, payment, facts)
    _number(draft, payments, facts)


def _payment(draft: Draft, payment: Block, facts: Collector) -> None:
    years, lines = money_by_year(draft, payment), weighed(draft, payment)
    groups = groups_of(lines)
    for year in years:
        for group in groups:
            if year.pence is not None:
                facts.add(
                    "outcome_money",
                    payment.span,
                    (*payment.path, "Weights"),
                    payment=ref_of(payment),
                    year=year.year or "each year",
                    owners=", ".join(group.owners) or None,
                    together=len(group.owners) > 1,
                    amount=whole_pence(year.pence * group.weight),
                    shown={"name": payment.name, "outcomes": ", ".join(group.outcomes)},
                )
    most = dearest(years)
    if most:
        facts.add(
            "outcome_exposure",
            payment.span,
            payment.path,
            payment=ref_of(payment),
            amount=most.pence,
            shown={"name": payment.name, "said": _said(most, groups)},
        )
    number = sum(max(1, len(line.measures)) for line in lines)
    for line in lines:
        if line.share.percent:  # a weight of 0% says that nothing is paid on it
            _held(payment, line, number, most, facts)


def groups_of(lines: Sequence[Weighed]) -> list[Group]:
    """The owners of weighed outcomes, each group once; an outcome is divided where Attribution says how."""
    weights: dict[tuple[str, ...], Fraction] = {}
    names: dict[tuple[str, ...], list[str]] = {}
    for line in lines:
        if line.share.percent is None:
            continue
        weight = part(line.share.percent)
        for owners, share in divided(line.owners, _attribution(line)):
            weights[owners] = weights.get(owners, Fraction(0)) + weight * share
            names.setdefault(owners, []).append(line.share.name.id)
    return [Group(owners, weight, tuple(names[owners])) for owners, weight in weights.items()]


def _attribution(line: Weighed) -> Mapping[str, Decimal]:
    """How Attribution divides the result among parties: `Acute 60%, Council 40%`."""
    words = line_of(line.block.get("Attribution")) if line.block else ""
    return {match[1]: Decimal(match[2]) for match in _PARTS.finditer(words)}


def _said(year: YearOfMoney, groups: Sequence[Group]) -> str:
    when = f"In {year.year}" if year.year else "Each year"
    if not year.pence:
        million = pounds(percent_of(MILLION, year.share))
        return f"{when} {million} of every £1,000,000 of the Budget hangs on outcomes"
    whole = f"{when} {pounds(year.pence)} hangs on outcomes"
    named = sorted((group for group in groups if group.owners), key=lambda group: -group.weight)
    if not named or sum(group.weight for group in groups) != 1:
        return whole
    if len(named) == 1:
        return f"{whole}, all of it on {_and(named[0].outcomes)} of {_who(named[0])}"
    parts = [
        f"{pounds(whole_pence(year.pence * group.weight))} on {_and(group.outcomes)} of {_who(group)}"
        for group in named[:_MOST_GROUPS]
    ]
    rest = sum((group.weight for group in named[_MOST_GROUPS:]), start=Fraction(0))
    if rest:
        parts.append(f"{pounds(whole_pence(year.pence * rest))} on the others")
    return f"{whole}: {_and(parts)}"


def _who(group: Group) -> str:
    return f"{_and(group.owners)} together" if len(group.owners) > 1 else group.owners[0]


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _held(payment: Block, line: Weighed, number: int, most: YearOfMoney | None, facts: Collector) -> None:
    weight, measures = part(line.share.percent or Decimal(0)), max(1, len(line.measures))
    each = weight / measures
    name = line.share.name.id
    words = percentage(line.share.percent or Decimal(0))
    if measures > 1:
        average = plain(cut(each * 100, 2))
        words = f"{words} on {measures} measures, {average}% each on average"
    facts.add(
        "weight_held",
        line.share.span,
        (*payment.path, "Weights"),
        payment=ref_of(payment),
        outcome=name,
        each=cut(each * 100, 4),
        uneven=number > 2 and each > Fraction(1, number),
        shown={
            "name": payment.name,
            "outcome": name,
            "carries": words,
            "price": _price(name, weight, measures, most),
        },
    )


def _price(name: str, weight: Fraction, measures: int, most: YearOfMoney | None) -> str:
    what = f"each measure of {name}" if measures > 1 else name
    if most is None or not most.pence:
        return f"{percentage(cut(weight / measures * 100, 2))} of what is paid hangs on {what}"
    when = f"In {most.year}" if most.year else "Each year"
    amount = whole_pence(most.pence * weight / measures)
    return f"{when} {pounds(amount)} of {pounds(most.pence)} hangs on {what}"


def _number(draft: Draft, payments: Sequence[Block], facts: Collector) -> None:
    names: dict[str, None] = {}
    pence: int | None = 0
    for payment in payments:
        for line in weighed(draft, payment):
            behind = [measure.block.id for measure in line.measures] or [line.share.name.id]
            names.update(dict.fromkeys(behind))
        most = dearest(money_by_year(draft, payment))
        pence = None if pence is None or most is None or most.pence is None else pence + most.pence
    field = next((field for payment in payments if (field := payment.get("Weights"))), None)
    if field is None or not names:
        return
    block = next(payment for payment in payments if payment.get("Weights"))
    price = "Each is a small part of the money, and as much work to measure as a large one"
    if pence:
        average = whole_pence(Fraction(pence, len(names)))
        price = f"Of {pounds(pence)} in the dearest year each is worth {pounds(average)} on average"
    facts.add(
        "measure_count",
        field.span,
        (*block.path, "Weights"),
        number=len(names),
        shown={
            "name": block.name,
            "number": str(len(names)),
            "payments": _and([payment.name for payment in payments]),
            "price": price,
        },
    )
