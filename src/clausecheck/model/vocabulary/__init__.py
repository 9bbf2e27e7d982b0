"""The vocabulary: every head of the clause language with its labels, in the order drafts use them."""

from __future__ import annotations

from clausecheck.model.vocabulary.assurance import ASSURANCE, INFORMATION_SHARING, SUBCONTRACT
from clausecheck.model.vocabulary.contract import CLAUSE, CONTRACT
from clausecheck.model.vocabulary.finance import BUDGET, GUARANTEE
from clausecheck.model.vocabulary.frame import PARTY, POPULATION
from clausecheck.model.vocabulary.legal import DISPUTES, EXIT, LIABILITY, TERMINATION, VARIATION
from clausecheck.model.vocabulary.links import LINKS
from clausecheck.model.vocabulary.outcomes import INDICATOR, OUTCOME
from clausecheck.model.vocabulary.partnership import ENGAGEMENT, GOVERNANCE, MEMBERSHIP
from clausecheck.model.vocabulary.payment import OUTCOME_PAYMENT, PAYMENT
from clausecheck.model.vocabulary.procurement import PROCUREMENT
from clausecheck.model.vocabulary.risk_share import RISK_SHARE
from clausecheck.model.vocabulary.scenario import SCENARIO
from clausecheck.model.vocabulary.services import SERVICES
from clausecheck.model.vocabulary.types import Bullets, Head, Key, LabelType, Shape, folded

__all__ = [
    "HEADS",
    "HEAD_BY_NAME",
    "Bullets",
    "Head",
    "Key",
    "LabelType",
    "Shape",
    "folded",
    "head_for",
]

HEADS: tuple[Head, ...] = (
    CONTRACT,
    PARTY,
    POPULATION,
    SERVICES,
    PROCUREMENT,
    OUTCOME,
    INDICATOR,
    BUDGET,
    RISK_SHARE,
    OUTCOME_PAYMENT,
    PAYMENT,
    GUARANTEE,
    GOVERNANCE,
    MEMBERSHIP,
    INFORMATION_SHARING,
    VARIATION,
    DISPUTES,
    TERMINATION,
    EXIT,
    LIABILITY,
    ASSURANCE,
    ENGAGEMENT,
    SUBCONTRACT,
    LINKS,
    CLAUSE,
    SCENARIO,
)

# By the name in capitals; synonyms are not in it.
HEAD_BY_NAME: dict[str, Head] = {head.name: head for head in HEADS}

_HEAD_BY_SYNONYM: dict[str, Head] = {word: head for head in HEADS for word in head.synonyms}


def head_for(words: str) -> Head | None:
    """The head that these words name in full, in any case, by its name or a synonym."""
    key = folded(words).upper()
    return HEAD_BY_NAME.get(key) or _HEAD_BY_SYNONYM.get(key)
