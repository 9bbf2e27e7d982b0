"""The editions as they are: valid files, entries with evidence, and nothing claimed beyond the notes."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from clausecheck import data
from clausecheck.editions import (
    FULL_LENGTH,
    MEANING,
    SHORTER_FORM,
    Provision,
    Status,
    editions,
    find,
    title_of,
)
from clausecheck.editions.file import read_editions
from clausecheck.editions.record import FORMS, GC, SC, SCHEDULE, SYSTEMS
from clausecheck.rules.evidence import EVIDENCE

NAMES = ["2021/22", "2022/23", "2023/24", "2024/25", "2025/26", "2026/27"]
FOLDER = data.folder("rulesets") / "nhs-standard-contract" / "data" / "editions"
FILES = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.toml"))}
STRONGEST_FIRST = list(MEANING)

# The strongest evidence there is for the later titles in the full-length form, whatever the edition.
NOW = {
    "V-old": "1A 1B 1C 2A 2Ai 2B 2C 2D 2E 2F 2G 2H 2I 2J 2K 3B 3C 3D 6E",
    "M-hi": "2L 2M 2N 3A 4 4A 4B 4C 5A 5B 5C 6A 6B 7",
    "M-med": "2Aii 3E 6C 6D 8 9",
}
NEVER_READ = {
    SC: [7, 9, 14, 19, 20, 22, 25, 26, 27, 28, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39],
    GC: [6, 7, 8, 9, 10, 11, 12, 14, 15, 16, *range(18, 40)],
}
M_MED = {SC: [19, 22, 25, 38], GC: [6, 7]}


def every() -> list[tuple[str, str, Provision]]:
    return [
        (name, form, each)
        for name, edition in editions().items()
        for form in FORMS
        for system in SYSTEMS
        for each in edition.forms[form].of(system)
    ]


def numbers(words: str) -> set[str]:
    return set(words.split())


def omitted(edition: str, form: str, system: str) -> set[str]:
    return set(editions()[edition].forms[form].omitted(system))


def titles(edition: str, form: str, whole: str) -> dict[str, str]:
    return {
        each.number: each.title
        for each in editions()[edition].forms[form].of(SCHEDULE)
        if each.number[0] == whole and each.status is Status.HELD
    }


def test_there_is_a_file_for_every_edition_and_it_is_read() -> None:
    assert list(editions()) == NAMES
    assert dict(editions()) == read_editions(FILES)
    assert [f"{name.replace('/', '-')}.toml" for name in NAMES] == list(FILES)


def test_every_entry_has_a_tag_and_a_source_that_is_named() -> None:
    for name, _, each in every():
        if each.status is Status.UNKNOWN:
            assert (each.title, each.evidence, each.source) == ("", "", "")
            assert each.note
        else:
            assert each.evidence in MEANING
            assert editions()[name].sources[each.source]
            assert bool(each.read_in) == (each.evidence in ("V1", "V-old"))


def test_tags_are_those_of_rules() -> None:
    assert set(MEANING) <= set(EVIDENCE)


def test_what_is_from_memory_is_never_called_read() -> None:
    for _, _, each in every():
        assert (each.source == "memory") == each.evidence.startswith("M"), each


def test_what_was_read_says_where_and_a_carried_entry_says_where_too() -> None:
    for name, form, each in every():
        if each.evidence == "V1":
            assert each.read_in == f"{name} {form}"
        if each.evidence == "V-old":
            assert each.read_in != f"{name} {form}"


@pytest.mark.parametrize("name", NAMES[3:])
def test_no_title_of_a_later_edition_is_called_read_in_it(name: str) -> None:
    assert not [each for edition, _, each in every() if edition == name and each.evidence == "V1"]


@pytest.mark.parametrize("name", NAMES[2:])
def test_schedules_claim_no_more_than_the_notes(name: str) -> None:
    limit = {number: tag for tag, words in NOW.items() for number in words.split()}
    for each in editions()[name].forms[FULL_LENGTH].of(SCHEDULE):
        if each.status is not Status.UNKNOWN:
            assert STRONGEST_FIRST.index(each.evidence) >= STRONGEST_FIRST.index(limit[each.number]), each


def test_conditions_claim_no_more_than_the_notes() -> None:
    for _, form, each in every():
        number = int(each.number) if each.system in (SC, GC) else 0
        left_out = form == SHORTER_FORM and each.system == SC and each.status is Status.OMITTED
        if number in NEVER_READ.get(each.system, []) and each.evidence and not left_out:
            assert each.evidence in ("V2", "M-hi", "M-med"), each
            if number in M_MED[each.system]:
                assert each.evidence == "M-med", each
        if each.system in (SC, GC) and not left_out:
            assert each.evidence != "V1" or (each.system, form) == (SC, SHORTER_FORM), each


def test_evidence_never_grows_on_its_way_to_a_later_edition() -> None:
    """Every number that a file does not name is worth no more than in the edition it is like."""
    for name, text in FILES.items():
        raw: dict[str, Any] = tomllib.loads(text)
        edition = editions()[raw["edition"]]
        for form in FORMS if edition.like else ():
            own = raw[form.replace(" ", "-")]
            named = {number for table in own.values() if isinstance(table, dict) for number in table}
            for system in SYSTEMS:
                for each in edition.forms[form].of(system):
                    if each.number not in named:
                        before = editions()[edition.like].forms[form].provisions[system][each.number]
                        assert each.title == before.title
                        assert each.evidence != "V1", (name, each)


# What the forms hold.


@pytest.mark.parametrize("name", NAMES)
def test_both_forms_number_39_conditions_of_each_kind(name: str) -> None:
    for form in FORMS:
        for system in (SC, GC):
            found = [each.number for each in editions()[name].forms[form].of(system)]
            assert found == [str(number) for number in range(1, 40)]


@pytest.mark.parametrize("name", NAMES[2:])
def test_what_the_shorter_form_leaves_out_from_2023_24(name: str) -> None:
    assert omitted(name, SHORTER_FORM, SC) == numbers("7 9 14 19 20 22 26 27 31")
    assert omitted(name, SHORTER_FORM, SCHEDULE) == numbers("1B 2C 2E 2F 2H 2I 3A")
    tags = {
        each.evidence
        for system in (SC, SCHEDULE)
        for each in editions()[name].forms[SHORTER_FORM].of(system)
        if each.status is Status.OMITTED
    }
    assert tags == {"V1" if name == "2023/24" else "V-old"}


def test_what_the_shorter_form_left_out_before_is_not_known_but_for_4b() -> None:
    assert omitted("2021/22", SHORTER_FORM, SCHEDULE) == {"4B"}
    assert omitted("2022/23", SHORTER_FORM, SCHEDULE) == set()
    for name in NAMES[:2]:
        assert omitted(name, SHORTER_FORM, SC) == set()
        found = find(SC, "20", name, SHORTER_FORM)
        assert found is not None
        assert found.status is Status.UNKNOWN


def test_the_shorter_form_of_2023_24_as_read() -> None:
    read = [each for each in editions()["2023/24"].forms[SHORTER_FORM].of(SCHEDULE) if each.evidence == "V1"]
    held = {each.number for each in read if each.status is Status.HELD}
    assert held == numbers("1A 1C 2A 2Ai 2B 2D 2G 2J 2K 3B 3C 3D 6E")


def test_the_letters_of_schedule_3_in_2021_22() -> None:
    assert titles("2021/22", FULL_LENGTH, "3") == {
        "3A": "Local Prices",
        "3B": "Local Variations",
        "3C": "Local Modifications",
        "3D": "Aligned Payment and Incentive Rules",
        "3E": "CQUIN",
        "3F": "Expected Annual Contract Values",
        "3G": "Timing and Amounts of Payments in First and/or Final Year",
    }
    assert list(titles("2021/22", SHORTER_FORM, "3").values()) == [
        "Local Prices",
        "Local Variations",
        "Local Modifications",
        "Expected Annual Contract Values",
    ]


@pytest.mark.parametrize("name", NAMES[2:])
def test_the_letters_of_schedule_3_from_2023_24(name: str) -> None:
    rest = {
        "3B": "Locally Agreed Adjustments to NHS Payment Scheme Unit Prices",
        "3C": "Local Prices",
        "3D": "Expected Annual Contract Values",
    }
    found = titles(name, FULL_LENGTH, "3")
    assert found.pop("3A") == "Aligned Payment and Incentive Rules"
    last = found.pop("3E", None)
    assert (last is not None) == (name >= "2025/26")
    assert found == rest
    assert titles(name, SHORTER_FORM, "3") == rest


def test_no_letter_of_schedule_3_is_claimed_for_the_edition_between() -> None:
    for form in FORMS:
        assert titles("2022/23", form, "3") == {}
        assert title_of(SCHEDULE, "3A", "2022/23", form) is None


def test_national_quality_requirements_left_the_particulars_in_2022_23() -> None:
    assert list(titles("2021/22", FULL_LENGTH, "4")) == ["4A", "4B", "4C", "4D"]
    for name in NAMES[1:]:
        assert titles(name, FULL_LENGTH, "4") == {"4": "Local Quality Requirements"}


def test_service_categories_are_the_fifteen_of_2021_22() -> None:
    codes = ["All", "A+E", "A", "AM", "CR", "CHC", "CS", "D", "ELC", "MH", "MHSS", "111", "PT", "R", "U"]
    for name in NAMES:
        found = editions()[name].forms[FULL_LENGTH].of("category")
        assert [each.number for each in found] == codes
        assert {each.evidence for each in found} == {"V1" if name == "2021/22" else "V-old"}
        assert not editions()[name].forms[SHORTER_FORM].of("category")
