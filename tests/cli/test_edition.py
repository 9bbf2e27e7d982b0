"""`clausecheck edition`: an edition printed, two compared, and what is said of one that is not known."""

from __future__ import annotations

import json

import pytest
from cli_fakes import invoke

from clausecheck.editions import editions


def test_an_edition_is_printed_with_evidence_and_sources() -> None:
    lines = invoke("edition", "2021/22").stdout.splitlines()
    assert lines[0] == "NHS Standard Contract 2021/22"
    assert "    3A    Local Prices  [V1, particulars-2021-22]" in lines
    assert "    GC6   left out (marked as intentionally omitted)  [M-med, memory]" in lines
    assert "  V1     read in this edition and form, or in an official statement about it" in lines
    assert "  memory: from memory; no source was read" in lines


def test_what_is_carried_over_or_unknown_is_said_to_be() -> None:
    lines = invoke("edition", "2026/27").stdout.splitlines()
    assert "What was not read of it is carried over from 2025/26, with weaker evidence." in lines
    assert "    3F    not known: CQUIN, or no such schedule" in lines
    assert "    SC7   left out  [V-old, shorter-2023-24]" in lines


@pytest.mark.parametrize(("form", "other"), [("shorter", "Full-length"), ("full-length", "Shorter form")])
@pytest.mark.parametrize("names", [["2026/27"], ["2024/25", "2026/27"]])
def test_one_form_alone(names: list[str], form: str, other: str) -> None:
    assert other in invoke("edition", *names).stdout.splitlines()
    assert other not in invoke("edition", *names, "--form", form).stdout.splitlines()
    told = json.loads(invoke("edition", *names, "--form", form, "--format", "json").stdout)
    assert list(told["forms"]) == ["shorter form" if form == "shorter" else form]


def test_json_has_every_entry() -> None:
    told = json.loads(invoke("edition", "2025-26", "--format", "json").stdout)
    assert (told["edition"], told["like"]) == ("2025/26", "2024/25")
    for name, form in editions()["2025/26"].forms.items():
        assert len(told["forms"][name]["provisions"]) == sum(map(len, form.provisions.values()))
    found = [each for each in told["forms"]["full-length"]["provisions"] if each["number"] == "3E"]
    assert [(each["status"], each["evidence"]) for each in found] == [("held", "M-med")]


def test_what_changed_between_two() -> None:
    lines = invoke("edition", "2021/22", "2026/27").stdout.splitlines()
    assert "    Schedule 3A to Schedule 3C: Local Prices  [V-old]" in lines
    assert "    Schedule 8 Local System Plan Obligations: now Joint System Plan Obligations  [M-med]" in lines
    assert "    Schedule 4A Operational Standards  [M-hi]" in lines
    assert "    where 2026/27 has CQUIN (Schedule 3E in 2021/22), if it has it" in lines


def test_no_change_known_is_not_no_change() -> None:
    output = invoke("edition", "2024/25", "2026/27").stdout
    assert "  No change is known.\n" in output
    assert "what stood in 2024/25, and so whether it changed: Schedules 3E, 3F, 3G, 4D, 6C, 6D" in output
    assert "of the 135 entries of 2026/27, none was read in 2026/27 itself" in output


def test_changes_as_json() -> None:
    told = json.loads(invoke("edition", "2021/22", "2023/24", "--format", "json").stdout)
    changes = told["forms"]["full-length"]["changes"]
    moves = [
        (each["before"]["number"], each["after"]["number"]) for each in changes if each["change"] == "moved"
    ]
    assert moves == [("3A", "3C"), ("3D", "3A"), ("3F", "3D"), ("4C", "4"), ("6F", "6E")]
    assert told["forms"]["full-length"]["not_known"]
    assert [each["number"] for each in told["forms"]["full-length"]["unplaced"]][:2] == ["3B", "3C"]


def test_an_edition_against_itself() -> None:
    assert invoke("edition", "2025/26", "2025/26").stdout.splitlines()[1:] == [
        "The same edition: nothing changed."
    ]


@pytest.mark.parametrize("names", [["2019/20"], ["2026/27", "2019/20"]])
def test_an_unknown_edition_is_one_line_with_those_known(names: list[str]) -> None:
    result = invoke("edition", *names)
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        result.stderr == f'clausecheck: no edition is called "2019/20"; known are {", ".join(editions())}\n'
    )
