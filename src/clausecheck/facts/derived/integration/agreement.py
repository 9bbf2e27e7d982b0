"""Whether a draft is a section 75 agreement: by its Form, and without one by what it says of itself."""

from __future__ import annotations

import re

from clausecheck.facts.blocks import choice_of
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.derived.words import walk
from clausecheck.model.draft import Draft
from clausecheck.model.values import FormOf
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

SECTION_75 = r"(?:section|sect\.?|s\.?)\s*75\b"
_CITED = Pattern(rf"\b{SECTION_75}", re.I)
OTHER_ACT = Pattern(r"Health and Social Care Act 2012|\bHSCA\b", re.I)
OTHER_AGREEMENT = Pattern(
    rf"\b{SECTION_75}(?: partnership| pooled fund| pooling)? (?:agreement|arrangement|partnership)"
    rf"|\bpartnership agreement\b"
    rf"|\bagreement (?:made )?under {SECTION_75}",
    re.I,
)
# The services that the partners buy may be on another form, which the line then names too.
_AGREEMENT = Pattern(
    rf"^\W*(?:an? )?(?:partnership )?(?:agreement (?:made )?under {SECTION_75}|{SECTION_75}[\w ]* agreement)",
    re.I,
)
# A title, where there is no Form; and words by which an agreement tells under what it is made.
_TITLE = Pattern(
    rf"\b{SECTION_75}[\w ]* agreement\W*$|\bagreement\W+(?:\w+ ){{0,2}}(?:under |pursuant to )?{SECTION_75}",
    re.I,
)
_BESIDE_IT = Pattern(
    r"\bvariation\b|\boverlay\b|\bbeside\b|\bservices? (?:contract|agreement)\b|\bnot\b", re.I
)
_MADE_UNDER = Pattern(
    rf"\b(?:this|the) (?:partnership )?agreement is (?:hereby )?(?:made |entered into )?"
    rf"(?:under|pursuant to|in exercise of) {SECTION_75}",
    re.I,
)
_PARTNERS = 2


def is_agreement(draft: Draft) -> bool:
    """Whether the draft is a section 75 agreement: by its Form, and without one by what it says of itself."""
    return says_so(draft) is not None


def says_so(draft: Draft) -> tuple[Span, tuple[str, ...]] | None:
    """Where a draft says that it is a section 75 agreement."""
    contract = draft.contract
    field = contract.get("Form") if contract else None
    if contract is not None and field is not None:
        form = field.value
        if not isinstance(form, FormOf) or form.overlay:
            return None
        itself = form.family == "section 75 agreement" or _AGREEMENT.search(form.raw) is not None
        return (field.span, (*contract.path, "Form")) if itself else None
    if contract is not None and _TITLE.search(contract.title) and not _BESIDE_IT.search(contract.title):
        return contract.span, contract.path
    for found in walk.words(draft):
        if _MADE_UNDER.search(found.text) and OTHER_ACT.search(found.text) is None:
            return found.span, found.path
    return _pool_of_commissioners(draft)


def _pool_of_commissioners(draft: Draft) -> tuple[Span, tuple[str, ...]] | None:
    """The pooled fund of a draft that commissioners alone make under section 75, and not in another one."""
    parties = [roles(party) for party in draft.of("PARTY")]
    if len(parties) < _PARTNERS or not all(has & COMMISSIONING and not has & PROVIDING for has in parties):
        return None
    texts = [found.text for found in walk.words(draft)]
    if not any(map(cites_section_75, texts)) or any(map(OTHER_AGREEMENT.search, texts)):
        return None
    for budget in draft.of("BUDGET"):
        basis = budget.get("Basis")
        if basis is not None and choice_of(budget, "Basis") == "pooled fund":
            return basis.span, (*budget.path, "Basis")
    return None


def cites_section_75(words: str) -> bool:
    """Whether words cite section 75, and not that of the repealed 2012 Act."""
    return _CITED.search(words) is not None and OTHER_ACT.search(words) is None
