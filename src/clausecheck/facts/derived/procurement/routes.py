"""The conditions of each PSR route, against what the draft's own lines say of them."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.dates import length
from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.frame.term import contract_days, day_of
from clausecheck.facts.derived.procurement.psr import (
    COMPETITIVE,
    DAP_A,
    DAP_B,
    DAP_C,
    MINI_COMPETITION,
    MSP,
    URGENT,
    WITH_CRITERIA,
    by_wrong_route,
    place_of,
    psr_blocks,
    says_none,
)
from clausecheck.facts.derived.words.lines import line_of, listed, whole
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "failed_condition",
        "A condition of a PSR route that the draft's own words do not meet.",
        procurement=word("the PROCUREMENT block"),
        route=word("the route", optional=True),
        condition=word(
            "existing provider, nature of the services, expressions of interest, number of providers,"
            " offered to, existing contract expiry, urgency, urgent term, framework route, framework term,"
            " patient choice or selection criteria"
        ),
        said=text("what the draft says instead, as a clause"),
        written=text("the line as written"),
        months=count("the months in question, for a term", optional=True),
    ),
)

URGENT_MONTHS = 12
"""PSR Sch 13 para 7: beyond this an urgent award's notice gives reasons for its dates."""
FRAMEWORK_MONTHS = 48
"""PSR reg 16(5)."""

_OPEN_NUMBER = Pattern(
    r"\bunlimited|\bunrestricted|\buncapped|\bno (?:cap|limit|maximum|restriction)"
    r"|\bnot (?:capped|limited|restricted)|\ball\b|\bany\b|\bevery\b",
    re.I,
)
_UNLIMITED = Pattern(
    r"\bunlimited|\bunrestricted|\buncapped"
    r"|\b(?:no|without|not) (?:a )?(?:cap|limit|maximum|restriction|restricted|limited|capped)\b"
    r"|^(?:all|any|every)\b",
    re.I,
)
_NUMBER = Pattern(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|single|sole|limited to|restricted|capped)\b",
    re.I,
)
_EVERYONE = Pattern(r"\ball\b|\bany\b|\bevery\b|\beach\b|^the (?:\w+ )?framework providers\b", re.I)
_CHOSEN = Pattern(r"\b(?:top|best|first|highest|short-?list(?:ed)?|selected|preferred)\b", re.I)
_NATURE = Pattern(r"\bonly\b|\bsole(?:ly)?\b|\bno other\b|\bnature\b|\bnobody else\b|\bunique", re.I)
_PREFERENCE = Pattern(
    r"\btrack record\b|\bgood (?:service|work|performance)|\brelationship|\btrusted\b|\bprefer|\bsatisf"
    r"|\bcheap|\blow(?:er|est)? (?:cost|price)|\bvalue for money\b|\bsaves? time\b|\bconvenien",
    re.I,
)
_URGENCY = (
    (
        "it could not be foreseen",
        Pattern(r"forese|unexpected|\bsudden|\bwithout (?:any )?warning|\bpredict|anticipat", re.I),
    ),
    (
        "the authority did not bring it about",
        Pattern(
            r"attribut|caused by|\bneither (?:caused|brought|created|contributed)"
            r"|\bnot (?:itself )?(?:caused?|bring|brought|create|contribute)"
            r"|not (?:the|any) .*(?:fault|doing)|\bno fault\b|\b(?:outside|beyond) .*\bcontrol\b",
            re.I,
        ),
    ),
    (
        "patients or the public would be at risk",
        Pattern(r"safety|\brisk|harm|danger|\bno service|\bwithout (?:care|cover|a service)", re.I),
    ),
)

_BODY = Pattern(r"\b(?:Ltd|Limited|Trust|CIC|LLP|plc|PLC|Hospitals?)\b")
_WORD = Pattern(r"[A-Za-z]{3,}")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        nhs trust foundation limited ltd cic llp plc the and for university hospital hospitals health
        healthcare care community services service provider providers partnership group centre medical
        """,
    )
)
_SUCCEEDS = Pattern(
    r"\bsucce|\bpredecess|\bmerge|\bformer|\bprevious|\bnow\b|\bnovat|\btransfer|\bsame\b|\bparent\b|\bsubsidiar"
    r"|\brenam|\btrading as\b|\bknown as\b|\bthrough\b|\bacqui|\btakeover\b|\btook over\b|\bgroup\b",
    re.I,
)
_NOT_TESTED = Pattern(
    r"\W*(?:were |was |are |is )?(?:not|never) (?:been |yet )?"
    r"(?:assessed|applied|set|used|tested|checked|considered)\W*"
    r"|\W*(?:waived|disapplied|unassessed)\W*",
    re.I,
)

_SHUT = Pattern(r"\W*(?:now |currently )?(?:closed|shut)\b(?![^.]*\b(?:open|until|reopen))", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each condition of a route that the draft, in its own words, does not meet."""
    for block in psr_blocks(draft):
        _Route(draft, block, facts).judge()


class _Route:
    """Judges one procurement's route, and says nothing of a blank label or a block not read in full."""

    def __init__(self, draft: Draft, block: Block, facts: Collector) -> None:
        self.draft = draft
        self.block = block
        self.facts = facts
        self.route = choice_of(block, "Route")

    def judge(self) -> None:
        """Adds every condition that is not met; a framework by another route has that fault alone."""
        if by_wrong_route(self.block):
            self._terms()
            return
        if self.route in (DAP_A, DAP_C):
            self._needed("Existing provider", "existing provider", "names none")
            self._same()
        if self.route == DAP_A:
            self._nature()
        if self.route == DAP_B:
            self._needed("Expressions of interest", "expressions of interest", "provides for none")
            self._number()
        if self.route in (DAP_B, MINI_COMPETITION):
            self._offered()
        if self.route == DAP_C:
            self._expiry()
        if self.route in (DAP_A, DAP_C, MSP, COMPETITIVE):
            self._choice()
        if self.route in WITH_CRITERIA:
            self._denied("Basic selection criteria", "selection criteria")
        if self.route == URGENT:
            self._urgency()
        self._terms()

    def _words(self, label: str) -> tuple[Field | None, str]:
        """A label and its words; no words where a hole stands for them."""
        field = self.block.get(label)
        return field, line_of(field) if state_of(field) is State.STATED else ""

    def _add(self, condition: str, field: Field | None, said: str, months: int | None = None) -> None:
        self.facts.add(
            "failed_condition",
            place_of(field, self.block),
            (*self.block.path, field.label) if field else self.block.path,
            procurement=ref_of(self.block),
            route=self.route,
            condition=condition,
            months=months,
            shown={
                "name": self.block.name,
                "said": said,
                "written": line_of(field),
                **({} if self.route else {"route": "the route"}),
            },
        )

    def _needed(self, label: str, condition: str, without: str) -> None:
        if self.block.get(label) is None and self.block.complete:
            self._add(condition, None, without)
        self._denied(label, condition)

    def _same(self) -> None:
        """An existing provider that is a body by its name, and no party, where the providers are."""
        field, words = self._words("Existing provider")
        parties = list(self.draft.of("PARTY"))
        providers = [party for party in parties if roles(party) & PROVIDING]
        if not words or not providers or not whole(self.draft) or not _BODY.search(words):
            return
        known = {each.casefold() for party in parties for each in _WORD.findall(f"{party.id} {party.title}")}
        named = {each.casefold() for each in _WORD.findall(words)} - _COMMON
        if named and not named & known and not _SUCCEEDS.search(words):
            ids = listed([party.id for party in providers])
            self._add("existing provider", field, f'names "{words}" where the contract is with {ids}')

    def _denied(self, label: str, condition: str) -> None:
        field, words = self._words(label)
        shut = label == "Expressions of interest" and _SHUT.match(words)
        if words and (says_none(words) or _NOT_TESTED.fullmatch(words) or shut):
            self._add(condition, field, f'says "{words}"')

    def _nature(self) -> None:
        field, words = self._words("Reasons")
        if words and _PREFERENCE.search(words) and not _NATURE.search(words):
            self._add("nature of the services", field, f'gives "{words}"')

    def _number(self) -> None:
        field, words = self._words("Number of providers")
        if words and _NUMBER.search(words) and not _OPEN_NUMBER.search(words):
            self._add("number of providers", field, f'says "{words}"')

    def _choice(self) -> None:
        """A service that patients choose a provider for, and that any number may provide, is process B's."""
        field, number = self._words("Number of providers")
        choice = self._words("Patient choice")[1]
        framework = choice_of(self.block, "Instrument") == "framework"
        if choice and not framework and not says_none(choice) and _UNLIMITED.search(number):
            self._add("patient choice", field, f'says "{number}" of the number of providers')

    def _offered(self) -> None:
        field, words = self._words("Offered to")
        if words and (not _EVERYONE.search(words) or _CHOSEN.search(words)):
            self._add("offered to", field, f'says "{words}"')

    def _expiry(self) -> None:
        field, days = self.block.get("Existing contract expiry"), contract_days(self.draft)
        contract = self.draft.contract
        ends, begins = (
            day_of(self.block, "Existing contract expiry"),
            day_of(contract, "Service Commencement Date"),
        )
        if days is not None:
            begins = days[0]
        if field and ends and begins and begins <= ends:
            said = f"the existing contract runs to {canonical(ends)}, this one begins on {canonical(begins)}"
            self._add("existing contract expiry", field, said)

    def _urgency(self) -> None:
        field, words = self._words("Urgency")
        if field is not None and not words:
            return
        lacking = [what for what, pattern in _URGENCY if not pattern.search(words)]
        if lacking and (field is not None or self.block.complete):
            self._add("urgency", field, " or that ".join(lacking))

    def _terms(self) -> None:
        days = contract_days(self.draft)
        months = length(*days).months if days else 0
        others = [block for block in self.draft.of("PROCUREMENT") if block is not self.block]
        alone = all(choice_of(block, "Route") == URGENT for block in others)  # or the term may be of another
        if self.route == URGENT and months > URGENT_MONTHS and alone and self._lacks("Reasons"):
            self._add("urgent term", None, f"for {months} months", months)
        if choice_of(self.block, "Instrument") != "framework":
            return
        field = self.block.get("Instrument")
        if by_wrong_route(self.block):
            self._add("framework route", field, f"{self.route}")
        exceptional = any("exception" in line_of(each).lower() for each in self.block.fields)
        if months > FRAMEWORK_MONTHS and not exceptional:
            self._add("framework term", field, f"for {months} months", months)

    def _lacks(self, label: str) -> bool:
        return self.block.complete and self.block.get(label) is None
