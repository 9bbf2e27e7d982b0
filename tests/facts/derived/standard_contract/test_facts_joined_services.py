"""General practice, social care, essential services, reports and data of an integrated contract."""

from __future__ import annotations

import pytest

from clausecheck.facts.derived.standard_contract.reports import intervals
from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


FULL = 'CONTRACT "C"\n  Form: NHS Standard Contract 2026/27, full-length\n'
OVER = 'CONTRACT "C"\n  Form: overlay on NHS Standard Contract 2026/27, full-length\n'
ICP = 'CONTRACT "C"\n  Form: ICP contract\n'
GRANT = 'CONTRACT "C"\n  Form: grant agreement\n'


def services(scope: str, *lines: str) -> str:
    return "\nSERVICES S1\n" + "".join(f"  {line}\n" for line in (f"Core general practice: {scope}", *lines))


def practice(text: str) -> dict[str, object]:
    [fact] = of("general_practice", text)
    return {name: fact.values[name] for name in ("in_scope", "apart", "provided_for", "agreement")}


@pytest.mark.parametrize(
    ("line", "provided"),
    [
        ("In scope: nursing", False),
        ("Practice opt-in: each practice chooses", True),
        ("Practice opt-in: none", False),
        ("Integration agreement: with each practice", True),
        ("Integration agreement: none", False),
        ("Shared services: under the GMS contract of each practice", True),
    ],
)
def test_what_provides_for_general_practice(line: str, provided: bool) -> None:
    found = practice(FULL + services("in scope", line))
    assert found["in_scope"] is True
    assert found["provided_for"] is provided
    assert found["apart"] is False


def test_a_contract_for_primary_care_alone_is_another_matter() -> None:
    alone = services("in scope", "In scope: core general practice, primary care at weekends")
    beside = services("in scope", "In scope: core general practice, community nursing")
    assert practice(FULL + alone)["in_scope"] is False
    assert practice(FULL + beside)["in_scope"] is True


@pytest.mark.parametrize("place", ["Schedule 2L", "Schedule 2A, Schedule 2L"])
def test_schedule_2l_provides_for_it(place: str) -> None:
    head = FULL + f"  Schedules relied on: {place}\n"
    assert practice(head + services("in scope"))["provided_for"] is True


@pytest.mark.parametrize(
    ("head", "scope", "apart"),
    [
        (ICP, "out of scope", True),
        (ICP + "  Integration: virtual\n", "out of scope", False),
        (FULL, "out of scope", False),
        (FULL + "  Integration: partially integrated\n", "out of scope", True),
        (FULL + "  Integration: fully integrated\n", "out of scope", False),
        (FULL, "integrated by agreement", True),
        (OVER, "integrated by agreement", False),
        (FULL + "  Integration: partially integrated\n", "in scope", False),
    ],
)
def test_when_general_practice_stands_apart(head: str, scope: str, apart: bool) -> None:
    assert practice(head + services(scope))["apart"] is apart


def test_general_practice_is_no_matter_of_a_grant_or_of_lines_not_read() -> None:
    assert of("general_practice", GRANT + services("in scope")) == []
    assert of("general_practice", FULL + services("in scope", "gibberish")) == []
    assert practice("FRAGMENT\n" + FULL + services("in scope"))["provided_for"] is True


COUNCIL = '\nPARTY Council "Downland"\n  Role: commissioner\n  Kind: local authority\n'
APART = "Out of scope: adult social care"


@pytest.mark.parametrize(
    ("text", "agreements"),
    [
        (ICP + COUNCIL + services("in scope", APART), [False]),
        (ICP + COUNCIL + services("in scope", APART, "Integration agreement: with Council"), [True]),
        (ICP + COUNCIL + services("in scope", APART, "Integration agreement: with each practice"), [False]),
        (ICP + COUNCIL + services("in scope", "Out of scope: dentistry"), []),
        (ICP + services("in scope", APART), []),
        (FULL + COUNCIL + services("in scope", APART), []),
    ],
)
def test_social_care_apart(text: str, agreements: list[bool]) -> None:
    assert [fact.values["agreement"] for fact in of("social_care_apart", text)] == agreements


def holder(kind: str, role: str = "contract holder", head: str = ICP) -> list[object]:
    text = f'{head}\nPARTY H "Holder"\n  Role: {role}\n  Kind: {kind}\n'
    return [fact.values["statutory"] for fact in of("icp_holder", text)]


def test_who_holds_an_icp_contract() -> None:
    assert holder("foundation trust") == holder("NHS trust") == holder("local authority") == [True]
    assert holder("LLP") == holder("GP federation") == holder("VCSE") == [False]
    assert holder("LLP", role="sub-contractor") == holder("LLP", role="guarantor") == []
    assert holder("LLP", head=FULL) == []


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        (("foundation trust", "GP practice"), []),
        (("GP federation", "GP practice"), [False, False]),
        (("GP federation",), [False]),
    ],
)
def test_providers_where_nobody_is_said_to_hold_it(kinds: tuple[str, ...], found: list[bool]) -> None:
    text = ICP + "".join(party(kind, f"P{number}") for number, kind in enumerate(kinds))
    assert [fact.values["statutory"] for fact in of("icp_holder", text)] == found


def party(kind: str, name: str = "Acute") -> str:
    return f'\nPARTY {name} "{name}"\n  Role: provider\n  Kind: {kind}\n'


LISTED = "\nLINKS\n  Essential services: Schedule 2D\n"


def essential(text: str) -> tuple[object, ...]:
    [fact] = of("essential_services", text)
    return tuple(fact.values[name] for name in ("trust", "foundation", "plan"))


def test_essential_services_by_who_provides() -> None:
    assert essential(FULL + party("NHS trust") + LISTED) == (True, False, False)
    assert essential(FULL + party("foundation trust") + LISTED) == (False, True, False)
    assert essential(FULL + party("VCSE") + LISTED) == (False, False, False)
    both = party("VCSE") + party("NHS trust", "Other")
    assert essential(FULL + both + LISTED + "  Continuity plan: Schedule 2E\n") == (True, False, True)
    assert essential(FULL + LISTED) == (True, False, False)
    assert essential(FULL + '\nPARTY A "A"\n  Role: provider\n' + LISTED)[0] is True
    assert essential("FRAGMENT\n" + FULL + party("VCSE") + LISTED) == (True, False, True)


@pytest.mark.parametrize(
    ("relied", "count"), [("Schedule 2D", 1), ("Schedule 2A, Schedule 2D", 1), ("Schedule 2A", 0)]
)
def test_essential_services_among_the_schedules(relied: str, count: int) -> None:
    assert len(of("essential_services", FULL + f"  Schedules relied on: {relied}\n" + party("VCSE"))) == count


@pytest.mark.parametrize("said", ["none", "not applicable", "n/a", "[ ]"])
def test_no_essential_services(said: str) -> None:
    assert of("essential_services", f"{FULL}\nLINKS\n  Essential services: {said}\n") == []


def withdrawn(words: str) -> int:
    return len(of("essential_withdrawn", f'CLAUSE 5.3 "Withdrawal"\n  {words}\n'))


def test_a_service_that_may_be_withdrawn() -> None:
    assert withdrawn("The Provider may withdraw any Essential Service on 30 days notice.") == 1
    assert withdrawn("A Commissioner Requested Service may be discontinued.") == 1
    assert withdrawn("Withdrawal of a CRS is on 6 months notice.") == 1
    assert withdrawn("The Provider may not withdraw any Essential Service.") == 0
    assert withdrawn("The Provider may withdraw any Essential Service under GC17.") == 0
    assert withdrawn("The Provider may withdraw any Essential Service with the ICB's consent.") == 0
    assert withdrawn("The Provider may withdraw an optional service on 30 days notice.") == 0


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("monthly, under Schedule 6A", [1]),
        ("weekly", [1]),
        ("bi-monthly", [2]),
        ("quarterly", [3]),
        ("six-monthly", [6]),
        ("half-yearly", [6]),
        ("annually", [12]),
        ("each Contract Year", [12]),
        ("monthly, with an annual summary", [1, 12]),
        ("within a month of the audit", []),
    ],
)
def test_intervals(said: str, months: list[int]) -> None:
    assert [number for number, _ in intervals(said)] == months


def outcome(*lines: str) -> str:
    return 'OUTCOME O1 "People are seen soon"\n' + "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("said", "vague"),
    [
        ("as needed", True),
        ("from time to time", True),
        ("regularly", True),
        ("regularly, at least monthly", False),
        ("as required by Schedule 6A", False),
        ("by the provider to ICB", False),
        ("monthly", False),
    ],
)
def test_reports_without_an_interval(said: str, vague: bool) -> None:
    [fact] = of("report_line", outcome(f"Reported: {said}"))
    assert fact.values["vague"] is vague


PAID = "\nOUTCOME PAYMENT OP1\n  Weights: O1 100%\n  Paid: "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (outcome("Target: at least 80% each month", "Reported: annually"), [(12, 1, 12)]),
        (outcome("Target: at least 80% each month", "Reported: monthly"), []),
        (outcome("Target: at least 80%", "Reported: annually"), []),
        (outcome("Reported: every six months") + PAID + "quarterly\n", [(6, 3, 2)]),
        (outcome("Reported: termly") + PAID + "quarterly\n", [(4, 3, 2)]),
        (outcome("Reported: quarterly") + PAID + "quarterly\n", []),
        (outcome("Reported: monthly and annually") + PAID + "quarterly\n", []),
        (outcome("Reported: annually") + PAID + "quarterly on account\n", []),
        (outcome("Reported: annually") + PAID + "each year, after the quarterly reports\n", []),
    ],
)
def test_reports_that_come_too_seldom(text: str, found: list[tuple[int, ...]]) -> None:
    names = ("reported_months", "needed_months", "between")
    assert [tuple(fact.values[name] for name in names) for fact in of("report_slower", text)] == found


BODIES = (
    '\nPARTY ICB "NHS Ferndale ICB"\n  Role: commissioner\n'
    '\nPARTY Acute "Ferndale Hospitals"\n  Role: provider\n'
    '\nPARTY Home "Ferndale Home Care"\n  Role: provider\n'
)


def processors(line: str, more: str = "") -> list[object]:
    text = f"{BODIES}\nINFORMATION SHARING\n  Controllers: {line}\n{more}"
    return [fact.values["agreement"] for fact in of("processor", text)]


@pytest.mark.parametrize(
    "line",
    [
        "ICB as controller, Acute as processor",
        "ICB is the controller, and Acute acts as its processor",
        "Acute as processor for the ICB",
        "Acute processes personal data on behalf of the commissioners",
    ],
)
def test_a_provider_that_is_a_processor(line: str) -> None:
    assert processors(line) == [False]
    assert processors(line, "\nLINKS\n  Data processing: Schedule 6E\n") == [True]
    assert processors(line, "  Agreement: DSA-01 with processing terms\n") == [True]


@pytest.mark.parametrize(
    "line",
    [
        "ICB and Acute jointly",
        "Acute, with Home as processor for Acute",
        "Acute as controller, Home as processor",
        "ICB and Acute as controllers, Home as processor",
        "Acute is not a processor for the ICB",
        "ICB, with a support unit as processor for the ICB",
        "each trust for its own patients, Acute as processor",
    ],
)
def test_nobody_is_a_processor_for_a_commissioner(line: str) -> None:
    assert processors(line) == []


@pytest.mark.parametrize(
    ("text", "agreement"),
    [
        ("", False),
        ("  Agreement: DSA-01\n", True),
        ("  Agreement: [ ]\n", True),
        ('\nCLAUSE 11 "Data"\n  The county data-sharing protocol applies.\n', True),
        ('\nCLAUSE 11 "Data"\n  Data are kept.\n', False),
    ],
)
def test_an_agreement_on_sharing(text: str, agreement: bool) -> None:
    [fact] = of("sharing", "INFORMATION SHARING\n  Legal basis: article 6(1)(e)\n" + text)
    assert fact.values["agreement"] is agreement
