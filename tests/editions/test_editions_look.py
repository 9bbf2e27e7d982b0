"""Looking up references and titles, and comparing editions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.editions import (
    FULL_LENGTH,
    SHORTER_FORM,
    Form,
    Provision,
    Status,
    UnknownEdition,
    compare,
    edition,
    editions,
    find,
    moved,
    title_of,
)
from clausecheck.editions.change import How
from clausecheck.editions.record import FORMS, SCHEDULE

NAMES = st.sampled_from(sorted(editions()))


@pytest.mark.parametrize(
    ("system", "number", "name", "form", "title"),
    [
        ("SC", "36", "2026/27", None, "Payment Terms"),
        ("SC", "36.37A", "2026/27", SHORTER_FORM, "Payment Terms"),
        ("SC", "20", "2026/27", FULL_LENGTH, "Service Development and Improvement Plan"),
        ("SC", "20", "2026/27", SHORTER_FORM, None),
        ("SC", "40", "2026/27", None, None),
        ("GC", "14", "2024/25", None, "Dispute Resolution"),
        ("GC", "6", "2024/25", None, None),
        ("Schedule", "3A", "2021/22", None, "Local Prices"),
        ("Schedule", "3a", "2026-27", None, "Aligned Payment and Incentive Rules"),
        ("Schedule", "2A(i)", "2021/22", None, "Service Specifications: Enhanced Health in Care Homes"),
        ("Schedule", "2G(ii)", "2021/22", None, "Other Local Agreements, Policies and Procedures"),
        ("Schedule", "2I", "2023/24", SHORTER_FORM, None),
        ("Schedule", "3F", "2026/27", None, None),
        ("Schedule", "9Z", "2026/27", None, None),
        ("clause", "3", "2026/27", None, None),
    ],
)
def test_the_title_at_a_reference(system: str, number: str, name: str, form: str | None, title: str) -> None:
    assert title_of(system, number, name, form) == title


def test_left_out_unknown_and_no_such_number_are_told_apart() -> None:
    def status(number: str, form: str) -> Status | None:
        found = find(SCHEDULE, number, "2026/27", form)
        return found.status if found else None

    assert status("2I", SHORTER_FORM) is Status.OMITTED
    assert status("2L", SHORTER_FORM) is Status.UNKNOWN
    assert status("2Z", SHORTER_FORM) is None


def test_an_unknown_edition_names_those_there_are() -> None:
    with pytest.raises(UnknownEdition, match='no edition is called "2019/20"; known are 2021/22, '):
        edition("2019/20")


@pytest.mark.parametrize("spelling", ["2026/27", "2026-27", "2026/2027", " 2026/27 "])
def test_spellings_of_an_edition(spelling: str) -> None:
    assert edition(spelling).name == "2026/27"


@pytest.mark.parametrize(
    ("title", "before", "after", "places"),
    [
        ("Local Prices", "2021/22", "2023/24", ("3A", "3C")),
        ("aligned payment and incentive RULES", "2021/22", "2026/27", ("3D", "3A")),
        ("Timing and Amounts of Payments in First and/or Final Year", "2021/22", "2025/26", ("3G", "3E")),
        (
            "Timing and Amounts of Payments in First and/or Final Contract Year",
            "2021/22",
            "2025/26",
            ("3G", "3E"),
        ),
    ],
)
def test_a_schedule_that_moved(title: str, before: str, after: str, places: tuple[str, str]) -> None:
    found = moved(title, before, after)
    assert found.was is not None
    assert found.now is not None
    assert (found.was.number, found.now.number) == places
    assert found.moved
    assert found.certain


def test_a_schedule_that_may_stand_where_nothing_is_known_is_not_called_gone() -> None:
    found = moved("Local Variations", "2021/22", "2026/27")
    assert found.was is not None
    assert (found.now, found.moved, found.certain) == (None, False, False)


@given(NAMES)
def test_an_edition_does_not_differ_from_itself(name: str) -> None:
    found = compare(edition(name), edition(name))
    assert (found.changes, found.gaps, found.unplaced) == ((), (), ())


@given(NAMES, NAMES)
def test_a_comparison_mirrors_its_opposite(before: str, after: str) -> None:
    there, back = compare(edition(before), edition(after)), compare(edition(after), edition(before))
    mirror = {How.NEW: How.GONE, How.GONE: How.NEW}

    def pairs(forward: bool) -> set[tuple[str | None, ...]]:
        return {
            (
                each.form,
                each.how if forward else mirror.get(each.how, each.how),
                *(
                    end.number if end else None
                    for end in ((each.before, each.after) if forward else (each.after, each.before))
                ),
            )
            for each in (there if forward else back).changes
        }

    assert pairs(True) == pairs(False)
    assert {(gap.form, gap.system, gap.number) for gap in there.gaps} == {
        (gap.form, gap.system, gap.number) for gap in back.gaps
    }


@given(NAMES, NAMES)
def test_every_schedule_before_is_the_same_changed_or_not_known(before: str, after: str) -> None:
    found = compare(edition(before), edition(after))
    for form in FORMS:
        every = edition(after).forms[form].of(SCHEDULE)
        new = {each.title: each.number for each in every if each.status is Status.HELD}
        told = {
            each.before.number
            for each in found.changes
            if each.form == form and each.before and each.before.system == SCHEDULE
        }
        told |= {each.provision.number for each in found.unplaced if each.form == form}
        for each in edition(before).forms[form].of(SCHEDULE):
            if each.status is Status.HELD and new.get(each.title) != each.number:
                assert each.number in told


def test_a_change_is_no_better_known_than_the_less_known_edition() -> None:
    found = compare(edition("2021/22"), edition("2026/27"))
    by_title = {each.before.title: each for each in found.changes if each.before and each.form == FULL_LENGTH}
    assert by_title["Local Prices"].evidence == "V-old"
    assert by_title["Aligned Payment and Incentive Rules"].evidence == "M-hi"
    assert by_title["Surveys"].evidence == "M-med"


def test_a_condition_with_another_title_is_renamed_and_one_left_out_gone() -> None:
    known = edition("2023/24")
    form = known.forms[FULL_LENGTH]
    table = dict(form.provisions["SC"])
    table["36"] = table["36"]._replace(title="Money")
    table["38"] = Provision("SC", "38", Status.OMITTED, evidence="M-med", source="memory")
    other = replace(
        known,
        name="2030/31",
        forms={**known.forms, FULL_LENGTH: Form(FULL_LENGTH, {**form.provisions, "SC": table}, ())},
    )
    found = {
        (each.how, each.before.number, each.evidence)
        for each in compare(known, other).changes
        if each.before is not None
    }
    assert found == {(How.RENAMED, "36", "V2"), (How.GONE, "38", "M-med")}
