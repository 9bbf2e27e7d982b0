"""The concepts of the frame, which is no element: what any contract states, and the labels that state it."""

from __future__ import annotations

from clausecheck.coverage.concept import Concept, Element, of

FRAME = Element(
    "Frame",
    (
        Concept(
            "Purpose and model",
            of("CONTRACT", "Purpose", "Model", "Form"),
            of("CONTRACT", "Integration", "Care model", "Status", "Service categories"),
        ),
        Concept(
            "Dates and term",
            of("CONTRACT", "Service Commencement Date", "Expiry Date | Contract Term"),
            (
                *of(
                    "CONTRACT",
                    "Date of contract",
                    "Effective Date",
                    "Longstop Date",
                    "Extension",
                    "Conditions precedent",
                ),
                *of("LINKS", "Conditions precedent", "Transition arrangements", "Extension of term"),
            ),
        ),
        Concept(
            "Parties",
            of("PARTY", "Role", "Kind"),
            (
                *of("PARTY", "ODS code | Company number", "Services contract", "Regulator", "Address"),
                *of("CONTRACT", "Co-ordinating commissioner"),
            ),
        ),
        Concept(
            "Population",
            of("POPULATION", "Basis", "Size", "Attribution"),
            of("POPULATION", "Attribution timing", "Counted", "Exclusions", "Growth", "Strata"),
        ),
        Concept(
            "Services",
            of("SERVICES", "In scope", "Out of scope"),
            (
                *of("SERVICES", "Shared services", "Core general practice", "Agreed", "Interdependencies"),
                *of("SERVICES", "Practice opt-in", "Practice return rights", "Integration agreement"),
                *of("LINKS", "Service specification", "Essential services"),
            ),
        ),
        Concept(
            "Order of documents",
            of("CONTRACT", "Precedence"),
            (*of("CONTRACT", "Incorporates"), *of("LINKS", "Documents relied on")),
        ),
    ),
)
