"""Less use of services that is paid for: without a look at quality, or a second time by a risk share."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.outcomes.measures import Measure
from clausecheck.facts.derived.outcomes.stakes import stakes
from clausecheck.facts.derived.outcomes.weighing import dearest, is_said, money_by_year, weighed
from clausecheck.facts.derived.risk_share.shares import shares_of, sharing
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.derived.words.walk import words as all_words
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Names, Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "utilisation_paid",
        "A payment for outcomes that pays for nothing but less use of services.",
        payment=word("the OUTCOME PAYMENT"),
        unbalanced=flag(
            "for at least one of its measures nothing is watched that says whether people do well"
        ),
        measures=text("those measures"),
        stake=text("the money that hangs on them, in a sentence"),
    ),
    kind(
        "paid_twice",
        "Less use of a service that a payment for outcomes pays for, and whose saving a risk share divides.",
        payment=word("the OUTCOME PAYMENT"),
        pool=word("the RISK SHARE"),
        measure=word("the outcome or indicator"),
        settled=flag("the draft says how the two go together"),
        use=text("the use of services"),
        pool_name=text("the pool's title"),
        covers=text("where the draft says that the pool covers it"),
        stake=text("what each of the two pays, in a sentence"),
    ),
)

# Each use of services: how a measure names it, and how what a pool covers does.
_USES = (
    (
        "emergency admissions",
        r"\b(?:emergency|unplanned|non-?elective|unscheduled|avoidable|urgent)\b[^.;,]{0,30}?\badmissions?\b"
        r"|\badmissions?\b[^.;,]{0,20}\b(?:as an emergency|that could be avoided)\b|\bNEL\b"
        r"|\bnon-?electives?\b",
        r"\b(?:emergency|unplanned|non-?elective|unscheduled|avoidable|urgent)\b[^.;,]{0,30}?"
        r"\b(?:admissions?|hospital|inpatient|acute|care|activity|spend)\b|\bunplanned acute\b"
        r"|\bacute hospital\b|\bnon-?electives?\b",
    ),
    (
        "readmissions",
        r"\bre-?admissions?\b",
        r"\bre-?admissions?\b|\b(?:emergency|unplanned|non-?elective|acute|hospital|inpatient)\b[^.;,]{0,20}\bcare\b",
    ),
    (
        "emergency department attendances",
        r"\b(?:A ?& ?E|A and E|accident and emergency|emergency department|ED)\b[^.;,]{0,12}"
        r"\b(?:attendances?|visits?)\b",
        r"\b(?:A ?& ?E|A and E|accident and emergency|emergency department|emergency care)\b",
    ),
    (
        "hospital bed days",
        r"\bbed[- ](?:days?|nights?)\b|\blengths? of stay\b|\bdelayed (?:discharges?|transfers?|days?)\b"
        r"|\b(?:nights?|days) (?:spent )?in hospital\b|\bhospital (?:nights?|days)\b",
        r"\bbed[- ](?:days?|nights?)\b|\blengths? of stay\b|\bshorter (?:hospital )?stays?\b"
        r"|\b(?:nights?|days) (?:spent )?in hospital\b|\bhospital (?:nights?|days)\b|£[\d,.]+ an? night\b"
        r"|\b(?:acute|hospital|inpatient)\b[^.;,]{0,20}\b(?:care|beds?|stays?)\b",
    ),
    (
        "outpatient appointments",
        r"\boutpatient\b[^.;,]{0,20}\b(?:appointments?|attendances?|referrals?)\b",
        r"\boutpatient",
    ),
    ("prescribing", r"\bprescri(?:bing|ptions?)\b", r"\bprescri(?:bing|ptions?)\b"),
    (
        "care home placements",
        r"\bcare home (?:placements?|admissions?)\b",
        r"\bcare home (?:placements?|costs?|fees)\b",
    ),
)
_MEASURED_AS = tuple((name, Pattern(f"(?i){said}")) for name, said, _ in _USES)
_COVERED_AS = {name: Pattern(f"(?i){covered}") for name, _, covered in _USES}
# Coming back to hospital is as much a sign of poor care as it is use of a service.
_OF_QUALITY = frozenset({"readmissions"})
_QUALITY_TYPES = frozenset({"outcome", "PROM", "experience", "safety", "structure"})

_PIECES = Pattern(r"[;,]|\band\b")
_LEFT_OUT = Pattern(
    r"(?i)\bexcept\b|\bexcluding\b|\bother than\b|\bleaving out\b|\bnot including\b|\bwithout\b"
)
_KEPT_OUT = Pattern(
    r"(?i)\bavoid|\bprevent|\breduc|\binstead\b|\balternatives?\b|\brather\b|\bfewer\b|\bless\b"
)
_CLAUSES = Pattern(r"[,;.]")
_SETTLED = Pattern(
    r"(?i)\b(?:paid|pays?|rewarded|counted|shared)(?: for)? (?:only once|once only|once|twice)\b"
    r"|\bdouble[- ](?:count|pay|reward|fund)|\btwice for\b"
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds payments for nothing but less use, and what is paid for twice."""
    for payment in draft.of("OUTCOME PAYMENT"):
        _only_use(draft, payment, facts)
        for pool in draft.of("RISK SHARE"):
            _twice(draft, payment, pool, facts)


def use_in(measure: Measure) -> str:
    """The use of services that a measure counts, in its own words or its title; empty where there is none."""
    own = f"{line_of(measure.get('Measure'))}; {line_of(measure.get('Numerator'))}"
    said = own if own.strip("; ") else measure.block.title
    return next((name for name, pattern in _MEASURED_AS if pattern.search(said)), "")


def _is_use(measure: Measure) -> bool:
    stated = choice_of(measure.block, "Type") or choice_of(measure.outcome, "Type")
    if stated in _QUALITY_TYPES:
        return False
    return stated == "utilisation" or use_in(measure) not in ("", *_OF_QUALITY)


def _only_use(draft: Draft, payment: Block, facts: Collector) -> None:
    lines = weighed(draft, payment)
    measures = [measure for line in lines for measure in line.measures]
    if not lines or not all(line.measures for line in lines) or not all(map(_is_use, measures)):
        return
    if not all(measure.complete for measure in measures):
        return
    bare = [measure for measure in measures if not _is_balanced(measure)]
    weights = payment.get("Weights")
    facts.add(
        "utilisation_paid",
        weights.span if weights else payment.span,
        (*payment.path, "Weights"),
        payment=ref_of(payment),
        unbalanced=bool(bare),
        shown={
            "name": payment.name,
            "measures": _and([measure.block.name for measure in bare]),
            "stake": f"It is earned as well where people who need care go without. {_hangs(draft, payment)}",
        },
    )


def _hangs(draft: Draft, payment: Block) -> str:
    most = dearest(money_by_year(draft, payment))
    if most is None or not most.pence:
        return f"All of {payment.name} hangs on it"
    return f"Up to {pounds(most.pence)} a Contract Year hangs on it"


def _is_balanced(measure: Measure) -> bool:
    """Whether something else than use is watched beside it, or is said about what it might do wrong."""
    return any(_says_quality(measure.get(label)) for label in ("Balancing measure", "Perverse incentive"))


def _says_quality(field: Field | None) -> bool:
    if field is None or not is_said(field):
        return False
    pieces = [piece for piece in _PIECES.split(line_of(field)) if piece.strip()]
    return any(_use_named(piece) in ("", *_OF_QUALITY) for piece in pieces)


def _use_named(words: str) -> str:
    return next((name for name, pattern in _MEASURED_AS if pattern.search(words)), "")


def _twice(draft: Draft, payment: Block, pool: Block, facts: Collector) -> None:
    gain = sharing(pool, "gain")
    providers = {party.id for party in draft.of("PARTY") if roles(party) & PROVIDING}
    kept = [share for share in gain if share.name.id in providers]
    if choice_of(pool, "Sides") == "loss only" or not kept or not pool.complete:
        return
    held = stakes(draft, [])
    for line in weighed(draft, payment):
        for measure in line.measures:
            use = use_in(measure)
            where = _covered(draft, payment, pool, use) if use and _falls(measure) else ""
            if not where:
                continue
            listed = shares_of(pool, "gain")
            known = [share.percent for share in kept if share.percent is not None and share in listed]
            part = f"{percentage(sum(known[1:], start=known[0]))}" if len(known) == len(kept) else "a part"
            stake = held.get(line.share.name.id)
            paid = stake.words if stake else f"{payment.name} pays for it"
            facts.add(
                "paid_twice",
                measure.block.span,
                measure.block.path,
                payment=ref_of(payment),
                pool=ref_of(pool),
                measure=ref_of(measure.block),
                settled=_is_settled(draft, pool),
                shown={
                    "name": measure.block.name,
                    "payment": payment.name,
                    "pool": pool.name,
                    "pool_name": pool.title or pool.name,
                    "use": use,
                    "covers": where,
                    "stake": f"{paid}, and of what it saves the providers share {part} in {pool.name}",
                },
                spans={"pool": pool.span, "payment": line.share.span},
            )


def _falls(measure: Measure) -> bool:
    stated = choice_of(measure.block, "Direction") or choice_of(measure.outcome, "Direction")
    return stated == "lower is better"


def _is_settled(draft: Draft, pool: Block) -> bool:
    """Whether the pool says how it goes with other money, or any words say that nothing is paid for twice."""
    if is_said(pool.get("Interaction")):
        return True
    return any(_SETTLED.search(each.text) for each in all_words(draft))


def _covered(draft: Draft, payment: Block, pool: Block, use: str) -> str:
    """The place that says a pool's money covers a use; empty where none does, or one leaves it out."""
    pattern = _COVERED_AS[use]
    budget = _budget_block(draft, pool)
    services = list(draft.of("SERVICES"))
    outside = [pool.get("Exclusions"), budget.get("Carve-outs") if budget else None]
    outside += [each.get("Out of scope") for each in services]
    if any(pattern.search(line_of(field)) for field in outside if field):
        return ""
    for place, words in _scope(draft, payment, pool, budget, services):
        for match in pattern.finditer(words):
            before = words[: match.start()]
            if not _LEFT_OUT.search(before) and not _KEPT_OUT.search(_CLAUSES.split(before)[-1]):
                return place
    return ""


def _scope(
    draft: Draft, payment: Block, pool: Block, budget: Block | None, services: list[Block]
) -> Iterator[tuple[str, str]]:
    """What says what a pool's money is for: the pool, its budget, its definitions, and the services it buys.

    The services count where the payment is measured against the same budget, and there is one list of them.
    """
    yield f"the title of {pool.name}", pool.title
    yield f"the Counterfactual of {pool.name}", line_of(pool.get("Counterfactual"))
    budget_words = pool.get("Budget")
    yield f"the Budget of {pool.name}", line_of(budget_words) if budget is None else budget.title
    if budget:
        yield budget.name, "; ".join(text.raw for text in budget.prose if isinstance(text, Text))
    for definition in draft.definitions:
        if definition.term.lower() in ("actual cost", "pool cost", pool.title.lower()):
            yield f'the definition of "{definition.term}"', definition.text.raw
    if len(services) == 1 and budget_of(draft, payment) == budget_of(draft, pool) is not None:
        yield f"In scope of {services[0].name}", line_of(services[0].get("In scope"))


def _budget_block(draft: Draft, pool: Block) -> Block | None:
    field = pool.get("Budget")
    if field and isinstance(field.value, Names):
        return draft.by_id.get(field.value.names[0].id)
    return None


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
