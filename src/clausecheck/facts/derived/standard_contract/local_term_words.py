"""Every fault that `local_terms` looks for, in the order in which a sentence is held to them."""

from __future__ import annotations

from clausecheck.facts.derived.standard_contract.dealing_words import EXCLUSIVE, INDEMNIFIES, SILENT_CHANGE
from clausecheck.facts.derived.standard_contract.ending_words import (
    CONTRACT_ENDS,
    CONTRACT_FALLS,
    KEPT_IN,
    ONE_MISS,
)
from clausecheck.facts.derived.standard_contract.running_words import (
    BARE_REVIEW,
    BOARD_SUSPENDS,
    LAST_WORD,
    OWN_PROCESS,
    STOPS_SERVICES,
)

TERMS = (
    KEPT_IN,
    CONTRACT_FALLS,
    CONTRACT_ENDS,
    ONE_MISS,
    BOARD_SUSPENDS,
    OWN_PROCESS,
    LAST_WORD,
    STOPS_SERVICES,
    BARE_REVIEW,
    INDEMNIFIES,
    SILENT_CHANGE,
    EXCLUSIVE,
)
