"""SCENARIO: what a simulation supposes.

The labels are open-ended: each starts with the word below and may go on with the block or the year it is
about, as in `Spend R1`, `Spend R1 in 2027/28` and `Outcome O1`. Whoever reads one looks its first words up.
"""

from __future__ import annotations

from clausecheck.model.vocabulary.types import Head, LabelType, Shape

SCENARIO = Head(
    "SCENARIO",
    "A course of events to work the money out for.",
    titled=True,
    labels=(
        LabelType(
            "Spend",
            Shape.TEXT,
            "Actual spend against a risk share, as an amount or as a change from its benchmark.",
            "£13,900,000",
            synonyms=("Actual spend",),
        ),
        LabelType(
            "Outcome",
            Shape.TEXT,
            "The result of an outcome.",
            "230",
            synonyms=("Indicator", "Result"),
        ),
        LabelType(
            "Member exit",
            Shape.TEXT,
            "The party that leaves, and in which year.",
            "Acute in Year 2",
            synonyms=("Exit", "Leaves"),
        ),
        LabelType(
            "Population",
            Shape.TEXT,
            "How many people there are, or by how much their number changes.",
            "+2%",
            synonyms=("Size",),
        ),
        LabelType(
            "Activity",
            Shape.TEXT,
            "How much activity there is, or by how much it changes.",
            "+5%",
            synonyms=("Volume",),
        ),
        LabelType(
            "Delay",
            Shape.TEXT,
            "How much later than planned services or savings start.",
            "6 months",
            synonyms=("Start delay",),
        ),
        LabelType(
            "Probability",
            Shape.TEXT,
            "How likely this course of events is held to be.",
            "20%",
            synonyms=("Likelihood", "Chance"),
        ),
    ),
)
