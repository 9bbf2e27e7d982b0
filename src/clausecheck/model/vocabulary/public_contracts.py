"""The labels of PROCUREMENT about frameworks, sub-contractors and what the Procurement Act 2023 asks."""

from __future__ import annotations

from clausecheck.model.vocabulary.bullets import LIST
from clausecheck.model.vocabulary.types import LabelType, Shape

FRAMEWORKS = (
    LabelType(
        "Framework users",
        Shape.TEXT,
        "The authorities that may call off from the framework.",
        "ICB, Council",
        bullets=LIST,
        synonyms=("Users of the framework", "Calling authorities"),
    ),
    LabelType(
        "Sub-contractors",
        Shape.TEXT,
        "The sub-contractors that the provider means to use, and whether they were checked.",
        "Community, not on the debarment list on 3 February 2026",
        bullets=LIST,
        synonyms=("Subcontractors", "Intended sub-contractors"),
    ),
    LabelType(
        "Reserved to",
        Shape.TEXT,
        "The kind of provider that the award is kept for.",
        "public service mutuals",
        synonyms=("Reserved for", "Reserved contract"),
    ),
)

PUBLICATION = (
    LabelType(
        "Threshold",
        Shape.MONEY,
        "The value from which the Procurement Act 2023 governs the award.",
        "£207,720 including VAT",
        synonyms=("Procurement threshold", "Threshold value"),
    ),
    LabelType(
        "Contract details notice",
        Shape.TEXT,
        "When the details of the contract are published.",
        "within 30 days of signature",
        synonyms=("Details notice",),
    ),
    LabelType(
        "Contract copy",
        Shape.TEXT,
        "When a copy of the contract is published.",
        "within 90 days of signature",
        synonyms=("Copy of the contract", "Publication of the contract"),
    ),
    LabelType(
        "Change of term",
        Shape.DURATION,
        "How much a change adds to the term.",
        "6 months",
        synonyms=("Term change", "Added term"),
    ),
)
