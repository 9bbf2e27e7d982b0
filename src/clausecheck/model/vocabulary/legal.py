"""VARIATION, DISPUTES, TERMINATION, EXIT and LIABILITY: what happens when things change or go wrong."""

from __future__ import annotations

from clausecheck.model.vocabulary.bullets import LIST, STEPS
from clausecheck.model.vocabulary.types import Head, LabelType, Shape

VARIATION = Head(
    "VARIATION",
    "How the contract is changed.",
    identified=False,
    synonyms=("VARIATIONS",),
    labels=(
        LabelType(
            "Process",
            Shape.TEXT,
            "How a change is made.",
            "Variation Agreement in writing, under GC13",
            synonyms=("Variation process", "Procedure"),
        ),
        LabelType(
            "Consent",
            Shape.TEXT,
            "Who must agree to a change.",
            "Co-ordinating Commissioner and the provider concerned",
            synonyms=("Agreement", "Agreed by"),
        ),
        LabelType(
            "Notice",
            Shape.TEXT,
            "How long before a change it must be proposed.",
            "30 Operational Days",
            synonyms=("Notice period",),
        ),
        LabelType(
            "Price effect",
            Shape.TEXT,
            "How a change moves the price, and the most it may.",
            "stated in each proposal, at most 5% of Contract value",
            synonyms=("Effect on price", "Cost effect"),
        ),
        LabelType(
            "National variations",
            Shape.TEXT,
            "What happens when the national terms change.",
            "apply as published",
            synonyms=("National variation",),
        ),
        LabelType(
            "Triggers",
            Shape.TEXT,
            "The events that reopen the terms.",
            "volume more than 10% from plan, change in law",
            bullets=LIST,
            synonyms=("Trigger", "Renegotiation triggers"),
        ),
        LabelType(
            "Transparency notice",
            Shape.TEXT,
            "When a change is published.",
            "within 30 days, where PSR reg 13 asks for it",
            synonyms=("Modification notice", "Notice of modification"),
        ),
    ),
)

DISPUTES = Head(
    "DISPUTES",
    "How disputes are settled.",
    identified=False,
    synonyms=("DISPUTE RESOLUTION", "DISPUTE"),
    labels=(
        LabelType(
            "Steps",
            Shape.TEXT,
            "The steps in turn, each with its time.",
            "negotiation, mediation, expert determination, under GC14",
            bullets=STEPS,
            synonyms=("Process", "Procedure", "Escalation"),
        ),
        LabelType(
            "Final step",
            Shape.TEXT,
            "The step that ends a dispute.",
            "expert determination, binding",
            synonyms=("Last step", "Final decision"),
        ),
        LabelType(
            "Services continue",
            Shape.TEXT,
            "Whether services and payment go on meanwhile.",
            "yes, services and undisputed payments continue",
            synonyms=("Continuity", "Services during dispute"),
        ),
        LabelType(
            "Local authority route",
            Shape.TEXT,
            "How a dispute with a council is settled.",
            "chief executives, then mediation, then the courts",
            synonyms=("Council route",),
        ),
        LabelType(
            "Carve-outs",
            Shape.TEXT,
            "What the procedure does not cover.",
            "injunctions, wilful default, duties in law",
            bullets=LIST,
            synonyms=("Carve outs", "Exceptions", "Exclusions"),
        ),
    ),
)

TERMINATION = Head(
    "TERMINATION",
    "How the contract may be ended before its time.",
    identified=False,
    labels=(
        LabelType(
            "Grounds",
            Shape.TEXT,
            "What lets a party end the contract.",
            "persistent breach, insolvency, loss of registration, under GC17",
            bullets=LIST,
            synonyms=("Termination grounds", "Events of default"),
        ),
        LabelType(
            "Commissioner notice",
            Shape.TEXT,
            "The notice that commissioners give to end it without fault.",
            "12 months",
            synonyms=("Commissioner Notice Period", "Notice by commissioner"),
        ),
        LabelType(
            "Provider notice",
            Shape.TEXT,
            "The notice that a provider gives to end it without fault.",
            "12 months",
            synonyms=("Provider Notice Period", "Notice by provider"),
        ),
        LabelType(
            "Earliest date",
            Shape.DATE,
            "The first day on which notice may take effect.",
            "1 April 2027",
            synonyms=("Earliest Termination Date", "Commissioner Earliest Termination Date"),
        ),
        LabelType(
            "Remedy period",
            Shape.TEXT,
            "How long a party in breach has to put it right.",
            "40 Operational Days from notice",
            synonyms=("Cure period", "Time to remedy"),
        ),
        LabelType(
            "PSR grounds",
            Shape.TEXT,
            "The grounds that PSR reg 22 asks for.",
            "all four grounds of PSR reg 22(1), on 3 months notice",
            bullets=LIST,
            synonyms=("PSR termination grounds", "Regulation 22 grounds"),
        ),
        LabelType(
            "Consequences",
            Shape.TEXT,
            "What follows when the contract ends.",
            "exit plan starts, risk share is settled to the end date",
            bullets=LIST,
            synonyms=("Consequences of termination", "Effect"),
        ),
    ),
)

EXIT = Head(
    "EXIT",
    "How services, people and assets pass on at the end.",
    identified=False,
    synonyms=("EXIT ARRANGEMENTS",),
    labels=(
        LabelType(
            "Plan",
            Shape.TEXT,
            "The plan for the end, and where it stands.",
            '"Exit plan v1", Schedule 2I',
            synonyms=("Exit plan",),
        ),
        LabelType(
            "Plan due",
            Shape.TEXT,
            "When the plan must be ready.",
            "6 months after Service Commencement Date",
            synonyms=("Exit plan due", "Due"),
        ),
        LabelType(
            "Covers",
            Shape.TEXT,
            "What the plan covers.",
            "patients, records, staff, assets, sub-contracts",
            bullets=LIST,
            synonyms=("Contents", "Content"),
        ),
        LabelType(
            "Run-off",
            Shape.TEXT,
            "How long gains and losses go on being settled after the end.",
            "1 year after the exit date",
            synonyms=("Run off", "Risk share run-off"),
        ),
        LabelType(
            "Survival",
            Shape.TEXT,
            "The terms that outlast the contract, and how long.",
            "R1 for 2 years, records for 8 years",
            bullets=LIST,
            synonyms=("Survives", "Surviving terms"),
        ),
        LabelType(
            "Asset hand-back",
            Shape.TEXT,
            "How assets return to public hands.",
            "equipment and leases pass to ICB at book value",
            synonyms=("Asset handback", "Hand-back", "Assets"),
        ),
    ),
)

LIABILITY = Head(
    "LIABILITY",
    "Who answers for harm, and with what cover.",
    synonyms=("LIABILITIES",),
    identified=False,
    labels=(
        LabelType(
            "Indemnity",
            Shape.TEXT,
            "The schemes that cover clinical and other claims.",
            "CNST for the trusts, equivalent cover for Community, under GC11",
            bullets=LIST,
            synonyms=("Indemnities", "Indemnity arrangements"),
        ),
        LabelType(
            "Insurance",
            Shape.TEXT,
            "The insurance that parties keep.",
            "employer's and public liability, £10,000,000 a claim",
            bullets=LIST,
            synonyms=("Insurances",),
        ),
        LabelType(
            "Cap",
            Shape.TEXT,
            "Any limit on liability, or none.",
            "none, GC11 applies unchanged",
            synonyms=("Liability cap", "Limit of liability", "Limit"),
        ),
        LabelType(
            "No-blame release",
            Shape.TEXT,
            "The claims that parties give up, and those they keep.",
            "claims among members, except wilful default, fraud and third-party claims",
            synonyms=("Release", "No blame release"),
        ),
        LabelType(
            "Between the parties",
            Shape.TEXT,
            "How a liability is divided among the parties.",
            "each body for its own functions",
            synonyms=("Among the parties", "Apportionment"),
        ),
    ),
)
