"""What is bought, by whom and under what law: codes, authorities, interests, grounds and citations."""

from __future__ import annotations

import pytest

from clausecheck.facts.derived.procurement.cpv import SCHEDULE_1
from clausecheck.facts.derived.procurement.grounds import missing_grounds
from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


def psr(*lines: str, route: str = "most suitable provider process", regime: str = "PSR 2023") -> str:
    """A PROCUREMENT block with these lines."""
    return "\n  ".join(["PROCUREMENT PR1", f"Regime: {regime}", f"Route: {route}", *lines]) + "\n"


PARTIES = """PARTY ICB "NHS Northshire Integrated Care Board"
  Kind: ICB

PARTY Lead "Harbour Care CIC"
  Kind: community interest company

"""


@pytest.mark.parametrize(
    ("named", "relevant"), [("ICB", [True]), ("Lead", [False]), ("ICB, Lead", [True, False]), ("Nobody", [])]
)
def test_who_may_award(named: str, relevant: list[bool]) -> None:
    facts = of("psr_authority", PARTIES + psr(f"Authorities: {named}"))
    assert [fact.values["relevant"] for fact in facts] == relevant


def test_schedule_1_has_67_codes() -> None:
    assert len(SCHEDULE_1) == 67


@pytest.mark.parametrize(
    ("codes", "listed"),
    [
        ("85110000-3", [True]),
        ("85110000", [True]),
        ("85310000-5, 85110000-3", [False, True]),
        ("185110000-3", []),
    ],
)
def test_codes_in_the_schedule(codes: str, listed: list[bool]) -> None:
    text = psr(f"CPV codes: {codes}")
    facts = of("cpv_code", text)
    assert [fact.values["listed"] for fact in facts] == listed
    assert all(fact.values["any_listed"] is (True in listed) for fact in facts)
    assert all(text[fact.span.start : fact.span.end] == fact.shown["written"] for fact in facts)


def test_codes_in_bullets_are_read_too() -> None:
    facts = of("cpv_code", psr("CPV codes:", "  - 85323000-9, delivered to individuals", "  - 85310000-5"))
    assert [fact.values["listed"] for fact in facts] == [True, False]
    assert [fact.values["unqualified"] for fact in facts] == [False, False]
    assert of("cpv_code", psr("CPV codes: 85323000-9"))[0].values["unqualified"] is True


@pytest.mark.parametrize(("line", "mixed"), [("yes, with social care", True), ("no", False), ("none", False)])
def test_what_makes_it_mixed(line: str, mixed: bool) -> None:
    text = psr("CPV codes: 85110000-3", f"Mixed procurement: {line}")
    assert of("cpv_code", text)[0].values["mixed"] is mixed
    assert bool(of("mixed_procurement", text)) is mixed


@pytest.mark.parametrize(
    ("health", "other", "main"), [("2,000,000.01", "2,000,000", True), ("2,000,000", "2,000,000", False)]
)
def test_health_must_be_worth_more(health: str, other: str, main: bool) -> None:
    [fact] = of("mixed_procurement", psr(f"Health value: £{health}", f"Other value: £{other}"))
    assert fact.values["main"] is main
    [half] = of("mixed_procurement", psr("Health value: £[ ]", f"Other value: £{other}"))
    assert half.values["valued"] is False


@pytest.mark.parametrize(("asked", "over"), [("£6,000,000", False), ("£6,000,000.01", True), ("£9m", True)])
def test_turnover_against_twice_the_value(asked: str, over: bool) -> None:
    criteria = f"Basic selection criteria: insurance of £10m, turnover of at least {asked}"
    [fact] = of("turnover", psr("Proposed value: £3,000,000", criteria))
    assert fact.values["over_twice"] is over
    assert of("turnover", psr(criteria)) == []


@pytest.mark.parametrize(
    ("written", "unasked"),
    [
        ("none recorded", True),
        ("none", True),
        ("none declared by any decision-maker", False),
        ('recorded in "COI register v3"', False),
    ],
)
def test_conflicts(written: str, unasked: bool) -> None:
    [fact] = of("conflicts", psr(f"Conflicts of interest: {written}"))
    assert fact.values["unasked"] is unasked
    assert of("conflicts", psr("Conflicts of interest: [ ]")) == []


FIRST_TWO = "unlawful modification, provider should have been excluded at award"
ALL_FOUR = f"{FIRST_TWO}, provider since excluded or excludable, sub-contractor excluded or excludable"


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        (ALL_FOUR, 0),
        ("all four grounds of PSR reg 22(1)", 0),
        ("under PSR reg 22", 0),
        (FIRST_TWO, 2),
        (f"{FIRST_TWO}, under PSR reg 22", 2),
        ("breach, insolvency", 4),
        ("all grounds at law", 4),
        ("sub-contractor in breach", 4),
        ("provider becomes excludable, sub-contractor excluded", 2),
        (f"{FIRST_TWO}, the provider becomes excluded or excludable, any sub-contractor becomes so", 0),
        (
            f"{FIRST_TWO}, the provider becomes excluded or excludable, any sub-contractor becomes insolvent",
            1,
        ),
    ],
)
def test_grounds_named(words: str, lacking: int) -> None:
    assert len(missing_grounds(words, four=True)) == lacking


@pytest.mark.parametrize(("begun", "four"), [("23 February 2025", False), ("24 February 2025", True)])
def test_which_text_of_regulation_22_applies(begun: str, four: bool) -> None:
    [fact] = of("psr_grounds", psr(f"Procedure begun: {begun}", f"Termination grounds: {FIRST_TWO}"))
    assert (fact.values["four_apply"], fact.values["lacking"]) == (four, 2 if four else 0)


def test_the_first_notice_decides_where_no_beginning_is_stated() -> None:
    lines = ("Intended approach notice: published 20 February 2025", "Award date: 4 April 2025")
    [fact] = of("psr_grounds", psr(*lines))
    assert fact.values["four_apply"] is False
    assert fact.shown["begun"] == "20 February 2025"


@pytest.mark.parametrize(
    ("lines", "unsure"),
    [
        (("Award date: 23 February 2025",), False),
        (("Award date: 24 February 2025",), True),
        (("Award date: 23 February 2026",), True),
        (("Award date: 24 February 2026",), False),
        (("Procedure begun: 3 March 2025", "Award date: 2 April 2025"), False),
        (("Intended approach notice: published 3 March 2025", "Award date: 2 April 2025"), False),
        ((), False),
    ],
)
def test_a_procedure_that_may_have_begun_under_the_old_law(lines: tuple[str, ...], unsure: bool) -> None:
    [fact] = of("psr_grounds", psr(*lines, f"Termination grounds: {FIRST_TWO}"))
    assert fact.values["unsure"] is unsure


def test_grounds_may_stand_in_either_block_and_a_hole_is_no_gap() -> None:
    elsewhere = "\nTERMINATION\n  Grounds: breach\n  PSR grounds: all four grounds of PSR reg 22(1)\n"
    [fact] = of("psr_grounds", psr() + elsewhere)
    assert (fact.values["stated"], fact.values["lacking"]) == (True, 0)
    [none] = of("psr_grounds", psr())
    assert [none.values[name] for name in ("stated", "absent", "standard")] == [False, True, False]
    [unread] = of("psr_grounds", psr("Award noticed by nobody: 12"))
    assert (unread.values["stated"], unread.values["absent"]) == (False, False)
    assert of("psr_grounds", psr("Termination grounds: [ ]")) == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("awarded under SI 2013/500", "dead"),
        ("the earlier contract was awarded under SI 2013/500", ""),
        ("in line with SI 2013/500", "dead"),
        ("in line with the PPCCR", "dead"),
        ("a duty in section 75 of the Health and Social Care Act 2012", "dead"),
        ("a duty in HSCA 2012 s.75", "dead"),
        ("a pooled fund under section 75 of the NHS Act 2006", ""),
        ("SI 2013/500, revoked in 2024", ""),
        ("indicators under section 52 of the Procurement Act 2023", "procurement act"),
        ("indicators under PA 2023 s.52(3)", "procurement act"),
        ("exclusion as in section 57 of the Procurement Act 2023", ""),
        ("regulation 72 of the Public Contracts Regulations 2015", "public contracts regulations"),
        ("changes under PCR 2015 reg 72", "public contracts regulations"),
        ("PCR 2015 reg 72 still governs the cleaning contract", ""),
        ("the Trust pays its suppliers within 30 days under section 68 of the Procurement Act 2023", ""),
        ("for a non-clinical lot, indicators under section 52 of the Procurement Act 2023", ""),
    ],
)
def test_citations(words: str, fault: str) -> None:
    facts = of("citation", psr(f"Reasons: {words}"))
    assert [fact.values["fault"] for fact in facts] == ([fault] if fault else [])


def test_the_procurement_act_is_out_of_place_only_where_all_is_psr() -> None:
    line = "KPIs: 3, under section 52 of the Procurement Act 2023"
    assert of("citation", psr(line, regime="Procurement Act 2023", route="open procedure")) == []
    other = "\nPROCUREMENT PR2\n  Regime: Procurement Act 2023\n  Route: open procedure\n"
    assert of("citation", psr(line) + other) == []


def test_a_citation_is_pointed_at_itself() -> None:
    text = psr() + '\nCLAUSE 4 "Competition"\n  The ICB keeps to SI 2013/500 in all it does.\n'
    [fact] = of("citation", text)
    assert text[fact.span.start : fact.span.end] == "SI 2013/500"


@pytest.mark.parametrize(
    ("words", "binding"),
    [
        ("its decision is binding", True),
        ("its advice is not binding", False),
        ("non-binding advice", False),
        ("independent advice", False),
        ("the parties must follow its advice", True),
    ],
)
def test_the_panel(words: str, binding: bool) -> None:
    assert [fact.values["binding"] for fact in of("panel", psr(f"Panel: {words}"))] == [binding]


def test_another_panel_may_bind() -> None:
    clause = '\nCLAUSE 8 "Disputes"\n  The decision of the expert panel is binding.\n'
    assert of("panel", psr() + clause) == []
