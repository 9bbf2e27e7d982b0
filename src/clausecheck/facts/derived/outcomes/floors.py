"""Where the line that a payment rises along begins: a floor for each measure, or words that stand for one."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import joined
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.measure_lines import Weighed, all_said, hanging, up_to, weighed, whole
from clausecheck.facts.derived.outcomes.targets import targets_in
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "open_floor",
        "A payment along a line, whose measures do not all say where the line begins.",
        payment=word("the OUTCOME PAYMENT"),
        which=text("the measures without a floor, with the verb"),
        risk=text("what hangs on where the line begins, in a sentence"),
    ),
)

_BEGINS = Pattern(
    r"\b(?:from|at|above|below|beyond|begin(?:s|ning)?|start(?:s|ing)?)\b[^.;]{0,40}"
    r"\b(?:baselines?|floors?|zero|nothing|nil)\b"
    r"|\b(?:baselines?|floors?)\b[^.;]{0,40}\b(?:to|begin(?:s|ning)?|start(?:s|ing)?|earns?|pays?)\b",
    re.IGNORECASE,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each payment along a line with a measure that has a target and no floor."""
    if not whole(draft) or any(_BEGINS.search(all_said(block)) for block in draft.of("CLAUSE", "PAYMENT")):
        return
    for payment in draft.of("OUTCOME PAYMENT"):
        at = payment.get("Weights")
        said = [field.raw for field in payment.fields] + [text_.raw for text_ in payment.prose]
        if at is None or choice_of(payment, "Curve") != "linear" or any(_BEGINS.search(raw) for raw in said):
            continue
        bare = [each for each in weighed(draft, payment) if _lacks_floor(each)]
        if bare:
            names = list(dict.fromkeys(each.measure.block.id or each.name for each in bare))
            sum_ = up_to(hanging(draft, payment, bare), "Money")
            _add(payment, at.span, names, sum_, facts)


def _lacks_floor(each: Weighed) -> bool:
    """Whether a measure has a target to rise to and nothing to rise from."""
    measure = each.measure
    return measure.complete and bool(targets_in(measure.get("Target"))) and measure.get("Floor") is None


def _add(payment: Block, span: Span, names: list[str], sum_: str, facts: Collector) -> None:
    facts.add(
        "open_floor",
        span,
        (*payment.path, "Weights"),
        payment=ref_of(payment),
        shown={
            "name": payment.name,
            "which": f"{joined(names)} {'has' if len(names) == 1 else 'have'}",
            "risk": f"{sum_} is paid along a line that may begin at the baseline, at zero or anywhere else: "
            "nobody can say what a result short of the target earns",
        },
    )
