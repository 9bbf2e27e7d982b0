"""`clausecheck standstill`: the sums that people sign contracts by, through the command line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cli_fakes import invoke

# The notice, then for the PSR the first day, the last and the first for signing; then the Act's last day.
# The first matches a notice that NHS England published.
VECTORS = [
    ("2025-12-16", "2025-12-17", "2025-12-31", "2026-01-01", "2025-12-29"),
    ("2026-01-05", "2026-01-06", "2026-01-16", "2026-01-17", "2026-01-14"),
    ("2026-01-09", "2026-01-10", "2026-01-21", "2026-01-22", "2026-01-20"),
    ("2026-04-01", "2026-04-02", "2026-04-16", "2026-04-17", "2026-04-14"),
]


def data(*args: str) -> dict[str, Any]:
    result = invoke("standstill", *args, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def text(*args: str) -> list[str]:
    result = invoke("standstill", *args)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def row(lines: list[str], name: str) -> str:
    """The first row of this name."""
    return next(line.removeprefix(f"  {name}").strip() for line in lines if line.startswith(f"  {name} "))


def complaint(*args: str) -> str:
    result = invoke("standstill", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    return result.stderr


@pytest.mark.parametrize(("published", "begins", "ends", "signing", "act_ends"), VECTORS)
def test_the_published_vectors(published: str, begins: str, ends: str, signing: str, act_ends: str) -> None:
    found = data(published)
    psr, act = found["psr"], found["procurement_act"]
    assert (psr["begins"], psr["ends_at_midnight_of"], psr["sign_from"]) == (begins, ends, signing)
    assert (act["begins"], act["ends_at_midnight_of"]) == (published, act_ends)


@pytest.mark.parametrize(
    "written", [["2026-02-02"], ["2 February 2026"], ["2 Feb 2026"], ["2", "February", "2026"]]
)
def test_a_date_is_written_as_one_likes(written: list[str]) -> None:
    assert data(*written) == data("2026-02-02")


def test_people_read_the_whole_sum() -> None:
    assert invoke("standstill", "2026-04-01", "--regime", "psr").stdout == (
        "Provider Selection Regime, reg 12: 8 working days after the day it begins\n"
        "  Published    Wed 1 Apr 2026\n"
        "  Begins       Thu 2 Apr 2026, the day after\n"
        "  Ends         Thu 16 Apr 2026, at midnight\n"
        "  Sign from    Fri 17 Apr 2026\n"
        "  Counted      Tue 7, Wed 8, Thu 9, Fri 10, Mon 13, Tue 14, Wed 15, Thu 16 Apr 2026\n"
        "  Not counted  weekends; Fri 3 Apr 2026, Good Friday; Mon 6 Apr 2026, Easter Monday\n"
        "  Calendar     working days in England (PSR reg 12(12))\n"
        "\n"
        "Most suitable provider process, reg 10(5): 14 days, counting every day\n"
        "  Submitted    Wed 1 Apr 2026, were it the notice of the intended approach\n"
        "  Settle from  Wed 15 Apr 2026: the provider may not be identified before\n"
        "\n"
        "To know\n"
        "  Only direct award process C, the most suitable provider process and the competitive process\n"
        "    have the PSR's standstill. It stays open for longer where representations are made in time.\n"
        "\n"
        "Authority\n"
        "  PSR reg 12(2), (3), (9), (10) and (12), and reg 10(5): SI 2023/1348, read as consolidated to\n"
        "    24 February 2025. Whether it has been amended since was not verified.\n"
        "  Holidays follow the rules known today; one proclaimed later makes a standstill longer.\n"
        "  This is not legal advice.\n"
    )


# --- regimes


@pytest.mark.parametrize(
    ("regime", "sums", "provisions"),
    [
        (
            "both",
            {"psr", "procurement_act", "most_suitable_provider"},
            ["PSR reg 12", "Procurement Act 2023 s.51"],
        ),
        ("psr", {"psr", "most_suitable_provider"}, ["PSR reg 12"]),
        ("act", {"procurement_act"}, ["Procurement Act 2023 s.51"]),
    ],
)
def test_a_regime_brings_its_sums_and_its_authority(
    regime: str, sums: set[str], provisions: list[str]
) -> None:
    found = data("2026-02-02", "--regime", regime)
    assert set(found) == {"published", "notes", "authority"} | sums
    *read, holidays, advice = found["authority"]
    assert [line[: len(each)] for line, each in zip(read, provisions, strict=True)] == provisions
    assert ("Holidays" in holidays, advice) == (True, "This is not legal advice.")


def test_both_is_what_is_shown_unless_told() -> None:
    assert text("2026-02-02") == text("2026-02-02", "--regime", "both")


def test_the_act_is_for_comparison_only_beside_the_psr() -> None:
    assert any("s.51, for comparison:" in line for line in text("2026-02-02"))
    assert text("2026-02-02", "--regime", "act")[0].startswith("Procurement Act 2023, s.51: 8 working days")


def test_each_regime_has_its_own_calendar() -> None:
    """17 March is a bank holiday in Northern Ireland and not in England."""
    found = data("2026-03-12")
    psr, act = found["psr"], found["procurement_act"]
    assert (psr["ends_at_midnight_of"], psr["holidays_left_out"]) == ("2026-03-25", [])
    assert act["ends_at_midnight_of"] == "2026-03-24"
    assert act["holidays_left_out"] == [{"date": "2026-03-17", "name": "Saint Patrick's Day"}]
    assert (psr["calendar"], act["calendar"]) == (
        "working days in England",
        "working days in the whole United Kingdom",
    )


def test_the_most_suitable_provider_waits_14_days_whatever_they_are() -> None:
    found = data("2025-12-16")["most_suitable_provider"]
    assert (found["days"], found["settle_from"]) == (14, "2025-12-30")


# --- days


@pytest.mark.parametrize(
    "published",
    ["2025-12-16", "2026-04-01", "2026-02-07", "2026-12-24", "2027-12-23", "2026-05-01", "2041-12-20"],
)
def test_as_many_days_are_counted_as_the_law_says_and_none_is_left_out_of_account(published: str) -> None:
    found = data(published)
    for sum_, first in ((found["psr"], found["psr"]["begins"]), (found["procurement_act"], "")):
        assert len(sum_["counted"]) == sum_["working_days"] == 8
        assert sum_["counted"] == sorted(set(sum_["counted"]))
        assert sum_["counted"][0] > first
        assert sum_["counted"][-1] == sum_["ends_at_midnight_of"] < sum_["sign_from"]
        assert not set(sum_["counted"]) & {each["date"] for each in sum_["holidays_left_out"]}


def test_the_act_counts_the_day_of_publication_and_the_psr_neither_it_nor_the_next() -> None:
    found = data("2026-02-02")
    assert found["procurement_act"]["counted"][0] == "2026-02-02"
    assert found["psr"]["counted"][0] == "2026-02-04"


def test_over_the_year_the_month_is_named_once() -> None:
    counted = row(text("2025-12-24"), "Counted")
    assert counted == "Mon 29, Tue 30, Wed 31 Dec 2025, Fri 2, Mon 5, Tue 6, Wed 7, Thu 8 Jan 2026"


def test_a_substitute_day_is_named_as_one() -> None:
    """Christmas Day 2027 is a Saturday, so Monday and Tuesday stand for it and for Boxing Day."""
    lines = text("2027-12-20", "--regime", "psr")
    assert row(lines, "Ends").startswith("Wed 5 Jan 2028")
    assert row(lines, "Not counted") == (
        "weekends; Mon 27 Dec 2027, Christmas Day (substitute day);"
        " Tue 28 Dec 2027, Boxing Day (substitute day); Mon 3 Jan 2028, New Year's Day (substitute day)"
    )


def test_a_notice_of_maundy_thursday_begins_on_good_friday() -> None:
    found = data("2026-04-02")["psr"]
    assert (found["begins"], found["ends_at_midnight_of"]) == ("2026-04-03", "2026-04-16")
    assert [each["name"] for each in found["holidays_left_out"]] == ["Easter Monday"]


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2026-01-09", "Thu 22 Jan 2026"),
        ("2026-01-05", "Sat 17 Jan 2026 (a Saturday; the next working day is Mon 19 Jan 2026)"),
        ("2025-12-16", "Thu 1 Jan 2026 (New Year's Day; the next working day is Fri 2 Jan 2026)"),
    ],
)
def test_a_first_day_for_signing_that_is_no_working_day_says_so(published: str, words: str) -> None:
    assert row(text(published), "Sign from") == words


def test_years_whose_holidays_are_not_kept_are_worked_out() -> None:
    """The kept years end with 2040; Easter 2042 is 6 April."""
    found = data("2042-04-02")["psr"]
    assert (found["begins"], found["ends_at_midnight_of"]) == ("2042-04-03", "2042-04-17")
    assert [each["name"] for each in found["holidays_left_out"]] == ["Good Friday", "Easter Monday"]


def test_a_standstill_may_run_out_of_the_kept_years() -> None:
    found = data("2040-12-20")["psr"]
    assert found["ends_at_midnight_of"] == "2041-01-07"
    assert [each["date"] for each in found["holidays_left_out"]] == ["2040-12-25", "2040-12-26", "2041-01-01"]


@pytest.mark.parametrize("published", ["1871-12-31", "2100-12-20", "9999-12-31"])
def test_years_without_known_holidays_are_refused(published: str) -> None:
    assert complaint(published).startswith("clausecheck: no bank holidays are known for the weeks after ")


def test_a_notice_before_the_law_began_is_told_so() -> None:
    assert data("2023-12-31")["notes"][:2] == [
        "The PSR came into force on Mon 1 Jan 2024, after Sun 31 Dec 2023.",
        "The Act's procurement rules began on Mon 24 Feb 2025, after Sun 31 Dec 2023.",
    ]
    assert not [note for note in data("2025-02-24")["notes"] if "after" in note]
    assert [note[:7] for note in data("2024-01-01")["notes"] if ", after " in note] == ["The Act"]


# --- representations


def test_five_working_days_follow_a_further_decision() -> None:
    found = data("2026-03-05", "--representations", "31 March 2026")["after_representations"]
    assert (found["notice"], found["ends_at_midnight_of"], found["sign_from"]) == (
        "2026-03-31",
        "2026-04-09",
        "2026-04-10",
    )
    assert found["counted"] == ["2026-04-01", "2026-04-02", "2026-04-07", "2026-04-08", "2026-04-09"]
    assert [each["name"] for each in found["holidays_left_out"]] == ["Good Friday", "Easter Monday"]


def test_an_early_decision_does_not_end_the_standstill_early() -> None:
    args = ("2026-02-02", "--representations", "2026-02-04")
    found = data(*args)["after_representations"]
    assert found["counted"][-1] == "2026-02-11"
    assert (found["ends_at_midnight_of"], found["sign_from"]) == ("2026-02-13", "2026-02-14")
    assert row(text(*args), "Held open") == "to Fri 13 Feb 2026: until then others may make representations"


def test_a_late_decision_is_held_open_by_nothing_else() -> None:
    lines = text("2026-02-02", "--representations", "2026-02-06")
    assert not [line for line in lines if "Held open" in line]
    assert "  Ends         Fri 13 Feb 2026, at midnight, at the earliest" in lines


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (
            ["2026-02-02", "--representations", "2026-02-02"],
            "the further decision (Mon 2 Feb 2026) comes before the standstill begins (Tue 3 Feb 2026)",
        ),
        (
            ["2026-02-02", "--representations", "2026-02-09", "--regime", "act"],
            "--representations is of the PSR; --regime act has no such step",
        ),
        (["2026-02-02", "--representations", "2100-12-20"], "no bank holidays are known"),
        (["2026-02-02", "--representations", "soon"], '"soon" is not a date'),
        (["31 February 2026"], '"31 February 2026" is not a date; write it as 2026-07-01'),
        (["tomorrow"], '"tomorrow" is not a date'),
        ([], "missing argument 'DATE'"),
        (["2026-02-02", "--regime", "pcr"], "'pcr' is not one of"),
    ],
)
def test_what_cannot_be_counted_is_one_line(args: list[str], words: str) -> None:
    assert words in complaint(*args)


def test_help_has_examples_that_work() -> None:
    examples = [
        line.split()[1:]
        for line in invoke("standstill", "--help").stdout.splitlines()
        if line.strip().startswith("clausecheck standstill ")
    ]
    assert len(examples) == 4
    assert [invoke(*each).exit_code for each in examples] == [0, 0, 0, 0]
