"""SERVICES: what is covered, what is not, and what lies between."""

from __future__ import annotations

from clausecheck.model.vocabulary.bullets import LIST
from clausecheck.model.vocabulary.types import Head, LabelType, Shape

SERVICES = Head(
    "SERVICES",
    "The services that are covered, those that are not, and what lies between.",
    labels=(
        LabelType(
            "In scope",
            Shape.TEXT,
            "The services that the contract covers.",
            "community nursing, falls service, virtual ward",
            bullets=LIST,
            synonyms=("Scope", "Included services", "Services in scope"),
        ),
        LabelType(
            "Out of scope",
            Shape.TEXT,
            "The services that one might expect here and that stay elsewhere.",
            "emergency ambulance, specialised commissioning",
            bullets=LIST,
            synonyms=("Excluded services", "Services out of scope"),
        ),
        LabelType(
            "Core general practice",
            Shape.CHOICE,
            "Whether essential primary medical services are part of the contract.",
            "out of scope",
            choices=("in scope", "out of scope", "integrated by agreement"),
            choice_synonyms={
                "in": "in scope",
                "included": "in scope",
                "out": "out of scope",
                "not included": "out of scope",
                "excluded": "out of scope",
                "integration agreement": "integrated by agreement",
                "by agreement": "integrated by agreement",
            },
            synonyms=("Core GP", "General practice", "Primary medical services"),
        ),
        LabelType(
            "Shared services",
            Shape.TEXT,
            "Services that cross the boundary, with who owns the handover.",
            "discharge to assess, handed over by Acute within 1 day",
            bullets=LIST,
            synonyms=("Interface services",),
        ),
        LabelType(
            "Agreed",
            Shape.TEXT,
            "Whether the parties have agreed the scope, and when.",
            "yes, 12 January 2026",
            synonyms=("Scope agreed",),
        ),
        LabelType(
            "Commissioner keeps",
            Shape.TEXT,
            "The functions that stay with the commissioner whatever is contracted out.",
            "assessment of need, statutory duties, procurement decisions",
            bullets=LIST,
            synonyms=("Commissioner retains", "Retained functions"),
        ),
        LabelType(
            "Interdependencies",
            Shape.TEXT,
            "Other services that the change would affect, and what is done about it.",
            "trauma rota at Acute, protected for 2 years",
            bullets=LIST,
            synonyms=("Dependencies", "Service interdependencies"),
        ),
        LabelType(
            "Practice opt-in",
            Shape.TEXT,
            "How a general practice chooses to take part.",
            "each practice signs the integration agreement by 1 March 2026",
            synonyms=("GP opt-in", "Opt-in"),
        ),
        LabelType(
            "Practice return rights",
            Shape.TEXT,
            "How a general practice can go back to its own contract.",
            "on 6 months notice, to its former contract",
            synonyms=("Return rights", "Right to return"),
        ),
        LabelType(
            "Integration agreement",
            Shape.TEXT,
            "The agreement that ties services outside the contract to it.",
            "with the 22 practices of Northshire GP Federation",
            synonyms=("Integration agreements",),
        ),
    ),
)
