"""The concepts of the element "finance: incentives and risk", and the labels that state each."""

from __future__ import annotations

from clausecheck.coverage.concept import LOSS_POOL, Concept, Element, either, of

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
