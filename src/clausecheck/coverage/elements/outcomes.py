"""The concepts of the element "joint outcomes", and the labels that state each."""

from __future__ import annotations

from clausecheck.coverage.concept import MEASURE, Concept, Element, of

OUTCOMES = Element(
    "Joint outcomes",
    (
        Concept(
            "Outcomes framework",
            of(MEASURE, "Domain", "Review"),
            (*of(MEASURE, "Co-design", "Standard set"), *of("ENGAGEMENT", "Co-design")),
        ),
        Concept(
            "Ownership of outcomes",
            of(MEASURE, "Owner"),
            of(MEASURE, "Population"),
        ),
        Concept("Joint accountability", of(MEASURE, "Joint | Attribution")),
        Concept(
            "Measures",
            of(MEASURE, "Measure", "Numerator", "Denominator", "Exclusions", "Direction"),
            of(MEASURE, "Type", "Instrument", "Time points", "Horizon", "Definition version"),
        ),
        Concept(
            "Data and verification",
            of(MEASURE, "Source", "Reported", "Lag", "Verified by"),
            (
                *of(MEASURE, "Source owner", "Data quality", "Response rate"),
                *of("LINKS", "Information requirements"),
            ),
        ),
        Concept("Baselines", of(MEASURE, "Baseline")),
        Concept("Targets", of(MEASURE, "Target", "Floor")),
        Concept("Risk adjustment of results", of(MEASURE, "Risk adjustment")),
        Concept("Chance", of(MEASURE, "Minimum number"), of(MEASURE, "Expected number", "Minimum change")),
        Concept("Perverse incentives", of(MEASURE, "Balancing measure"), of(MEASURE, "Perverse incentive")),
        Concept(
            "Results and payment",
            of("OUTCOME PAYMENT", "Weights", "Curve", "Below floor"),
            (*of("OUTCOME PAYMENT", "Verified by", "Paid", "Dispute window"), *of(MEASURE, "Weight")),
        ),
        Concept(
            "Quality before gains", of("RISK SHARE", "Gain conditions"), of("RISK SHARE", "Loss conditions")
        ),
    ),
)
