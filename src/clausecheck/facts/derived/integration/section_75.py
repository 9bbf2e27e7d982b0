"""Partnership arrangements under section 75 of the NHS Act 2006: what the agreement has to specify."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from clausecheck.facts.blocks import choice_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import roles
from clausecheck.facts.derived.integration.agreement import (
    OTHER_ACT,
    OTHER_AGREEMENT,
    SECTION_75,
    cites_section_75,
    is_agreement,
    says_so,
)
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import whole, words_of
from clausecheck.facts.kinds import count, flag, kind, text
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "partnership",
        "Arrangements under section 75 NHS Act 2006 that the draft makes: an agreement, or a pooled fund.",
        agreement=flag("the draft is a section 75 agreement"),
        pooled=flag("it sets up a pooled fund"),
        complete=flag("the draft was read in full, so that what is not there is missing"),
        gaps=count("how many of the matters that the agreement must specify are not there"),
        aims=flag("it states its aims"),
        improves=flag("it says what gets better"),
        consulted=flag("it tells of consultation"),
        hosted=flag("it says who hosts the pooled fund"),
        managed=flag("it names a manager of the pooled fund"),
        quarterly=flag("somebody reports to the partners each quarter, or more often"),
        yearly=flag("somebody reports to the partners each year"),
        missing=text("the matters that are not there"),
        unnamed=text("host, manager or both, those that are not named"),
        reports=text("which reports are not there"),
    ),
    kind(
        "excluded_function",
        "A service in the scope of a section 75 agreement that its regulations keep out.",
        function=text("the function, as the regulations call it"),
        written=text("the words"),
    ),
    kind(
        "section_75_award",
        "A provider that is appointed under section 75, as if that were an award process.",
        written=text("the words"),
    ),
)

_POOL = Pattern(r"\bpool(?:ed|ing)? (?:fund|budget)|\bpooled\b", re.I)
_HOST = Pattern(r"\bhost(?:s|ed|ing)?\b", re.I)
_MANAGER = Pattern(
    r"\bpool(?:ed)?(?:[- ](?:fund|budget))?[- ]manager|\bmanager of (?:the|that|each) (?:pool|fund)"
    r"|\bmanages? the (?:pool|fund)|\b(?:pool|fund) (?:is )?managed by\b",
    re.I,
)
_REPORT = Pattern(r"\breport|\breturns?\b|\baccounts?\b|\bstatements?\b|\bmonitor", re.I)
_QUARTER = Pattern(
    r"\bquarter|\bmonth(?:ly|s end|-end)|\b(?:every|each) (?:month|three months|3 months)|\bweekly\b", re.I
)
_YEAR = Pattern(
    r"\bannual|\byearly\b|\byear[- ]end|\b(?:each|every|a|the) (?:Contract |financial |full )?year\b"
    r"|\bend of (?:each|the|a) (?:\w+ )?year\b|\b(?:every )?12 months\b",
    re.I,
)
_REPORTING_HEADS = frozenset({"CLAUSE", "GOVERNANCE", "BUDGET", "RISK SHARE", "PAYMENT", "LINKS", "CONTRACT"})

_CONSULTED = Pattern(r"\bconsult(?:ed|ation|ations|ing|s)\b", re.I)
_NOT_CONSULTED = Pattern(
    r"\bno(?:t|ne)?\b[^.;,]{0,25}\bconsult|\bwithout\b[^.;,]{0,15}\bconsult|\bconsultation:? (?:none|not)\b"
    r"|\bconsultation (?:has not|was not|is not)\b",
    re.I,
)
_AIMS = Pattern(r"\baims?\b|\bobjectives?\b|\bpurposes?\b|\boutcomes?\b", re.I)
_IMPROVES = Pattern(
    r"\bimprov|\bbetter\b|\benhanc|\bfewer\b|\breduc|\bprevent|\bquality\b|\boutcomes?\b|\bsooner\b"
    r"|\bfaster\b"
    r"|\bjoined[- ]up\b|\bwait|\bstronger\b|\bsafer\b|\bmore (?:people|adults|children|residents)\b"
    r"|\bno shared\b",
    re.I,
)
_PEOPLE = Pattern(
    r"\bpeople\b|\bpersons?\b|\badults?\b|\bchildren\b|\bresidents?\b|\bcarers?\b|\bpatients?\b|\bfamilies\b",
    re.I,
)
_THINGS = Pattern(
    r"\bstaff|\bsecond(?:ed|ment|ments)\b|\bpremises\b|\baccommodation\b|\bgoods\b|\bequipment\b"
    r"|\bemploy|\bservices in kind\b",
    re.I,
)
_FUNCTIONS = Pattern(r"\bfunctions?\b", re.I)
_REVIEW = Pattern(r"\breview", re.I)
_VARY = Pattern(r"\bvar(?:y|ied|ies|iation|iations)\b|\bamend", re.I)
_END = Pattern(r"\bterminat|\bnotice to (?:end|leave)|\bend(?:s|ed)? on\b", re.I)
_MONITOR = Pattern(r"\bmonitor|\bmanaged by\b|\boversee|\boversight\b|\breports? to\b", re.I)
_CONTRIBUTION = Pattern(r"\bcontribut|\bpays? into\b", re.I)

_EXCLUDED = (
    ("surgery", Pattern(r"\bsurgery\b|\bsurgical\b", re.I)),
    ("radiotherapy", Pattern(r"\bradiotherapy\b", re.I)),
    ("termination of pregnancies", Pattern(r"\bterminations? of pregnanc|\babortion", re.I)),
    ("endoscopy", Pattern(r"\bendoscop\w*|\bcolonoscop\w*", re.I)),
    ("the use of Class 4 laser treatments", Pattern(r"\bclass (?:4|four|IV) lasers?\b", re.I)),
    ("other invasive treatment", Pattern(r"\binvasive (?:treatment|procedure)s?", re.I)),
    ("emergency ambulance services", Pattern(r"\bemergency ambulance|\b999 ambulance", re.I)),
)
_NOT_IN_IT = Pattern(
    r"\b(?:exclud\w+|except|other than|not|without|before|after|following|avoid\w*|prevent\w*"
    r"|instead of|GP|doctor'?s?"
    r"|practice|non|recover\w+ from)\b[^;,.]{0,30}$|\bnon-$",
    re.I,
)
_AWARDED = Pattern(
    rf"\bprovider\b[^.;]{{0,60}}\b(?:appointed|selected|chosen|awarded)\b[^.;]{{0,40}}\b(?:under|by"
    rf"|through|pursuant to)"
    rf" (?:the )?{SECTION_75}"
    rf"|\b(?:appointed|selected|chosen) (?:as|to be) (?:the |a )?(?:sole |lead )?provider\b[^.;]{{0,40}}"
    rf"\b(?:under|by|through|pursuant to) (?:the )?{SECTION_75}",
    re.I,
)
_IN_SCOPE = Pattern(
    r"\b(?:pays? for|covers?|covering|includes?|including|funds|buys|comprises?|scope|services are)\b", re.I
)
_NOT = Pattern(r"\bnot\b|\bno\b|\bseparate", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the section 75 arrangements of the draft, what may not be in them, and awards under them."""
    agreement = is_agreement(draft)
    place = _place(draft, agreement)
    if place is not None:
        _partnership(draft, agreement, place, facts)
    if agreement:
        _excluded(draft, facts)
    _awards(draft, agreement, facts)


def _place(draft: Draft, agreement: bool) -> tuple[Span, tuple[str, ...]] | None:
    """Where an agreement says what it is, else the words that set up a pooled fund under section 75."""
    if agreement:
        return says_so(draft)
    if any(OTHER_AGREEMENT.search(found.text) for found in walk.words(draft)):
        return None  # the terms of the fund stand there
    for found in walk.words(draft):
        if _POOL.search(found.text) and cites_section_75(found.text):
            return found.span, found.path
    return None


def _partnership(
    draft: Draft, agreement: bool, place: tuple[Span, tuple[str, ...]], facts: Collector
) -> None:
    texts = [found.text for found in walk.words(draft)]
    names = [field.label for block in draft.blocks for field in block.fields]
    names += [block.title for block in draft.of("CLAUSE")]

    def said(pattern: Pattern) -> bool:
        return any(pattern.search(each) for each in (*texts, *names))

    missing = [name for name, there in _matters(draft, said) if not there]
    hosted = said(_HOST) or any("host" in roles(party) for party in draft.of("PARTY"))
    managed = said(_MANAGER)
    quarterly, yearly = _reported(draft, _QUARTER), _reported(draft, _YEAR)
    pooled = (
        not agreement
        or said(_POOL)
        or any(choice_of(budget, "Basis") == "pooled fund" for budget in draft.of("BUDGET"))
    )
    span, path = place
    facts.add(
        "partnership",
        span,
        path,
        agreement=agreement,
        pooled=pooled,
        complete=whole(draft),
        gaps=len(missing),
        aims=not any(name.startswith("its aims") for name in missing),
        improves=any(True for _ in draft.of("OUTCOME")) or any(_IMPROVES.search(each) for each in texts),
        consulted=_consulted(draft, texts),
        hosted=hosted,
        managed=managed,
        quarterly=quarterly,
        yearly=yearly,
        shown={
            "name": "the section 75 agreement" if agreement else "the pooled fund",
            "missing": "; ".join(missing),
            "unnamed": _neither(("no host", hosted), ("no pool manager", managed)),
            "reports": _neither(("no report each quarter", quarterly), ("no return each year", yearly)),
        },
    )


def _neither(*tests: tuple[str, bool]) -> str:
    return " and ".join(name for name, there in tests if not there)


def _matters(draft: Draft, said: Callable[[Pattern], bool]) -> Iterator[tuple[str, bool]]:
    """The matters that an agreement must specify, and whether the draft speaks of each."""
    contract = draft.contract
    has = {block.head.name for block in draft.blocks}

    def line(*labels: str) -> bool:
        return bool(contract and any(contract.get(label) for label in labels))

    services = any(block.get("In scope") for block in draft.of("SERVICES"))
    yield "its aims and outcomes", line("Purpose") or "OUTCOME" in has or said(_AIMS)
    paid = any(block.get("Contributions") or block.get("Amount") for block in draft.of("BUDGET"))
    yield "what each partner pays", paid or "PAYMENT" in has or said(_CONTRIBUTION)
    yield "the functions that are covered", said(_FUNCTIONS)
    yield "the people and the kinds of services", services and ("POPULATION" in has or said(_PEOPLE))
    yield "staff, goods and accommodation", said(_THINGS)
    yield "how long it lasts", line("Expiry Date", "Contract Term")
    yield "how it is reviewed", said(_REVIEW)
    yield "how it is varied", "VARIATION" in has or said(_VARY)
    yield "how it is ended", "TERMINATION" in has or said(_END)
    yield "how it is managed and monitored", "GOVERNANCE" in has or said(_MONITOR)


def _reported(draft: Draft, often: Pattern) -> bool:
    """Whether a line of the partners' own dealings reports so often."""
    for found in walk.words(draft):
        head = found.block.head.name if found.block else "CLAUSE"
        if head not in _REPORTING_HEADS:
            continue
        if often.search(found.text) and (_REPORT.search(found.text) or found.label == "Open book"):
            return True
    return False


def _consulted(draft: Draft, texts: list[str]) -> bool:
    if any(_NOT_CONSULTED.search(each) for each in texts):
        return False
    public = any(words_of(block, "Public", "Evidence") for block in draft.of("ENGAGEMENT"))
    return public or any(_CONSULTED.search(each) for each in texts)


def _excluded(draft: Draft, facts: Collector) -> None:
    _excluded_in_lines(draft, facts)
    for block in draft.of("CLAUSE"):
        for prose in block.prose:
            for sentence in re.finditer(r"[^.;]+", prose.raw):
                scope = _IN_SCOPE.search(sentence[0])
                for name, pattern in _EXCLUDED if scope else ():
                    match = pattern.search(sentence[0], scope.end()) if scope else None
                    if match is None or _NOT.search(sentence[0]):
                        continue
                    if not _NOT_IN_IT.search(sentence[0][: match.start()]):
                        start = prose.span.start + sentence.start()
                        facts.add(
                            "excluded_function",
                            Span(start + match.start(), start + match.end()),
                            block.path,
                            shown={"name": block.name, "function": name, "written": match[0]},
                        )


def _excluded_in_lines(draft: Draft, facts: Collector) -> None:
    for block in draft.of("SERVICES"):
        field = block.get("In scope")
        if field is None:
            continue
        values = [(field.value.raw, field.value.span)] if field.value and not field.entries else []
        values += [(entry.raw, entry.span) for entry in field.entries]
        for raw, span in values:
            for name, pattern in _EXCLUDED:
                match = pattern.search(raw)
                if match is None or _NOT_IN_IT.search(raw[: match.start()]):
                    continue
                facts.add(
                    "excluded_function",
                    Span(span.start + match.start(), span.start + match.end()),
                    (*block.path, field.label),
                    shown={"name": block.name, "function": name, "written": match[0]},
                )


def _awards(draft: Draft, agreement: bool, facts: Collector) -> None:
    """Adds each award that rests on section 75; the PSR's own list of routes is another rule's."""
    for block in draft.of("PROCUREMENT"):
        field = block.get("Route")
        psr = choice_of(block, "Regime") == "PSR 2023"
        if field and choice_of(block, "Route") == "section 75" and not psr and not agreement:
            _award(field.raw, field.span, (*block.path, "Route"), facts)
    for found in walk.words(draft):
        words = found.text
        if _AWARDED.search(words) and not _NOT.search(words) and not OTHER_ACT.search(words):
            _award(words, found.span, found.path, facts)


def _award(words: str, span: Span, path: tuple[str, ...], facts: Collector) -> None:
    facts.add("section_75_award", span, path, shown={"name": "the award", "written": words})
