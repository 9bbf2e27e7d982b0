"""The concepts of the element "legal", and the labels that state each."""

from __future__ import annotations

from clausecheck.coverage.concept import COMMISSIONER, Concept, Element, either, of

LEGAL = Element(
    "Legal",
    (
        Concept(
            "Procurement",
            of("PROCUREMENT", "Regime", "Route", "Authorities"),
            (
                *of("PROCUREMENT", "Key criteria", "CPV codes", "Standstill ends", "Award notice", "Records"),
                *of("PROCUREMENT", "Basic selection criteria", "Bids received", "Existing provider"),
                *of("PROCUREMENT", "Proposed value", "Intended approach notice", "Award date", "Reasons"),
                *of("PROCUREMENT", "Intention to award notice", "Conflicts of interest"),
            ),
        ),
        Concept(
            "Link to the Standard Contract",
            (
                *of("CONTRACT", "Form", "Schedules relied on"),
                *either(of("CONTRACT", "Standard Contract amendments"), of("LINKS", "No local change to")),
            ),
            (
                *of("CONTRACT", "Contract reference"),
                *of("LINKS", "Alliance agreement", "Collaborative commissioning agreement"),
            ),
        ),
        Concept("Powers and binding force", (*of(COMMISSIONER, "Powers"), *of("CONTRACT", "Binding"))),
        Concept(
            "Variation",
            of("VARIATION", "Process", "Consent", "Price effect"),
            (
                *of("VARIATION", "Notice", "National variations", "Transparency notice"),
                *of("LINKS", "Variations"),
            ),
        ),
        Concept(
            "Disputes",
            of("DISPUTES", "Steps", "Final step"),
            (
                *of("DISPUTES", "Services continue", "Local authority route", "Carve-outs"),
                *of("LINKS", "Disputes"),
            ),
        ),
        Concept(
            "Termination",
            of("TERMINATION", "Grounds", "Commissioner notice", "Provider notice", "Consequences"),
            (
                *of("TERMINATION", "Remedy period", "PSR grounds", "Earliest date"),
                *of("LINKS", "Termination"),
            ),
        ),
        Concept(
            "Exit",
            (
                *of("EXIT", "Plan | Plan due", "Covers", "Survival"),
                *either(of("EXIT", "Run-off"), of("RISK SHARE", "On exit")),
            ),
            (*of("EXIT", "Asset hand-back"), *of("LINKS", "Exit arrangements", "Continuity plan")),
        ),
        Concept(
            "Sub-contracts",
            of("SUBCONTRACT", "Between", "Scope", "Flow-down", "Payment"),
            (
                *of("SUBCONTRACT", "Loss share", "Signed", "Step-in", "Key", "Insolvency", "Expiry"),
                *of("SUBCONTRACT", "Head contract", "Form"),
                *of("LINKS", "Sub-contracts"),
            ),
        ),
        Concept(
            "Liability",
            of("LIABILITY", "Indemnity", "Insurance", "Cap"),
            of("LIABILITY", "Between the parties"),
        ),
        Concept(
            "Assurance",
            of("ASSURANCE", "Gate | Checkpoints | Passed", "Board approvals"),
            (
                *of("ASSURANCE", "Risk log", "System risk owner", "Advice"),
                *of("CONTRACT", "Outside advice"),
            ),
        ),
        Concept("Competition", of("ASSURANCE", "Competition note"), of("INFORMATION SHARING", "Firewall")),
        Concept(
            "Duties in law",
            (*of("ASSURANCE", "Equality impact"), *of("SERVICES", "Commissioner keeps")),
        ),
        Concept(
            "Signature",
            of("CONTRACT", "Status", "Date of contract"),
            of("PROCUREMENT", "Contract signed"),
        ),
    ),
)
