"""The labels of PROCUREMENT that follow an award through its steps, and a contract through its changes."""

from __future__ import annotations

from clausecheck.model.vocabulary.bullets import LIST, NAMED
from clausecheck.model.vocabulary.types import LabelType, Shape

AWARD_STEPS = (
    LabelType(
        "Procedure begun",
        Shape.DATE,
        "The day on which the award process began, which decides the law that applies.",
        "5 January 2026",
        synonyms=("Procedure started", "Process begun"),
    ),
    LabelType(
        "Intended approach notice",
        Shape.TEXT,
        "When the intention to follow the most suitable provider process was published.",
        "published 5 January 2026",
        synonyms=("Notice of intended approach", "Intention to follow notice"),
    ),
    LabelType(
        "Intention to award notice",
        Shape.TEXT,
        "When the intention to award was published, which starts the standstill.",
        'published 2 February 2026, reference "2026/S 000-001234"',
        synonyms=("Notice of intention to award", "Intention notice"),
    ),
    LabelType(
        "Standstill",
        Shape.TEXT,
        "How the standstill is counted.",
        "8 working days after the day it begins, under PSR reg 12",
        synonyms=("Standstill period",),
    ),
    LabelType(
        "Standstill ends",
        Shape.DATE,
        "The day at whose midnight the standstill ends.",
        "midnight on 13 February 2026",
        synonyms=("End of standstill", "Standstill end"),
    ),
    LabelType(
        "Representations",
        Shape.TEXT,
        "Whether a provider has objected, and what was done.",
        "none received by 13 February 2026",
        synonyms=("Representation",),
    ),
    LabelType(
        "Further decision",
        Shape.DATE,
        "The day on which the decision after representations was communicated.",
        "3 March 2026",
        synonyms=("Further decision date",),
    ),
    LabelType(
        "Panel",
        Shape.TEXT,
        "Any advice of the Independent Patient Choice and Procurement Panel, and the answer to it.",
        "not referred",
        synonyms=("Independent panel", "Panel advice"),
    ),
    LabelType(
        "Award date",
        Shape.DATE,
        "The day on which the contract is awarded.",
        "16 February 2026",
        synonyms=("Awarded", "Date of award"),
    ),
    LabelType(
        "Award notice",
        Shape.TEXT,
        "When the award is published.",
        "within 30 days of award",
        synonyms=("Notice of award", "Confirmation of award"),
    ),
    LabelType(
        "Contract signed",
        Shape.DATE,
        "The day on which the contract is signed.",
        "16 February 2026",
        synonyms=("Signed", "Date signed", "Signature date"),
    ),
    LabelType(
        "Platform",
        Shape.TEXT,
        "Where notices are published.",
        "central digital platform",
        synonyms=("Published on",),
    ),
    LabelType(
        "Reasons",
        Shape.TEXT,
        "Why this provider, by the key criteria.",
        "strongest on integration and access, as scored in the evaluation report",
        bullets=LIST,
        synonyms=("Reason", "Rationale"),
    ),
    LabelType(
        "Conflicts of interest",
        Shape.TEXT,
        "The interests that were declared, and how they were handled.",
        'recorded in "COI register v3"',
        synonyms=("Conflicts", "Conflict of interest"),
    ),
    LabelType(
        "Records",
        Shape.TEXT,
        "Where the record of the decision is kept, and what it covers.",
        "deciders, reasons, criteria and conflicts, under PSR reg 24",
        synonyms=("Record of decision",),
    ),
)

CHANGES = (
    LabelType(
        "Materially different",
        Shape.YES_NO,
        "Whether a change makes the contract different in character.",
        "no",
        synonyms=("Material change", "Materially different in character"),
    ),
    LabelType(
        "Change caused by",
        Shape.CHOICE,
        "What a change is due to.",
        "external factors",
        choices=("authority", "external factors", "change of provider identity"),
        choice_synonyms={
            "commissioner": "authority",
            "decision of the authority": "authority",
            "external": "external factors",
            "external factor": "external factors",
            "succession": "change of provider identity",
            "corporate succession": "change of provider identity",
        },
        synonyms=("Cause of change", "Change attributable to"),
    ),
    LabelType(
        "Changes",
        Shape.NONE,
        "The changes made since signature, each with its value.",
        "crisis response added: £240,000 a year from 1 October 2026",
        bullets=NAMED,
        synonyms=("Modifications", "Change"),
    ),
    LabelType(
        "Cumulative change",
        Shape.MONEY,
        "What all changes since signature add up to.",
        "£480,000",
        synonyms=("Total change", "Cumulative value of changes"),
    ),
    LabelType(
        "Modification ground",
        Shape.TEXT,
        "The rule that allows the change.",
        "PSR reg 13(1)(d)",
        synonyms=("Ground for modification", "Permitted modification"),
    ),
    LabelType(
        "Modification notice",
        Shape.TEXT,
        "When the change is published.",
        "within 30 days of the change",
        synonyms=("Notice of modification", "Contract change notice"),
    ),
    LabelType(
        "Termination grounds",
        Shape.TEXT,
        "The grounds to end the contract that the procurement rules ask for.",
        "all four grounds of PSR reg 22(1)",
        bullets=LIST,
        synonyms=("Grounds for termination",),
    ),
)
