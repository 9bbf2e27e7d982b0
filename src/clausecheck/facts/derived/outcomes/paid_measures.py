"""What all the measures of a payment lack together: one fact a payment, and not one for each measure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import LEADING, PROVIDING, roles
from clausecheck.facts.derived.outcomes import measure_words
from clausecheck.facts.derived.outcomes.measure_lines import (
    Weighed,
    all_said,
    denies,
    hanging,
    named,
    says,
    up_to,
    weighed,
    whole,
)
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.words.lines import line_of, readable
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.suggest import listed
from clausecheck.model.values import Names

KINDS = (
    kind(
        "paid_measures",
        "The measures that a payment gives weight to, taken together.",
        payment=word("the OUTCOME PAYMENT"),
        measures=count("how many measures it pays for"),
        data_unguarded=flag("a measure has no data-quality threshold, or nothing follows if it is missed"),
        asks_nobody=flag("no measure of the draft asks people about their health or care"),
        inequality_unseen=flag("no measure of the draft looks at inequality"),
        unfixed=count("how many follow a definition from elsewhere without its version"),
        undivided=count("how many belong to several providers without a rule to divide the money"),
        which=text("the measures"),
        data_gap=text("what is missing of data quality, and for which"),
        data_risk=text("what hangs on the data, in a sentence"),
        mix_gap=text("what its measures leave out"),
        mix_risk=text("what follows from it, in a sentence"),
        definitions=text("the measures, each with the definition that can change"),
        definition_risk=text("what hangs on them, in a sentence"),
        shared=text("the measures, each with the providers that own it"),
        shared_risk=text("what cannot be divided, in a sentence"),
    ),
)

_DEFINING = ("Measure", "Numerator", "Denominator", "Exclusions", "Instrument", "Source", "Standard set")
_NOT_TERMS = ("Weights", "Share of budget", "Curve", "Unearned money")
_SEEN = (*_DEFINING, "Balancing measure", "Risk adjustment", "Perverse incentive", "Population", "Reported")


class _Gap(NamedTuple):
    """Measures that lack something, and the words of a message for it."""

    of: Sequence[Weighed]
    words: str

    @property
    def names(self) -> str:
        return named(list(dict.fromkeys(each.measure.block.id or each.name for each in self.of)))


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what the measures of each payment lack together."""
    payments = [
        (payment, found) for payment in draft.of("OUTCOME PAYMENT") if (found := weighed(draft, payment))
    ]
    if not payments:
        return
    asks, sees = _asks_anybody(draft), _looks_at_inequality(draft)
    direct = _paid_directly(draft)
    for payment, found in payments:
        at = payment.get("Weights")
        assert at is not None
        unfixed, shared = _unfixed(found), _undivided(draft, payment, found, direct)
        bare, open_ = _data(draft, payment, found)
        facts.add(
            "paid_measures",
            at.span,
            (*payment.path, "Weights"),
            payment=ref_of(payment),
            measures=len(found),
            data_unguarded=bool(bare.of or open_.of),
            asks_nobody=not asks,
            inequality_unseen=not sees,
            unfixed=len(unfixed.of),
            undivided=len(shared.of),
            shown={
                "name": payment.name,
                "which": _Gap(found, "").names,
                "data_gap": _data_gap(bare, open_),
                "data_risk": _data_risk(draft, payment, bare, open_),
                **_mix(asks, sees, up_to(hanging(draft, payment, found), "All of the money")),
                "definitions": unfixed.words,
                "definition_risk": up_to(hanging(draft, payment, unfixed.of), "Money")
                + " hangs on a figure that a new edition could move with no change in care",
                "shared": shared.words,
                "shared_risk": up_to(hanging(draft, payment, shared.of), "Money")
                + " would be earned or lost in common, with no rule for who gets what part",
            },
        )


def _data(draft: Draft, payment: Block, found: Sequence[Weighed]) -> tuple[_Gap, _Gap]:
    """The measures without a data-quality threshold, and those for which nothing follows if it is missed."""
    elsewhere = [all_said(payment), *(all_said(block) for block in draft.of("CLAUSE", "PAYMENT"))]
    elsewhere += [definition.text.raw for definition in draft.definitions]
    if not whole(draft) or any(measure_words.speaks_of_data_quality(words) for words in elsewhere):
        return _Gap((), ""), _Gap((), "")
    bare, open_ = [], []
    for each in found:
        line = each.measure.get("Data quality")
        if line is None:
            if each.measure.complete and each.measure.get("Response rate") is None:
                bare.append(each)
        elif readable(line) and denies(line_of(line)):
            bare.append(each)
        elif readable(line) and not measure_words.says_what_follows(line_of(line)):
            open_.append(each)
    return _Gap(bare, ""), _Gap(open_, "")


def _data_gap(bare: _Gap, open_: _Gap) -> str:
    said = []
    if bare.of:
        said.append(f"pays for {bare.names} and does not say how complete the data must be")
    if open_.of:
        said.append(
            f"does not say what follows where the data for {open_.names} fall short of their threshold"
        )
    return ", and ".join(said)


def _data_risk(draft: Draft, payment: Block, bare: _Gap, open_: _Gap) -> str:
    if bare.of:
        sum_ = up_to(hanging(draft, payment, bare.of), "Money")
        return f"{sum_} would be settled on figures that nobody has to show are complete"
    sum_ = up_to(hanging(draft, payment, open_.of), "Money")
    return f"{sum_} would be in dispute in a year of poor data: paid, withheld or settled on an estimate"


def _asks_anybody(draft: Draft) -> bool:
    """Whether some measure of the draft, paid for or only watched, asks people about health or care."""
    return any(_asks(measure) for measure in measures_of(draft))


def _asks(measure: Measure) -> bool:
    sort = choice_of(measure.block, "Type") or choice_of(measure.outcome, "Type")
    if not measure.complete or sort in ("experience", "PROM") or measure.get("Instrument"):
        return True
    words = says(measure, *_DEFINING, "Balancing measure", "Baseline")
    return measure_words.asks_people(f"{words} ; {measure.block.title}")


def _looks_at_inequality(draft: Draft) -> bool:
    """Whether some measure, or a part of the population counted apart, shows who gains and who does not."""
    if any(not measure.complete or _unequal(measure) for measure in measures_of(draft)):
        return True
    places = [line_of(block.get("Strata")) for block in draft.of("POPULATION")]
    places += [block.title for block in draft.of("POPULATION")]
    places += [all_said(block) for block in draft.of("CLAUSE", "OUTCOME PAYMENT")]
    return any(measure_words.looks_at_inequality(words) for words in places)


def _unequal(measure: Measure) -> bool:
    titles = (measure.block.title, measure.outcome.title if measure.outcome else "")
    return measure_words.looks_at_inequality(" ; ".join((says(measure, *_SEEN), *titles)))


def _mix(asks: bool, sees: bool, sum_: str) -> dict[str, str]:
    left = [
        *([] if asks else ["asks people about their health or care"]),
        *([] if sees else ["looks at who gains and who does not"]),
    ]
    risk = (
        f"{sum_} can be earned without anybody being asked whether they are better for it"
        if not asks
        else f"{sum_} can be earned from the people who are easiest to reach"
    )
    return {"mix_gap": listed([f"none {what}" for what in left], "and") if left else "", "mix_risk": risk}


def _unfixed(found: Sequence[Weighed]) -> _Gap:
    """The measures whose definition comes from elsewhere and has no version to hold it."""
    loose, words = [], []
    for each in found:
        if each.measure.get("Definition version") or not each.measure.complete:
            continue
        what = _loose(each.measure)
        if what:
            loose.append(each)
            words.append(f"{each.measure.block.id or each.name} ({what})")
    return _Gap(loose, named(words) if words else "")


def _loose(measure: Measure) -> str:
    said = says(measure, *_DEFINING)
    if floating := measure_words.floating(said):
        return f'"{floating}"'
    published = measure.get("Standard set")
    if published and readable(published):
        line = line_of(published)
        if not denies(line) and not measure_words.has_edition(line):
            return f"{line}, with no version"
    for label in ("Measure", "Numerator", "Denominator", "Exclusions"):
        if where := measure_words.defined_elsewhere(says(measure, label)):
            return f"as defined in {where}, with no version"
    return ""


def _paid_directly(draft: Draft) -> set[str]:
    """The providers that hold a contract of their own; nobody where one leads and pays the others."""
    parties = list(draft.of("PARTY"))
    if any(roles(party) & LEADING for party in parties):
        return set()
    return {party.id for party in parties if roles(party) & PROVIDING - {"sub-contractor"}}


def _undivided(draft: Draft, payment: Block, found: Sequence[Weighed], direct: set[str]) -> _Gap:
    """The measures that several providers own, where nothing divides what the payment pays on them."""
    budget = payment.get("Budget")
    pools = {pool.id for pool in draft.of("RISK SHARE")}
    if budget and isinstance(budget.value, Names) and any(name.id in pools for name in budget.value.names):
        return _Gap((), "")  # money of a pool goes as the pool goes
    ids = [name for name in (payment.id, "outcome payment") if name]
    clauses = [all_said(block) for block in draft.of("CLAUSE", "PAYMENT")]
    about = [words for words in clauses if any(name.lower() in words.lower() for name in ids)]
    if not payment.complete or any(measure_words.divides(words) for words in [_terms(payment), *about]):
        return _Gap((), "")
    shared, words = [], []
    for each in found:
        field = each.measure.get("Owner")
        owners = [name.id for name in field.value.names] if field and isinstance(field.value, Names) else []
        paid = [owner for owner in owners if owner in direct]
        if len(paid) > 1 and each.measure.complete and not each.measure.get("Attribution"):
            shared.append(each)
            words.append(f"{each.measure.block.id or each.name} ({', '.join(paid)})")
    return _Gap(shared, named(words) if words else "")


def _terms(payment: Block) -> str:
    """What a payment says of the money that is earned, apart from how much there is of it."""
    lines = [line_of(field) for field in payment.fields if field.label not in _NOT_TERMS]
    return " ; ".join([*lines, *(text.raw for text in payment.prose)])
