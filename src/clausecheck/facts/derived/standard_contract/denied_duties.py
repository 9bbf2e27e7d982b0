"""Words that take away a duty the law or the NHS Standard Contract puts on a provider, or bar disclosure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.form import on_the_contract
from clausecheck.facts.derived.words.sentences import Sentence, about, taken_back
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "duty_denied",
        "Words that take away a duty of a provider, where no condition of the Contract is named beside them.",
        duty=word("candour, training or counter-fraud"),
        national=flag("the draft is on the NHS Standard Contract, or names no form"),
        written=text("the words"),
    ),
    kind(
        "disclosure_barred",
        "Words that keep terms or information from being disclosed though the law may require it.",
        means=word("information (freedom of information) or secrecy (no exception at all)"),
        written=text("the words"),
    ),
)

_ABOUT = (
    "candour",
    "training",
    "placement",
    "health education",
    "fraud",
    "nhscfa",
    "disclos",
    "secret",
    "confidential",
    "foi",
    "freedom of information",
    "refuse",
    "released",
    "information is",
)
_IS_OUT = (
    r"(?:(?:do|does|shall|will|is|are) not (?:to )?apply|(?:is|are|be|stands?) (?:hereby )?"
    r"(?:disapplied|excluded|waived|suspended|set aside)|has no effect|have no effect|(?:is"
    r"|are) not applicable)"
)
_TAKES_OUT = (
    r"(?:disappl(?:y|ies|ied|ying)|exclud(?:e|es|ed|ing)|waiv(?:e|es|ed|ing)|opt(?:s|ed|ing)? out of"
    r"|exempt(?:ed|s)? (?:\w+ )?from|releas(?:e|es|ed|ing) (?:\w+ )?from|reliev(?:e|es|ed"
    r"|ing) (?:\w+ )?(?:of|from)"
    r"|(?:is|are|shall) not (?:be )?(?:bound by|subject to|required to comply with))"
)
# What may stand behind the claim: its end, or words on this agreement and its parties.
_WHOLE = (
    r"(?=\s*(?:$|[,.;:)]|(?:between|among|until|because|since|as|under|in relation to|in respect of|for)\b"
    r"|(?:to|by|in) (?:this|the (?:agreement|contract|services?|providers?|alliance|parties|members|partners"
    r"|sub-?contractors?|pilot))\b|to (?:any|all|it|them|providers?|members|part(?:y|ies)"
    r"|sub-?contractors?|[A-Z])))"
)
_CANDOUR = r"(?:statutory |professional |contractual )?(?:(?:duty|duties|obligations?) of candour)"
_TRAINING = (
    r"(?:education (?:and|or) training|training (?:and|or) education|Health Education England"
    r"|the education and training body|clinical placements?)"
)
_FRAUD_DUTY = (
    r"(?:(?:NHS )?counter[- ]fraud|NHSCFA|anti[- ]fraud) "
    r"(?:dut(?:y|ies)|requirements?|obligations?|standards?|terms?|conditions?|provisions?)"
)
_FRAUD_BODY = r"(?:(?:the )?NHSCFA|(?:the )?NHS Counter[- ]Fraud Authority|counter[- ]fraud specialists?)"

_DENIALS = (
    ("candour", Pattern(rf"\b{_CANDOUR}(?: \([^)]*\))? {_IS_OUT}{_WHOLE}", re.I)),
    ("candour", Pattern(rf"\b{_TAKES_OUT} (?:the |any |its |their |all )?{_CANDOUR}{_WHOLE}", re.I)),
    ("candour", Pattern(rf"\bno {_CANDOUR} (?:applies|arises|is owed|binds)\b", re.I)),
    (
        "candour",
        Pattern(
            r"\bduty of candour (?:applies|extends|binds) (?:only|solely) (?:to )?[^.;]{0,60}"
            r"\b(?:registered|CQC|Care Quality Commission|regulated activit)",
            re.I,
        ),
    ),
    (
        "candour",
        Pattern(
            r"\bduty of candour (?:does|shall|will) not (?:apply to|bind|extend to) [^.;]{0,40}"
            r"\b(?:unregistered|not registered)\b",
            re.I,
        ),
    ),
    (
        "training",
        Pattern(
            r"\b(?:need not|(?:is|are) not (?:required|obliged|bound) to|(?:does|do|shall"
            r"|will) not (?:have to )?)"
            rf"\s*(?:co-?operate|take part|provide|give|supply)\b[^.;]{{0,60}}\b{_TRAINING}",
            re.I,
        ),
    ),
    (
        "training",
        Pattern(rf"\b(?:duty|duties|terms?|obligations?) (?:on|of|for) {_TRAINING} {_IS_OUT}", re.I),
    ),
    (
        "training",
        Pattern(
            rf"\b{_TAKES_OUT} [^.;]{{0,30}}\b(?:duty|duties|terms?|obligations?) (?:on|of|for) {_TRAINING}",
            re.I,
        ),
    ),
    ("counter-fraud", Pattern(rf"\b{_FRAUD_DUTY} {_IS_OUT}{_WHOLE}", re.I)),
    ("counter-fraud", Pattern(rf"\b{_TAKES_OUT} (?:the |any |its |all )?{_FRAUD_DUTY}{_WHOLE}", re.I)),
    (
        "counter-fraud",
        Pattern(
            r"\bno (?:right of )?(?:access|audits?|inspections?|reviews?|visits?)"
            rf"(?: or (?:access|audits?|inspections?|reviews?|visits?))? (?:by|for) {_FRAUD_BODY}",
            re.I,
        ),
    ),
    (
        "counter-fraud",
        Pattern(
            rf"\b{_FRAUD_BODY} (?:(?:has|have|shall have|is given|are given) no (?:right|access|power)\b"
            r"|(?:may|shall|will|can|is|are) ?not (?:be allowed to |be given |have |allowed to )?"
            r"(?:audit|inspect|review|enter|visit|access|see|any access|any right))",
            re.I,
        ),
    ),
)

_LAW = r"(?:(?:the )?Freedom of Information Act(?: 2000)?|FOIA|FOI|freedom of information)"
_BARRED = (
    (
        "information",
        Pattern(
            rf"\b{_LAW}(?: requests?)? (?:(?:do|does|shall|will) not apply|is (?:disapplied|excluded))\b",
            re.I,
        ),
    ),
    (
        "information",
        Pattern(
            r"\b(?:(?:shall|will|must|may|can|is|are) not (?:be )?(?:disclosed?|released?|published"
            r"|answer(?:ed)?)"
            r"|(?:refuses?|must refuse|shall refuse|will refuse))"
            rf"\b[^.;]{{0,50}}\b(?:under|in (?:response|answer) to|requests? (?:under"
            rf"|for))[^.;]{{0,25}}\b{_LAW}",
            re.I,
        ),
    ),
    (
        "information",
        Pattern(
            rf"\b(?:exempt|excluded|protected|kept) from (?:disclosure|release|publication) under {_LAW}"
            r"(?=,?\s*(?:in|at|under) (?:all|any)\b)",
            re.I,
        ),
    ),
    (
        "secrecy",
        Pattern(
            r"\b(?:shall|will|must|may|can|is|are)(?: not| never) be disclosed\b[^.;]{0,60}"
            r"\b(?:under|in) any circumstances?\b"
            r"|\b(?:under|in) no circumstances (?:shall|will|may|must)\b[^.;]{0,60}\bdisclos(?:e|ed)\b",
            re.I,
        ),
    ),
    (
        "secrecy",
        Pattern(
            r"\b(?:(?:all )?(?:the )?terms(?: of this (?:agreement|contract))?|every term"
            r"|this (?:agreement|contract)) (?:is|are|(?:shall|will"
            r"|must) be "
            r"(?:kept )?|remains?) (?:secret|confidential)\b[^.;]{0,40}"
            r"\b(?:no disclosure|without (?:any )?exceptions?|whatever the law|notwithstanding"
            r"|not (?:to )?be disclosed to any(?:one|body| person| third party))",
            re.I,
        ),
    ),
)
# The whole answer of a line on freedom of information.
_REFUSED = Pattern(
    r"(?:no (?:disclosure|information is (?:given|disclosed|released))"
    r"|(?:all|any|every) requests? (?:is|are|will be|shall be|must be) (?:refused|declined|rejected)"
    r"|(?:nothing|none) is (?:disclosed|released))\b[^.;]*$",
    re.I,
)
_KEEPS_LAW = Pattern(
    r"\b(?:subject to|except|save|unless|other than|required by law|law requires|where (?:the )?law"
    r"|exemptions?|section \d+|patient|personal (?:data|information)|service users?|clinical|safeguarding)\b",
    re.I,
)
_SOME_CASES = Pattern(r"\b(?:commissioners?|near miss\w*|incidents?|no harm|low harm|claims?)\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each duty that a sentence takes away, and each bar on disclosure."""
    national = on_the_contract(draft)
    amended = [fact.span for fact in facts.of("amendment") if fact.values["national"] is True]
    for sentence in about(draft, *_ABOUT):
        start, end = sentence.span
        # A condition named beside the duty is another finding: that a national term is changed.
        if not any(start <= span.start < end for span in amended):
            for duty, match in _denied(sentence):
                facts.add(
                    "duty_denied",
                    sentence.of(match),
                    sentence.path,
                    duty=duty,
                    national=national,
                    shown={"name": match[0], "written": match[0].strip()},
                )
        for means, match in _barred(sentence):
            facts.add(
                "disclosure_barred",
                sentence.of(match),
                sentence.path,
                means=means,
                shown={"name": match[0], "written": match[0].strip()},
            )


def _denied(sentence: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
    """Each duty once, with the words that take it away."""
    found: set[str] = set()
    for duty, pattern in _DENIALS:
        match = None if duty in found else pattern.search(sentence.text)
        if match is None or taken_back(sentence, match):
            continue
        if duty == "candour" and _SOME_CASES.search(sentence.text[match.end() :]):
            continue
        found.add(duty)
        yield duty, match


def _barred(sentence: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
    if _KEEPS_LAW.search(sentence.text):
        return
    refused = _REFUSED.match(sentence.text) if sentence.label == "Freedom of information" else None
    if refused is not None:
        yield "information", refused
        return
    for means, pattern in _BARRED:
        match = pattern.search(sentence.text)
        if match is not None and not taken_back(sentence, match):
            yield means, match
            return
