"""What a draft adds to contract management (GC9): times for its steps, and money that is held back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from clausecheck.facts.arithmetic.ladder import at_least_working_days
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.risk_share.settling import unit_of
from clausecheck.facts.derived.standard_contract.standing import Sentence, own_sentences, standing_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import count, flag, kind, percent, text
from clausecheck.model.draft import Draft
from clausecheck.model.parts import parts_of
from clausecheck.model.values import Duration, Part, Percent
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

KINDS = (
    kind(
        "withholding",
        "A sentence of a clause or payment line by which money is held back from a provider.",
        itself=flag("the draft is an NHS Standard Contract"),
        share=percent("the largest share of a month's value that it names", optional=True),
        over_dispute=flag("it is held back because there is a dispute, whatever the dispute is about"),
        released=flag("the block says when it is paid out, or who keeps it"),
        performance=flag("it is held back for how the services are performed"),
        written=text("the sentence"),
    ),
    kind(
        "management_step",
        "A sentence of a clause that gives a step of contract management its time.",
        itself=flag("the draft is an NHS Standard Contract"),
        days=count("the Operational Days it takes at the least"),
        said=text("the time as written"),
        written=text("the sentence"),
    ),
)

_HELD = Pattern(r"\b(?:withh(?:old|olds|eld|olding)|retain(?:s|ed)?|hold(?:s|ing)? back|held back)\b", re.I)
_MONEY = Pattern(
    r"%|£|\bpayments?\b|\bsums?\b|\bamounts?\b|\bvalue\b|\bprice\b|\bfees?\b|\bmoney\b|\binvoice", re.I
)
_NOT = Pattern(
    r"\bnothing\b|\bno (?:payment|sum|money|amount|part)\b|\bnot (?:be )?(?:withh|retain|hold)"
    r"|\bnever\b|\bneither\b"
    r"|\bwithholding tax\b|\bconsent\b|\bretained (?:estate|staff|organ|earnings)",
    re.I,
)
_MONTH = Pattern(r"\bmonth", re.I)
_DISPUTE = Pattern(
    r"\b(?:while|during|pending|until|where|if|when|as long as)\b[^.;]{0,40}\bdisputes?\b", re.I
)
_OF_DISPUTE = Pattern(
    r"\bdisputed\b|\bundisputed\b|\bin dispute\b|\b(?:that|the) part\b|\bsubject of (?:the|a) dispute\b"
    r"|\bcontested\b|\b(?:such|that) (?:sum|amount|payment|part)\b"
    r"|\b(?:whole|entire|full|the|an|that|its) invoices?\b"
    r"|\bdispute (?:about|over|as to|concerning) (?:it|that|the (?:invoice|sum|amount|payment))\b",
    re.I,
)
_RELEASED = Pattern(
    r"\breleas|\breturn|\brepa(?:y|id)|\bpa(?:y|ys|id) (?:back|over|out|on|when|once|if|after|within|it"
    r"|them)\b|\brestor"
    r"|\brefund|\buntil\b|\breinvest|\bGC ?9\b|\bpermanent|\bkept\b|\bforfeit|\bpending\b"
    r"|\bgiven back\b|\bkeeps?\b|\bpa(?:y|ys|id)\b[^.;]{0,40}\b(?:earned|withheld|retained|the balance)\b",
    re.I,
)
_PERFORMANCE = Pattern(
    r"\bperform|\bremedial\b|\bRAP\b|\bbreach|\bfail|\bmilestone|\breport|\bquality\b|\bKPI"
    r"|\btargets?\b|\bimprovement\b",
    re.I,
)


_STEP = Pattern(
    r"\bcontract (?:performance notice|management meeting)|\bremedial action plan\b|\bRAP\b"
    r"|\bjoint investigation\b",
    re.I,
)
_MEETS = Pattern(
    r"\b(?:meets?|meeting|attends?|agrees?d?|agreement of|respond|reply|replies|discuss)\b", re.I
)
_WITHIN = Pattern(r"\b(?:within|no later than|not later than|up to|in)\s*$", re.I)
_CARRIES_OUT = Pattern(r"\bcomplet|\bcarr(?:y|ies|ied) out\b|\bimplement|\bdeliver|\bconclu|\bfinish", re.I)
_CLAUSES = Pattern(r",|\band\b|\bor\b", re.I)
_HEADS = ("CLAUSE", "PAYMENT")
_ABOUT = (
    "withh",
    "retain",
    "hold",
    "held",
    "contract performance",
    "contract management",
    "action plan",
    "rap",
    "joint investigation",
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each sentence of a clause or payment line that holds money back, or gives a step its time."""
    itself = standing_of(draft).itself
    every = [each for each in own_sentences(draft, *_ABOUT) if each.block.head.name in _HEADS]
    _withheld(every, itself, facts)
    for sentence in every:
        length = _slow_part(sentence) if _STEP.search(sentence.raw) else None
        if length is not None:
            facts.add(
                "management_step",
                sentence.span,
                sentence.path,
                itself=itself,
                days=at_least_working_days(length.count, unit_of(length)),
                shown={"name": "the step", "said": length.raw, "written": sentence.shown},
            )


def _slow_part(sentence: Sentence) -> Duration | None:
    """The time within which the parties meet or agree; not that in which an agreed plan is carried out."""
    for length in _parts(sentence):
        if isinstance(length, Duration) and _WITHIN.search(sentence.raw[: length.span.start]):
            before = _CLAUSES.split(sentence.raw[: length.span.start])[-1]
            if _MEETS.search(before) and not _CARRIES_OUT.search(before):
                return length
    return None


def _withheld(every: list[Sentence], itself: bool, facts: Collector) -> None:
    for sentence in every:
        said = sentence.said
        if not (_HELD.search(said) and _MONEY.search(said)) or _NOT.search(said):
            continue
        block = sentence.block
        beside = [*map(line_of, block.fields), *(each.raw for each in block.prose)]
        facts.add(
            "withholding",
            sentence.span,
            sentence.path,
            itself=itself,
            share=_share(sentence),
            over_dispute=bool(_DISPUTE.search(said)) and not _OF_DISPUTE.search(said),
            released=any(_RELEASED.search(each) for each in beside),
            performance=bool(_PERFORMANCE.search(said)),
            shown={"name": "the clause", "written": sentence.shown},
        )


def _share(sentence: Sentence) -> Decimal | None:
    """The largest percentage of a sentence that speaks of a month."""
    if not _MONTH.search(sentence.raw):
        return None
    return max((part.value for part in _parts(sentence) if isinstance(part, Percent)), default=None)


def _parts(sentence: Sentence) -> Iterable[Part]:
    return parts_of(Piece(sentence.raw, Span(0, len(sentence.raw))))
