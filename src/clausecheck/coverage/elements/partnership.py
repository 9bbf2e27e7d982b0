"""The concepts of the element "partnership", and the labels that state each."""

from __future__ import annotations

from clausecheck.coverage.concept import Concept, Element, either, of

PARTNERSHIP = Element(
    "Partnership",
    (
        Concept("Principles", of("GOVERNANCE", "Principles")),
        Concept(
            "Board",
            of("GOVERNANCE", "Members", "Chair", "Meets", "Quorum", "Decisions"),
            of("GOVERNANCE", "Delegation", "Limits", "Terms of reference", "Reports to", "Review"),
        ),
        Concept("Management team", of("GOVERNANCE", "Management team"), of("GOVERNANCE", "Delegated limits")),
        Concept("Reserved matters", of("GOVERNANCE", "Reserved matters")),
        Concept("Deadlock", of("GOVERNANCE", "Deadlock"), of("GOVERNANCE", "Escalation")),
        Concept(
            "No blame",
            (
                *either(of("GOVERNANCE", "No blame"), of("LIABILITY", "No-blame release")),
                *of("GOVERNANCE", "Override", "Insurance check"),
            ),
        ),
        Concept("Open book", either(of("GOVERNANCE", "Open book"), of("RISK SHARE", "Open book"))),
        Concept("Conflicts of interest", of("GOVERNANCE", "Conflicts of interest")),
        Concept(
            "Joining and leaving",
            of("MEMBERSHIP", "Joining", "Leaving", "Exclusion"),
            of("MEMBERSHIP", "Suspension"),
        ),
        Concept(
            "Leadership and patient voice",
            (*of("GOVERNANCE", "Clinical lead", "Patient voice"), *of("PARTY", "Accountable lead")),
        ),
        Concept(
            "Voluntary sector",
            of("GOVERNANCE", "VCSE voice"),
            (*of("GOVERNANCE", "Non-members"), *of("SUBCONTRACT", "Upfront payment")),
        ),
        Concept(
            "Information sharing",
            of("INFORMATION SHARING", "Legal basis", "Controllers", "DPIA"),
            (
                *of("INFORMATION SHARING", "Agreement", "Dataset", "Retention", "Freedom of information"),
                *of("LINKS", "Data processing"),
            ),
        ),
        Concept(
            "Engagement",
            of("ENGAGEMENT", "Public", "Staff"),
            of("ENGAGEMENT", "Frequency", "Evidence", "Co-design"),
        ),
    ),
)
