"""The elements and their concepts, as a table: which labels state each, and which of them are essential.

The four elements are the core elements of the published contracting blueprint for integrated care (joint
outcomes; partnership; finance; legal). The blueprint's own criteria were not published, so the concepts below
them are a judgement of good drafting. What the clause language has no label for is not listed.
"""

from __future__ import annotations

from clausecheck.coverage.concept import COMMISSIONER, MEASURE, Concept, Element, either, of

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
            of("CONTRACT", "Date of contract", "Effective Date", "Longstop Date", "Extension"),
        ),
        Concept(
            "Parties",
            of("PARTY", "Role", "Kind"),
            of("PARTY", "ODS code | Company number", "Services contract", "Regulator", "Address"),
        ),
        Concept(
            "Population",
            of("POPULATION", "Basis", "Size", "Attribution"),
            of("POPULATION", "Attribution timing", "Counted", "Exclusions", "Growth", "Strata"),
        ),
        Concept(
            "Services",
            of("SERVICES", "In scope", "Out of scope"),
            of("SERVICES", "Shared services", "Core general practice", "Agreed", "Interdependencies"),
        ),
        Concept("Order of documents", of("CONTRACT", "Precedence"), of("CONTRACT", "Incorporates")),
    ),
)

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
            of("OUTCOME", "Owner"),
            of("OUTCOME", "Joint", "Attribution", "Population"),
        ),
        Concept(
            "Measures",
            of(MEASURE, "Measure", "Numerator", "Denominator", "Exclusions", "Direction"),
            of(MEASURE, "Type", "Instrument", "Time points", "Horizon", "Definition version"),
        ),
        Concept(
            "Data and verification",
            of(MEASURE, "Source", "Reported", "Lag", "Verified by"),
            of(MEASURE, "Source owner", "Data quality", "Response rate"),
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
            of("INFORMATION SHARING", "Agreement", "Dataset", "Retention", "Freedom of information"),
        ),
        Concept(
            "Engagement",
            of("ENGAGEMENT", "Public", "Staff"),
            of("ENGAGEMENT", "Frequency", "Evidence", "Co-design"),
        ),
    ),
)

FINANCE = Element(
    "Finance",
    (
        Concept(
            "Budget",
            of("BUDGET", "Basis", "Amount | Total", "Agreed"),
            of("BUDGET", "Contributions", "Carve-outs", "Contingency", "Source", "Per person"),
        ),
        Concept(
            "Budget from year to year",
            of("BUDGET", "Uplift", "Population true-up", "Rebasing"),
            of("BUDGET", "Efficiency", "Risk adjustment"),
        ),
        Concept(
            "Affordability",
            (
                *either(of("BUDGET", "Affordability envelope"), of("CONTRACT", "Commissioner envelope")),
                *either(of("BUDGET", "Price"), of("CONTRACT", "Price | Contract value")),
            ),
            (*of("BUDGET", "Savings plan"), *of("CONTRACT", "Assumed uplift")),
        ),
        Concept(
            "What is shared",
            of("RISK SHARE", "Budget", "Counterfactual", "Sides", "Order"),
            of("RISK SHARE", "Exclusions", "Interaction", "Commissioner risk", "Cross-area prices"),
        ),
        Concept(
            "Shares",
            of("RISK SHARE", "Shares | Gain shares | Loss shares"),
            of("RISK SHARE", "Participants"),
        ),
        Concept("Thresholds and bands", of("RISK SHARE", "Bands | Gain bands | Loss bands | Threshold")),
        Concept(
            "Caps",
            of("RISK SHARE", "Cap", "Residual"),
            of("RISK SHARE", "Member limits", "Profit cap", "Levy", "Contingency"),
        ),
        Concept("Very costly cases", of("RISK SHARE", "Stop-loss")),
        Concept(
            "Capacity for risk",
            of("PARTY", "Risk capacity"),
            of("PARTY", "Turnover", "Reserves", "Control note"),
        ),
        Concept(
            "Settlement",
            of("RISK SHARE", "Reconciliation", "Loss recovery"),
            of("RISK SHARE", "Rounding", "Shadow years"),
        ),
        Concept("Reopening", either(of("RISK SHARE", "Break glass"), of("VARIATION", "Triggers"))),
        Concept(
            "Leaving the risk share",
            either(of("RISK SHARE", "Withdrawal"), of("MEMBERSHIP", "Leaving")),
            of("RISK SHARE", "On exit"),
        ),
        Concept(
            "Money on outcomes",
            of("OUTCOME PAYMENT", "Budget", "Share of budget", "Type", "Cap", "Unearned money"),
        ),
        Concept(
            "Payment flow",
            of("PAYMENT", "Mechanism", "Payer", "Frequency", "Terms"),
            of("PAYMENT", "Payee | Provider", "Subcontractor terms", "Disputed sums", "First and final year"),
        ),
        Concept("VAT", either(of("BUDGET", "VAT"), of("PAYMENT", "VAT")), of("PARTY", "VAT recovery")),
        Concept("Guarantees", of("GUARANTEE", "Giver", "For", "Amount", "Expiry"), of("PARTY", "Guarantor")),
    ),
)

LEGAL = Element(
    "Legal",
    (
        Concept(
            "Procurement",
            of("PROCUREMENT", "Regime", "Route", "Authorities"),
            of("PROCUREMENT", "Key criteria", "CPV codes", "Standstill ends", "Award notice", "Records"),
        ),
        Concept(
            "Link to the Standard Contract",
            of("CONTRACT", "Form", "Schedules relied on"),
            (
                *of("CONTRACT", "Standard Contract amendments", "Contract reference"),
                *of("LINKS", "Service specification", "Alliance agreement", "No local change to"),
            ),
        ),
        Concept("Powers and binding force", (*of(COMMISSIONER, "Powers"), *of("CONTRACT", "Binding"))),
        Concept(
            "Variation",
            of("VARIATION", "Process", "Consent", "Price effect"),
            (*of("VARIATION", "Notice", "National variations"), *of("LINKS", "Variations")),
        ),
        Concept(
            "Disputes",
            of("DISPUTES", "Steps", "Final step"),
            (*of("DISPUTES", "Services continue", "Local authority route"), *of("LINKS", "Disputes")),
        ),
        Concept(
            "Termination",
            of("TERMINATION", "Grounds", "Commissioner notice", "Provider notice", "Consequences"),
            (*of("TERMINATION", "Remedy period", "PSR grounds"), *of("LINKS", "Termination")),
        ),
        Concept(
            "Exit",
            of("EXIT", "Plan | Plan due", "Covers", "Run-off", "Survival"),
            of("LINKS", "Exit arrangements"),
        ),
        Concept(
            "Sub-contracts",
            of("SUBCONTRACT", "Between", "Scope", "Flow-down", "Payment"),
            (*of("SUBCONTRACT", "Loss share", "Signed", "Step-in"), *of("LINKS", "Sub-contracts")),
        ),
        Concept(
            "Liability",
            of("LIABILITY", "Indemnity", "Insurance", "Cap"),
            of("LIABILITY", "Between the parties"),
        ),
        Concept(
            "Assurance",
            of("ASSURANCE", "Gate", "Board approvals"),
            of("ASSURANCE", "Checkpoints", "Passed", "Risk log", "System risk owner", "Advice"),
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

ELEMENTS: tuple[Element, ...] = (FRAME, OUTCOMES, PARTNERSHIP, FINANCE, LEGAL)
