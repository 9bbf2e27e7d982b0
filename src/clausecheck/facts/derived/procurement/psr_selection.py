"""Frameworks, selection, sub-contractors and interests under the PSR, as the draft's own words have them."""

from __future__ import annotations

import re

from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.procurement.grounds import FOUR_FROM, begun_unknown, decisive_day
from clausecheck.facts.derived.procurement.psr import (
    CALL_OFF,
    COMPETITIVE,
    DAP_C,
    MINI_COMPETITION,
    MSP,
    place_of,
    psr_blocks,
)
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.derived.words.sentences import about
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Names
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "selection_fault",
        "Words about a framework, selection, sub-contractors or interests that fall short of the PSR.",
        procurement=word("the PROCUREMENT block"),
        fault=word(
            "framework users, substantial change, selection family, debarment, not recused, dual role barred"
            " or termination notice"
        ),
        route=text("the route"),
        written=text("the words"),
        meant=text("what the words ask for"),
    ),
)

_VAGUE_USERS = Pattern(
    r"\b(?:any|all|every|other) (?:other )?(?:NHS|public|health|contracting|relevant|local|such)?\s?(?:\w+ )?"
    r"(?:bod(?:y|ies)|authorit(?:y|ies)|organisations?|commissioners?|users?)\b"
    r"|\b(?:and|or) others\b|\banyone\b|\bas agreed from time to time\b",
    re.I,
)
_LISTED_USERS = Pattern(r"\b(?:listed|named|set out|identified|members? of)\b", re.I)
_OUTSIDE_FAMILIES = (
    (
        "a place",
        Pattern(
            r"\blocal (?:headquarters|head office|office|presence|base|ownership|provider)\b"
            r"|\b(?:headquarters|head office|registered office) (?:in|within)\b"
            r"|\b(?:based|headquartered|located|resident) (?:in|within) the\b",
            re.I,
        ),
    ),
    (
        "having the work already",
        Pattern(
            r"\b(?:be|being|is) the (?:incumbent|existing|current) provider\b|\bincumben(?:t|cy)\b", re.I
        ),
    ),
    (
        "a kind of owner",
        Pattern(
            r"\b(?:NHS (?:bodies|organisations|trusts|providers)|not-for-profit \w+|charities) only\b"
            r"|\bonly (?:NHS (?:bodies|organisations|trusts|providers)|not-for-profit|charities)\b",
            re.I,
        ),
    ),
)
_DENIES = Pattern(r"\b(?:no|not|without|need not|neither)\b[^,;]*$", re.I)
_DEBARRED = Pattern(r"\bdebar", re.I)
_NO_SUBCONTRACTORS = Pattern(
    r"\s*(?:none\b|no sub|nil\b|not (?:used|permitted|allowed|intended|proposed)\b|n/?a\b)", re.I
)
_BOTH_SIDES = Pattern(
    r"\b(?:bidd(?:er|ing)|tenderer|provider)\b[^.;]*\b(?:director|employee|member|chair|partner|trustee|officer)"
    r"|\b(?:director|employee|member|chair|partner|trustee|officer)[^.;]*\b(?:bidd(?:er|ing)|tenderer|provider)\b",
    re.I,
)
_STAYS = Pattern(
    r"\b(?:votes|will vote|may vote|(?:takes|may take|took) part in (?:the )?(?:award|decision|evaluation)"
    r"|stays? (?:in|on)|remains? (?:in|on)|not recused|no recusal|without recusal|need not recuse)\b",
    re.I,
)
_SCORED = Pattern(r"\b(?:scored|scores|evaluated|evaluates|voted|votes)\b(?! by\b)", re.I)
_NOT_THEY = Pattern(
    r"\b(?:no|not|nor|never|nobody|neither|none|no one|others?|without|before|unless|if)\b", re.I
)
_ICB_MEMBER = Pattern(r"\b(?:member|sits|seat|director|chair|officer|employee|executive)\b", re.I)
_OFFICE = (
    r"(?:director|employee|(?:board )?member|chair|partner|trustee|(?:chief )?(?:officer|executive)"
    r"|medical director|finance director)"
)
_GOES = Pattern(
    r"(?<!not )(?<!no )(?<!without )(?<!need not )\b(?:recus|withdr|abstain|stands? down|stood down"
    r"|(?:leaves?|left) )"
    r"|\b(?:neither|never|nobody|not|no one) (?:\w+ ){0,2}(?:votes?|takes? part)\b",
    re.I,
)
_DUAL = Pattern(
    r"\bdual[- ]roles?\b|\btwo roles\b|\bboth roles\b"
    r"|\b(?:provider|trust)s?'? (?:directors?|employees?|members?|representatives?)\b",
    re.I,
)
_BARRED = Pattern(
    r"\b(?:barred|disqualified|excluded|ineligible|removed)\b"
    r"|\b(?:may|shall|can|must) ?not (?:be members?|sit|join|be appointed|attend)\b",
    re.I,
)
_WEIGHED = Pattern(
    r"\bassess|\bmanag|\bcase by case\b|\bwhere\b|\bif\b|\bnot (?:barred|disqualified|excluded)", re.I
)
_NOTICE = Pattern(
    r"\bnotice\b|\bimmediate|\bforthwith\b|\bat once\b|\b(?:days|weeks|months?)\b|\bGC ?17\b|\bSchedule\b",
    re.I,
)
_REPLACED = Pattern(
    r"\bframework(?:'s|’s)?(?: agreement(?:'s|’s)?)? (?:prices?|pricing|terms?(?: and conditions)?|rates?"
    r"|price list|payment mechanism)\b[^.;]{0,30}\b(?:(?:is|are) (?:replaced|disapplied|superseded|set aside)"
    r"|(?:do|does|shall|will) not apply)\b",
    re.I,
)
_NOT_REPLACED = Pattern(r"\b(?:no|not be|nothing|none|neither|unless|if|only where)\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the words of each PSR procurement that fall short."""
    for block in psr_blocks(draft):
        _Words(draft, block, facts).judge()


def _contracts(draft: Draft) -> list[Block]:
    """The procurements of contracts, without those that set up a framework."""
    return [each for each in psr_blocks(draft) if choice_of(each, "Instrument") != "framework"]


class _Words:
    """Judges the lines of one procurement, and says nothing of a blank one."""

    def __init__(self, draft: Draft, block: Block, facts: Collector) -> None:
        self.draft = draft
        self.block = block
        self.facts = facts
        self.route = choice_of(block, "Route")

    def judge(self) -> None:
        """Adds every line that falls short."""
        self._users()
        self._call_off()
        self._families()
        self._subcontractors()
        self._interests()
        self._notice()

    def _line(self, label: str) -> tuple[Field | None, str]:
        field = self.block.get(label)
        return field, line_of(field) if state_of(field) is State.STATED else ""

    def _add(self, fault: str, field: Field, owner: Block, written: str, meant: str = "") -> None:
        self.facts.add(
            "selection_fault",
            place_of(field, owner),
            (*owner.path, field.label),
            procurement=ref_of(self.block),
            fault=fault,
            shown={
                "name": self.block.name,
                "route": self.route or "the route",
                "written": written,
                "meant": meant,
            },
        )

    def _users(self) -> None:
        field, words = self._line("Framework users")
        match = _VAGUE_USERS.search(words)
        if field and match and not _LISTED_USERS.search(words):
            self._add("framework users", field, self.block, match[0].strip())

    def _call_off(self) -> None:
        field, words = self._line("Materially different")
        different = choice_of(self.block, "Materially different") == "yes"
        if field and different and self.route in (CALL_OFF, MINI_COMPETITION):
            self._add("substantial change", field, self.block, words, "says that it is materially different")
        elif self.route in (CALL_OFF, MINI_COMPETITION):
            self._replaced_terms()

    def _replaced_terms(self) -> None:
        """A clause by which terms of the framework give way, where all that is awarded is called off it."""
        if any(choice_of(each, "Route") != self.route for each in _contracts(self.draft)):
            return
        for said in about(self.draft, "framework"):
            match = _REPLACED.search(said.text)
            if said.block is None or said.block.head.name != "CLAUSE" or match is None:
                continue
            if not _NOT_REPLACED.search(said.text):
                self.facts.add(
                    "selection_fault",
                    said.of(match),
                    said.path,
                    procurement=ref_of(self.block),
                    fault="substantial change",
                    shown={
                        "name": self.block.name,
                        "route": self.route or "",
                        "written": match[0],
                        "meant": f'changes its terms: "{match[0]}"',
                    },
                )
                return

    def _families(self) -> None:
        field, words = self._line("Basic selection criteria")
        if field is None or self.route not in (DAP_C, MSP, COMPETITIVE):
            return
        for meant, pattern in _OUTSIDE_FAMILIES:
            match = pattern.search(words)
            if match and not _DENIES.search(words[: match.start()]):
                self._add("selection family", field, self.block, match[0], meant)
                return

    def _subcontractors(self) -> None:
        field, words = self._line("Sub-contractors")
        day = decisive_day(self.draft, self.block)
        if field is None or not words or (day is not None and day < FOUR_FROM):
            return
        if begun_unknown(self.draft, self.block):
            return
        if self.route not in (CALL_OFF, MINI_COMPETITION) and not (
            _DEBARRED.search(words) or _NO_SUBCONTRACTORS.match(words)
        ):
            self._add("debarment", field, self.block, words)

    def _interests(self) -> None:
        field, words = self._line("Conflicts of interest")
        if field is None or not self._has_icb():
            return
        if self.route in (COMPETITIVE, MINI_COMPETITION):
            stays = _BOTH_SIDES.search(words) and _STAYS.search(words)
            if (stays or self._scored(words)) and not _GOES.search(words):
                self._add("not recused", field, self.block, words)
        elif self.route and _DUAL.search(words) and _BARRED.search(words) and not _WEIGHED.search(words):
            self._add("dual role barred", field, self.block, words)

    def _scored(self, words: str) -> bool:
        """Whether somebody with a post at a bidder, who sits on the authority too, judged the bids."""
        providers = [party for party in self.draft.of("PARTY") if roles(party) & PROVIDING]
        names = [re.escape(name) for party in providers for name in (party.id, party.title) if name]
        who = "|".join(["(?:the |a )?bidders?", "(?:the |a )?bidding providers?", *names])
        both = Pattern(rf"\b{_OFFICE} (?:of|at|with) (?:{who})\b|\b(?:{who})(?:'s|’s) {_OFFICE}\b", re.I)
        for part in re.split(r"[.;]", words):
            post, act = both.search(part), _SCORED.search(part)
            if post and act and post.start() < act.start() and not _NOT_THEY.search(part[: act.start()]):
                between = part[post.end() : act.start()]
                if _ICB_MEMBER.search(between) or _ICB_MEMBER.search(part[: post.start()]):
                    return True
        return False

    def _has_icb(self) -> bool:
        """Whether an ICB is among the authorities: the rule about its members is for no other body."""
        field = self.block.get("Authorities")
        if field is None or not isinstance(field.value, Names):
            return False
        parties = [self.draft.by_id.get(name.id) for name in field.value.names]
        return any(kind_of_party(party) == "ICB" for party in parties if party is not None)

    def _notice(self) -> None:
        owner = next(self.draft.of("TERMINATION"), None)
        lines = [(self.block, self.block.get("Termination grounds"))]
        if owner is not None:
            lines.append((owner, owner.get("PSR grounds")))
            if not owner.complete or owner.get("Consequences") is not None:
                return
        stated = [(where, field) for where, field in lines if field and state_of(field) is State.STATED]
        form = next(iter(self.facts.of("form")), None)
        standard = form is not None and form.values.get("standard") is True
        said = "; ".join(line_of(field) for _, field in stated)
        if stated and not standard and not _NOTICE.search(said):
            where, field = stated[0]
            self._add("termination notice", field, where, said)
