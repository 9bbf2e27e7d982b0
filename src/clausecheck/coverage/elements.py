"""The elements and their concepts, as a table: which labels state each, and which of them are essential.

The four elements are the core elements of the published contracting blueprint for integrated care (joint
outcomes; partnership; finance; legal). The blueprint's own criteria were not published, so the concepts below
them are a judgement of good drafting. What the clause language has no label for is not listed.
"""

from __future__ import annotations

from clausecheck.coverage.concept import COMMISSIONER, LOSS_POOL, MEASURE, Concept, Element, either, of

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
            (
                *of("RISK SHARE", "Exclusions", "Interaction", "Commissioner risk"),
                *of("RISK SHARE", "Cross-area prices", "Reinvestment"),
            ),
        ),
        Concept(
            "Shares",
            of("RISK SHARE", "Shares | Gain shares | Loss shares"),
            of("RISK SHARE", "Participants"),
        ),
        Concept("Thresholds and bands", of("RISK SHARE", "Bands | Gain bands | Loss bands | Threshold")),
        Concept(
            "Caps",
            (*of("RISK SHARE", "Cap"), *of(LOSS_POOL, "Residual")),
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
            (*of("RISK SHARE", "Reconciliation"), *of(LOSS_POOL, "Loss recovery")),
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
            (
                *of("PAYMENT", "Payee | Provider", "Subcontractor terms", "Disputed sums"),
                *of("PAYMENT", "First and final year", "Annual value", "Unit price", "Variable rate"),
                *of("LINKS", "Local prices"),
            ),
        ),
        Concept("VAT", either(of("BUDGET", "VAT"), of("PAYMENT", "VAT")), of("PARTY", "VAT recovery")),
        Concept(
            "Guarantees",
            of("GUARANTEE", "Giver", "For", "Amount", "Expiry"),
            (*of("GUARANTEE", "Kind"), *of("PARTY", "Guarantor")),
        ),
        Concept(
            "Scenarios",
            of("SCENARIO", "Spend | Outcome"),
            of("SCENARIO", "Population", "Activity", "Delay", "Member exit", "Probability"),
        ),
    ),
)

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

ELEMENTS: tuple[Element, ...] = (FRAME, OUTCOMES, PARTNERSHIP, FINANCE, LEGAL)
