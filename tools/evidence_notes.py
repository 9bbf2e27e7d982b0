"""What was not verified when the rules were written, for the page of what to verify: by rule, and by subject.

A note says what was read, what was not, and where a person with the published text should look. Remove it
once that has been done, with the rule's tag.
"""

from __future__ import annotations

from dataclasses import dataclass

LIMITS = (
    "**Legislation** was read in a copy whose coverage ends about June 2026. Nothing made or amended since"
    " was seen, and every figure should be compared with legislation.gov.uk.",
    "**The NHS Standard Contract** was read in part: contents lists, covers and schedule titles, the"
    " opening conditions (GC1 to GC5, SC1 and SC2), official pages and notes by law firms, from different"
    " editions. The bodies of SC28, SC36, GC9, GC11, GC12, GC14, GC16 to GC18, GC21, GC24 and GC27 were not"
    " read in any edition: check every number of days and every percentage in them for yourself.",
    "**The PSR statutory guidance**, and NHS England's pages on delegation, carbon reduction and social"
    " value, were read in their openings or in part. The Regulations were read whole.",
    "**Research and case material** on risk share, outcomes and governance was mostly read as abstracts,"
    " summaries, contents pages and press or committee reports. The bodies of the 2019 PRUComm study, the"
    " 2014 King's Fund report, NHS England's template Alliance Agreement and Monitor's paper on gain and loss"
    " sharing were not read, and no figure is taken from them.",
)

TO_DO = {
    "V2": "Find the primary source, and see that it says what the secondary one reports.",
    "S": "Open the primary source that the secondary one quotes.",
    "V-old": "Read the same provision in the edition, or the version in force, that governs the draft.",
    "M-hi": "Find a source. None was read.",
    "DJ": "There is nothing to look up: decide whether this is good practice for your contracts too.",
    "M": "Find a source. None was read.",
    "M-med": "Find a source. None was read.",
}
"""What a person does about a rule of this tag."""

RULES = {
    "agreement-above-contract": "Order of precedence read in 2014/15; not in a current edition.",
    "bid-above-contract": "Order of precedence read in 2014/15; not in a current edition.",
    "particulars-above-conditions": "Order of precedence read in 2014/15 and, for the shorter form, 2019/20;"
    " not in a current edition.",
    "no-precedence": "The Contract's order of precedence was read in 2014/15; the New Zealand agreement's"
    " contents list, not its clauses.",
    "open-ended-term": "GC2.2 read in the 2019/20 shorter form only.",
    "no-expiry": "GC2.2 read in the 2019/20 shorter form, the cover up to 2021/22.",
    "co-ordinating-commissioner": "Cover read from 2017/18 to 2021/22; not in 2025/26 or 2026/27.",
    "nobody-co-ordinates": "Cover read from 2017/18 to 2021/22; not in 2025/26 or 2026/27.",
    "condition-not-in-shorter-form": "Omissions read in one 2023/24 shorter form that a provider had"
    " completed; later editions not read.",
    "schedule-not-in-shorter-form": "Omissions read in one 2023/24 shorter form that a provider had"
    " completed; later editions not read.",
    "no-such-condition": "GC36 and SC36 were seen cited in official pages. That SC39 and GC39 are the last"
    " was not read anywhere.",
    "no-such-schedule": "Letters up to 2021/22 (full-length) and 2023/24 (shorter form) read; the Schedule 3,"
    " 4 and 6 letters of the full-length form for 2025/26 and 2026/27 not.",
    "alliance-not-in-2g": "The rank of Schedule 2G was read. That alliance agreements are listed in it is"
    " practice that no source read states.",
    "edition-behind": "2026/27 was the newest edition when the rule was written. That national terms move on"
    " each April is a law firm's summary.",
    "no-quorum": "From a law firm's case study of alliances; the clauses of the template Alliance Agreement"
    " were not read beyond the first.",
    "nothing-reserved": "From a law firm's case study of alliances; the clauses of the template Alliance"
    " Agreement were not read beyond the first.",
    "one-party-majority": "From a law firm's note on one alliance; that alliance's agreement was not read.",
    "integration-not-stated": "NHS England's paper was not opened; a library's briefing on it was.",
    "no-blame-without-carve-outs": "That fraud is to be excepted by name is this project's view.",
    "panel-called-binding": "Reg 23 was read. The Panel's terms of reference were read in their opening only,"
    " and its acceptance criteria in law firms' notes.",
    "threshold-kind-not-stated": "The United States regulation was not opened: its first-dollar rule is taken"
    " from a file that quotes it. It is a comparison, not English law.",
    "board-meets-rarely": "Quarterly is this project's figure. One alliance that meets monthly was read of.",
    "reserved-matters-incomplete": "The six matters are this project's list, after the contents page of the"
    " New Zealand agreement; its clauses were not read.",
    "outcome-share-above-fifth": "20% is this project's limit, drawn from press reports of two English"
    " contracts.",
    "outcome-share-falls": "Drawn from a press report of one English contract.",
    "counterfactual-without-amount": "Monitor's paper was not read in its body.",
    "population-true-up-missing": "The toolkit treats population as a choice of design; it sets no rule.",
    "checkpoint-out-of-order": "The process was read about in law firms' notes. Whether it is still run,"
    " or has a successor, was not verified.",
    "start-not-conditional-on-checkpoint": "As for the order of the checkpoints. The condition is practice.",
    "partnership-agreement-incomplete": "SI 2000/617 read as made in 2000.",
    "pooled-fund-without-host": "SI 2000/617 read as made in 2000.",
    "partnership-reports-missing": "SI 2000/617 read as made in 2000.",
    "function-outside-section-75": "SI 2000/617 read as made in 2000; the list may have changed.",
    "partnership-not-consulted-on": "SI 2000/617 read as made in 2000.",
    "function-not-delegable": "SI 2022/642 read as made. The finance functions are not in the rule.",
    "no-successor-of-nhs-england": "From reports on a Bill; its text and its progress were not followed.",
    "no-net-zero-commitment": "The opening of NHS England's page was read, and suppliers' notes."
    " From which value the commitment is due was not verified.",
    "policy-note-renumbered": "PPN 006 comes from a trade page; the other two from pages of GOV.UK.",
    "living-wage-called-law": "That there is no such duty is what was not found in the PSR and the Act.",
    "unearned-money-without-destination": "The toolkit lists ways to use savings; it does not require one.",
}
"""By rule: what was read and what was not."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that was left open, where the answer is to be found, and the rules it bears on, if any."""

    asks: str
    look: str
    rules: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        "Has the PSR been amended since 24 February 2025?",
        "SI 2023/1348, latest revised version",
        ("standstill-ends-early", "psr-termination-grounds-missing", "required-notice-missing"),
    ),
    Question(
        "Does a change in reg 13(2)(b) include a decrease? The text is silent, and clausecheck says"
        " nothing of decreases.",
        "PSR statutory guidance on modifications",
        ("modification-over-limits",),
    ),
    Question(
        "What does the statutory guidance expect of urgent awards, the weighting of key criteria and the"
        " content of notices?",
        "PSR statutory guidance, body text",
        ("urgent-award-over-12-months", "key-criterion-missing", "criteria-weights-not-100"),
    ),
    Question(
        "How long may the Panel take (25 working days is often quoted), and what does it accept now?",
        "NHS England, the Panel's terms of reference and acceptance criteria",
        ("panel-called-binding",),
    ),
    Question(
        "Which notice forms does the central digital platform use for PSR notices?",
        "Find a Tender, PSR notice types",
        ("notices-not-on-central-platform",),
    ),
    Question(
        "Is an integrated care board a sub-central authority? The schedule of central authorities, read as"
        " made, does not list it.",
        "SI 2024/692 Schedule 2, latest revised version",
    ),
    Question(
        "Are s.70 and the later conflict provisions of the Procurement Act 2023 in force, and what do their"
        " regulations say?",
        "Procurement Act 2023, commencement regulations",
    ),
    Question(
        "What do SI 2000/617 (section 75 partnerships), SI 2022/642 (delegation) and regs 40 to 42 of the"
        " Standing Rules say today? They were read as made, or in older versions.",
        "legislation.gov.uk, latest revised versions",
        ("partnership-agreement-incomplete", "function-not-delegable", "choice-of-provider-closed"),
    ),
    Question(
        "Did the published 2026/27 edition adopt the proposal on contract management (GC9): its periods and"
        " percentages?",
        "NHS Standard Contract 2026/27, GC9",
    ),
    Question(
        "What are the days at each step of a dispute, and who is named for mediation and expert"
        " determination?",
        "NHS Standard Contract 2026/27, GC14",
        ("endless-deadlock", "unanimity-without-deadlock-path"),
    ),
    Question(
        "What notice periods apply to termination, and which are completed in the Particulars?",
        "NHS Standard Contract 2026/27, GC17.2, GC17.3 and the Particulars",
        ("termination-not-settled",),
    ),
    Question(
        "Which periods apply to invoices, payment and disputed sums, and what interest?",
        "NHS Standard Contract 2026/27, SC36",
    ),
    Question(
        "Is an extension still limited to two years? That was read for 2015/16 only, in a training note.",
        "NHS Standard Contract 2026/27, Schedule 1C",
        ("open-ended-term",),
    ),
    Question(
        "Which services may not be commissioned on the shorter form?",
        "NHS Standard Contract Technical Guidance, section on the shorter form",
        ("condition-not-in-shorter-form", "schedule-not-in-shorter-form"),
    ),
    Question(
        "How does the Contract define sub-contracts, and what does it require in the insurance and liability"
        " clauses?",
        "NHS Standard Contract 2026/27, GC11 and GC12",
        ("subcontract-without-flow-down",),
    ),
    Question(
        "What is left of CQUIN, and is SC38 omitted?",
        "NHS Standard Contract 2026/27, SC38",
    ),
    Question(
        "What are the final thresholds of the NHS Payment Scheme 2026/27?",
        "NHS Payment Scheme 2026/27",
    ),
    Question(
        "Is the assurance process for novel and complex contracts (ISAP) still run, or what replaced it?",
        "NHS England",
    ),
    Question(
        "What do social value, net zero and Real Living Wage policy require of NHS contracts now?",
        "PPN 002 and NHS England's current supplier guidance",
    ),
    Question(
        "When is NHS England to be abolished, and what are the Better Care Fund conditions of 2026/27?",
        "the Health Bill of 2026; the Better Care Fund policy framework for 2026/27",
    ),
)
