"""LINKS: where each subject of the draft stands in the form it is on, one label a subject."""

from __future__ import annotations

from clausecheck.model.vocabulary.bullets import LIST
from clausecheck.model.vocabulary.types import Head, LabelType, Shape

LINKS = Head(
    "LINKS",
    "Where in the contract form each local subject stands; the values are references.",
    identified=False,
    labels=(
        LabelType(
            "Service specification",
            Shape.TEXT,
            "Where the services are specified.",
            "Schedule 2A",
            synonyms=("Service specifications", "Specification"),
        ),
        LabelType(
            "Local quality requirements",
            Shape.TEXT,
            "Where local quality measures and their consequences stand.",
            "Schedule 4",
            synonyms=("Quality requirements", "Local quality"),
        ),
        LabelType(
            "Local prices",
            Shape.TEXT,
            "Where locally agreed prices and adjustments stand.",
            "Schedule 3C",
            synonyms=("Prices", "Price", "Pricing", "Local price"),
        ),
        LabelType(
            "Information requirements",
            Shape.TEXT,
            "Where reports and data flows are required.",
            "SC28, Schedule 6A",
            synonyms=("Reporting requirements", "Reporting"),
        ),
        LabelType(
            "Variations",
            Shape.TEXT,
            "The condition under which the contract is varied.",
            "GC13",
            synonyms=("Variation",),
        ),
        LabelType(
            "Disputes",
            Shape.TEXT,
            "The condition under which disputes are settled.",
            "GC14",
            synonyms=("Dispute resolution", "Dispute"),
        ),
        LabelType("Termination", Shape.TEXT, "The condition under which the contract is ended.", "GC17"),
        LabelType(
            "Exit arrangements",
            Shape.TEXT,
            "Where the arrangements for the end of the contract stand.",
            "Schedule 2I, GC18",
            synonyms=("Exit",),
        ),
        LabelType(
            "Sub-contracts",
            Shape.TEXT,
            "Where material sub-contracts are listed.",
            "Schedule 5B, GC12",
            synonyms=("Subcontracts", "Sub-contracting", "Material Sub-Contracts"),
        ),
        LabelType(
            "Alliance agreement",
            Shape.TEXT,
            "Where a services contract mentions the alliance agreement.",
            "Schedule 2G of each services contract",
        ),
        LabelType(
            "Collaborative commissioning agreement",
            Shape.TEXT,
            "The agreement among several commissioners about one contract.",
            '"Northshire CCA 2026", signed 2 March 2026',
            synonyms=("CCA", "Collaborative agreement"),
        ),
        LabelType(
            "Data processing",
            Shape.TEXT,
            "Where a provider's work as data processor is governed.",
            "Schedule 6E",
            synonyms=("Data processing agreement", "Provider Data Processing Agreement"),
        ),
        LabelType(
            "Essential services",
            Shape.TEXT,
            "Where services that may not be withdrawn are listed.",
            "Schedule 2D",
        ),
        LabelType(
            "Continuity plan",
            Shape.TEXT,
            "Where the plan that keeps essential services going stands.",
            "Schedule 2E",
            synonyms=("Essential services continuity plan",),
        ),
        LabelType(
            "Conditions precedent",
            Shape.TEXT,
            "Where the things to be done before services start are listed.",
            "Schedule 1A, GC4",
            synonyms=("Condition precedent", "CPs"),
        ),
        LabelType(
            "Extension of term",
            Shape.TEXT,
            "Where an option to extend is written.",
            "Schedule 1C",
            synonyms=("Extension", "Extension of Contract Term"),
        ),
        LabelType(
            "Indicative activity plan",
            Shape.TEXT,
            "Where planned activity stands.",
            "Schedule 2B, SC29",
            synonyms=("IAP", "Activity plan"),
        ),
        LabelType(
            "No local change to",
            Shape.TEXT,
            "The parts of the form that the draft leaves as published.",
            "Service Conditions, General Conditions",
            synonyms=("Unchanged", "No change to"),
        ),
        LabelType(
            "Clinical networks",
            Shape.TEXT,
            "Where the clinical networks that bind the provider are listed.",
            "Schedule 2F",
        ),
        LabelType(
            "Transition arrangements",
            Shape.TEXT,
            "Where mobilisation and handover at the start are planned.",
            "Schedule 2H",
            synonyms=("Mobilisation", "Transition", "Mobilisation plan"),
        ),
        LabelType(
            "Documents relied on",
            Shape.TEXT,
            "Where promises from bids and other papers are listed.",
            "Schedule 5A",
            bullets=LIST,
        ),
    ),
)
