"""The vocabulary has every label that drafts may use, and no word in it means two things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from clausecheck.model.vocabulary import HEAD_BY_NAME, HEADS, head_for
from clausecheck.model.vocabulary.types import Head, Key, LabelType, Shape, folded
from clausecheck.syntax.grammar import STARTS
from clausecheck.syntax.tree import Unread
from clausecheck.syntax.values import read_value

# The labels that the language promises, head by head.
PROMISED = {
    "CONTRACT": (
        "Purpose, Model, Integration, Care model, Form, Service categories, Contract reference, Date of "
        "contract, Service Commencement Date, Expiry Date, Extension, Contract value, Precedence, Status"
    ),
    "PARTY": (
        "Role, Kind, ODS code, Services contract, Powers, Risk capacity, Turnover, VAT recovery, "
        "Accountable lead"
    ),
    "POPULATION": "Basis, Size, Attribution, Counted, Exclusions, Growth",
    "SERVICES": "In scope, Out of scope, Core general practice, Shared services, Agreed",
    "OUTCOME": (
        "Domain, Joint, Owner, Population, Measure, Numerator, Denominator, Exclusions, Direction, "
        "Source, Source owner, Reported, Lag, Verified by, Minimum number, Expected number, Baseline, "
        "Target, Floor, Minimum change, Balancing measure, Risk adjustment, Perverse incentive, Weight"
    ),
    "INDICATOR": (
        "Outcome, Measure, Numerator, Denominator, Exclusions, Direction, Source, Source owner, Reported, "
        "Lag, Verified by, Minimum number, Expected number, Baseline, Target, Floor, Minimum change, "
        "Balancing measure, Risk adjustment, Perverse incentive, Weight"
    ),
    "BUDGET": (
        "Basis, Amount, Contributions, Uplift, Efficiency, Carve-outs, Contingency, Population true-up, "
        "Rebasing, Affordability envelope, Agreed"
    ),
    "RISK SHARE": (
        "Budget, Counterfactual, Sides, Shares, Gain shares, Loss shares, Threshold, Bands, Cap, Levy, "
        "Order, Gain conditions, Exclusions, Stop-loss, Residual, Reconciliation, Loss recovery, Open "
        "book, Shadow years, Break glass, Withdrawal, On exit"
    ),
    "OUTCOME PAYMENT": "Budget, Share of budget, Type, Weights, Curve, Cap, Unearned money, Verified by",
    "GOVERNANCE": (
        "Members, Chair, Quorum, Decisions, Reserved matters, Meets, Delegation, Escalation, Deadlock, "
        "Principles, No blame, Open book, Conflicts of interest, Patient voice, Clinical lead, Reports "
        "to, Limits, Review"
    ),
    "MEMBERSHIP": "Joining, Leaving, Exclusion, Suspension",
    "INFORMATION SHARING": (
        "Legal basis, Controllers, DPIA, Agreement, Dataset, Retention, Firewall, Freedom of information"
    ),
    "VARIATION": (
        "Process, Consent, Notice, Price effect, National variations, Triggers, Transparency notice"
    ),
    "DISPUTES": "Steps, Final step, Services continue, Local authority route, Carve-outs",
    "TERMINATION": (
        "Grounds, Commissioner notice, Provider notice, Earliest date, Remedy period, PSR grounds, "
        "Consequences"
    ),
    "EXIT": "Plan, Plan due, Covers, Run-off, Survival, Asset hand-back",
    "LIABILITY": "Indemnity, Insurance, Cap, No-blame release, Between the parties",
    "ASSURANCE": (
        "Gate, Checkpoints, Passed, Board approvals, Risk log, System risk owner, Advice, Competition "
        "note, Equality impact"
    ),
    "ENGAGEMENT": "Public, Staff, Co-design, Frequency, Evidence",
    "PAYMENT": (
        "Mechanism, Provider, Payer, Payee, Frequency, Terms, Variable rate, Subcontractor terms, VAT, "
        "First and final year, Disputed sums, Annual value, Unit price"
    ),
    "SUBCONTRACT": "Between, Scope, Flow-down, Loss share, Payment, Signed",
    "GUARANTEE": "Giver, For, Amount, Expiry",
    "PROCUREMENT": (
        "Regime, Route, Authorities, CPV codes, Key criteria, Intended approach notice, Intention to "
        "award notice, Standstill ends, Award notice, Conflicts of interest, Original value, Original "
        "award route, Changes"
    ),
    "LINKS": (
        "Service specification, Local quality requirements, Local prices, Information requirements, "
        "Variations, Disputes, Termination, Exit arrangements, Sub-contracts, Alliance agreement, "
        "Collaborative commissioning agreement, Data processing, Essential services, Continuity plan, "
        "Conditions precedent, Extension of term, Indicative activity plan, No local change to, Clinical "
        "networks, Transition arrangements, Documents relied on"
    ),
    "CLAUSE": "",
    "SCENARIO": "Spend, Outcome, Member exit, Population, Activity, Delay, Probability",
}

# The choices that the language promises.
PROMISED_CHOICES = {
    ("CONTRACT", "Model"): (
        "alliance, lead provider, prime contractor, prime provider, partnering, outcomes-based, "
        "accountable care organisation, value-based, relational, integrated concession"
    ),
    ("CONTRACT", "Integration"): "virtual, partially integrated, fully integrated",
    ("CONTRACT", "Care model"): "PACS, MCP, EHCH, ACC",
    ("CONTRACT", "Status"): "draft, preferred bidder, for signature",
    ("RISK SHARE", "Sides"): "gain and loss, gain only, loss only",
    ("RISK SHARE", "Order"): "threshold, bands, shares, quality, levy, cap",
    ("OUTCOME PAYMENT", "Type"): "withhold, bonus",
    ("OUTCOME PAYMENT", "Curve"): "linear, step, gap to goal",
    ("PROCUREMENT", "Regime"): "PSR 2023, Procurement Act 2023",
}

HOLDS_IDS = {Shape.NAMES, Shape.SHARES, Shape.VOTES, Shape.MONEYS}


def words(listed: str) -> list[str]:
    return [word.strip() for word in listed.split(",") if word.strip()]


def every_label() -> Iterator[tuple[Head, LabelType]]:
    return ((head, label) for head in HEADS for label in head.labels)


def named(pair: object) -> str:
    return pair.name if isinstance(pair, Head) else str(pair)


each_head = pytest.mark.parametrize("head", HEADS, ids=named)


def test_the_heads_are_those_of_the_language() -> None:
    assert {head.name for head in HEADS} == set(PROMISED)


@pytest.mark.parametrize("name", PROMISED)
def test_every_promised_label_exists_as_it_is_spelt(name: str) -> None:
    have = {label.name for label in HEAD_BY_NAME[name].labels}
    assert [label for label in words(PROMISED[name]) if label not in have] == []


@pytest.mark.parametrize(("head", "label"), PROMISED_CHOICES, ids=named)
def test_every_promised_choice_exists_as_it_is_spelt(head: str, label: str) -> None:
    found = HEAD_BY_NAME[head].label(label)
    assert found is not None
    missing = [choice for choice in words(PROMISED_CHOICES[head, label]) if choice not in found.choices]
    assert missing == []


@each_head
def test_a_word_means_one_label_of_its_head(head: Head) -> None:
    meanings = Counter(folded(word) for label in head.labels for word in (label.name, *label.synonyms))
    assert [word for word, times in meanings.items() if times > 1] == []


@each_head
def test_rules_know_each_label_by_another_name(head: Head) -> None:
    attributes = Counter(label.attribute for label in head.labels)
    assert [name for name, times in attributes.items() if times > 1] == []


def test_a_word_means_one_head() -> None:
    meanings = Counter(word for head in HEADS for word in (head.name, *head.synonyms))
    assert [word for word, times in meanings.items() if times > 1] == []


@each_head
def test_a_head_can_stand_in_a_heading_line(head: Head) -> None:
    for word in (head.name, *head.synonyms):
        assert re.fullmatch(r"[A-Z]{2,}( [A-Z]{2,})*", word)


def test_a_label_can_stand_before_a_colon() -> None:
    spelling = re.compile(r"[A-Za-z][^\"“”#:\n]{0,60}")
    said = [word for _, label in every_label() for word in (label.name, *label.synonyms)]
    assert [word for word in said if not spelling.fullmatch(word)] == []


def test_choices_are_given_where_there_is_a_choice_and_nowhere_else() -> None:
    for head, label in every_label():
        where = f"{head.name}: {label.name}"
        assert (len(label.choices) > 1) == (label.shape is Shape.CHOICE), where
        if label.shape is not Shape.CHOICE:
            assert (label.choices, label.choice_synonyms, label.many) == ((), {}, False), where


def test_a_word_means_one_choice_and_holds_no_comma() -> None:
    for head, label in every_label():
        where = f"{head.name}: {label.name}"
        meanings = Counter(folded(word) for word in (*label.choices, *label.choice_synonyms))
        assert [word for word, times in meanings.items() if times > 1 or "," in word] == [], where
        assert set(label.choice_synonyms.values()) <= set(label.choices), where


def test_a_label_refers_to_heads_that_have_ids() -> None:
    for head, label in every_label():
        for name in label.refers:
            assert HEAD_BY_NAME[name].identified, f"{head.name}: {label.name}"


def test_a_label_that_holds_ids_says_of_which_heads() -> None:
    for head, label in every_label():
        shapes = {label.shape, label.bullets.value if label.bullets else label.shape}
        if shapes & HOLDS_IDS:
            assert label.refers, f"{head.name}: {label.name}"


def test_a_label_without_a_value_of_its_own_has_bullets() -> None:
    for head, label in every_label():
        assert label.bullets or label.shape is not Shape.NONE, f"{head.name}: {label.name}"


def test_what_each_is_for_is_said_in_one_sentence() -> None:
    said = [head.doc for head in HEADS] + [label.doc for _, label in every_label()]
    assert [doc for doc in said if not re.fullmatch(r"[A-Z][^.!?\n]+\.", doc)] == []


@pytest.mark.parametrize("head", HEADS, ids=named)
def test_each_example_reads_as_what_it_is_an_example_of(head: Head) -> None:
    for label in head.labels:
        assert label.example == label.example.strip() != "", label.name
        assert reads(label), f"{label.name}: {label.example}"


def reads(label: LabelType) -> bool:
    """Whether the example of a label can be read as the shape of the label."""
    if label.shape is Shape.CHOICE:
        said = words(label.example)
        return set(said) <= set(label.choices) and (label.many or len(said) == 1)
    if label.shape is Shape.YES_NO:
        return re.match(r"(yes|no)\b", label.example) is not None
    if label.shape is Shape.NONE and label.bullets:
        key, colon, value = label.example.partition(": ")
        key_reads = label.bullets.key is not Key.BAND or reads_as("band", key)
        return colon != "" and key_reads and reads_as(label.bullets.value, value)
    return reads_as(label.shape, label.example)


def reads_as(shape: str, text: str) -> bool:
    return text != "" and (shape not in STARTS or not isinstance(read_value(str(shape), text), Unread))


@pytest.mark.parametrize("shape", ["money", "percent", "date", "duration", "shares", "band", "measured"])
def test_an_example_of_another_shape_would_not_read(shape: str) -> None:
    assert not reads_as(shape, "to suit")


@pytest.mark.parametrize(
    ("head", "written", "label"),
    [
        ("CONTRACT", "Start date", "Service Commencement Date"),
        ("CONTRACT", "end DATE", "Expiry Date"),
        ("CONTRACT", "Co–ordinating   commissioner", "Co-ordinating commissioner"),
        ("RISK SHARE", "stop loss", "Stop-loss"),
        ("OUTCOME", "Data source", "Source"),
    ],
)
def test_a_drafter_may_say_it_otherwise(head: str, written: str, label: str) -> None:
    found = HEAD_BY_NAME[head].label(written)
    assert found is not None
    assert found.name == label


@pytest.mark.parametrize(
    ("head", "label", "said", "meant"),
    [
        ("PARTY", "Kind", "CCG", "ICB"),
        ("PARTY", "Kind", "council", "local authority"),
        ("PROCUREMENT", "Route", "DAP C", "direct award process C"),
        ("PROCUREMENT", "Original award route", "MSP", "most suitable provider process"),
    ],
)
def test_a_choice_may_be_said_otherwise(head: str, label: str, said: str, meant: str) -> None:
    found = HEAD_BY_NAME[head].label(label)
    assert found is not None
    assert found.choice_synonyms[said] == meant


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("RISK SHARE", "RISK SHARE"),
        ("Risk  Share", "RISK SHARE"),
        ("OUTCOME", "OUTCOME"),
        ("OUTCOME PAYMENT", "OUTCOME PAYMENT"),
        ("DATA SHARING", "INFORMATION SHARING"),
    ],
)
def test_a_head_is_found_by_its_words(written: str, name: str) -> None:
    assert head_for(written) is HEAD_BY_NAME[name]


@pytest.mark.parametrize("written", ["", "RISK", "OUTCOME O1", "SCHEDULE"])
def test_words_that_are_not_a_head_in_full_find_none(written: str) -> None:
    assert head_for(written) is None


def test_blocks_that_appear_once_need_no_id() -> None:
    without = {head.name for head in HEADS if not head.identified}
    assert without == {
        "CONTRACT",
        "PAYMENT",
        "MEMBERSHIP",
        "INFORMATION SHARING",
        "VARIATION",
        "DISPUTES",
        "TERMINATION",
        "EXIT",
        "LIABILITY",
        "ASSURANCE",
        "ENGAGEMENT",
        "LINKS",
    }
