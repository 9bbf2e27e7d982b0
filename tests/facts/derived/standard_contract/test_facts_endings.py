"""Notices and grounds of a TERMINATION block."""

from __future__ import annotations

import pytest
from drafting_facts import facts_of

FORM = 'CONTRACT "Harbour Contract"\n  Form: NHS Standard Contract 2026/27, full-length\n'
YEAR = FORM + "  Service Commencement Date: 1 April 2026\n  Expiry Date: 31 March 2027\n"


def gap(text: str) -> str | None:
    found = facts_of("notice_gap", FORM + "\n" + text)
    return str(found[0].values["missing"]) if found else None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("TERMINATION\n  Grounds: insolvency\n", "both"),
        ("TERMINATION\n  Provider notice: 12 months\n", "commissioner"),
        ("TERMINATION\n  Commissioner notice: 12 months\n", "provider"),
        ("TERMINATION\n  Commissioner notice: [ ] months\n  Provider notice: TBC\n", None),
        ("TERMINATION\n  Commissioner notice: 12 months\n  Provider notice: 12 months\n", None),
        ("TERMINATION\n  Grounds: insolvency, or 6 months notice of either party\n", None),
        ("TERMINATION\n  Grounds: insolvency, after notice\n", "both"),
        ("TERMINATION\n  Consequences: notice periods stated in the Particulars apply\n", None),
        ("TERMINATION\n  PSR grounds: all four, on 3 months notice\n", "both"),
        ('TERMINATION\n  Grounds: x\n\nCLAUSE 9 "Termination"\n  On 12 months notice in writing.\n', None),
        ('TERMINATION\n  Grounds: x\n\nCLAUSE 9 "Leases"\n  On 12 months notice in writing.\n', "both"),
        ('CLAUSE 9 "Leases"\n  On 12 months notice.\n', None),
    ],
)
def test_whose_notice_is_missing(text: str, missing: str | None) -> None:
    assert gap(text) == missing


@pytest.mark.parametrize(
    ("head", "notice", "outlasts"),
    [
        (YEAR, "12 months", False),
        (YEAR, "365 days", False),
        (YEAR, "366 days", True),
        (YEAR, "18 months, or 6 months after the first quarter", False),  # the shortest counts
        (YEAR + "  Date of contract: 16 March 2026\n", "12 months", False),
        (YEAR + "  Date of contract: 16 March 2026\n", "13 months", True),
        (YEAR + "  Effective Date: 1 March 2026\n", "13 months", False),
        (YEAR + "  Effective Date: 28 February 2026\n", "400 days", True),
        (FORM + "  Contract Term: 1 year\n", "12 months", False),
        (FORM + "  Contract Term: 1 year\n", "13 months", True),
        (FORM + "  Service Commencement Date: 1 April 2026\n  Contract Term: 1 year\n", "13 months", True),
    ],
)
def test_a_notice_longer_than_the_contract(head: str, notice: str, outlasts: bool) -> None:
    [fact] = facts_of("notice_to_end", f"{head}\nTERMINATION\n  Provider notice: {notice}\n")
    assert fact.values["side"] == "provider"
    assert fact.values["outlasts"] is outlasts


@pytest.mark.parametrize(
    "head", [YEAR + "  Extension: by agreement\n", FORM, FORM + "  Expiry Date: 31 March 2027\n"]
)
def test_no_length_to_compare_a_notice_with(head: str) -> None:
    assert facts_of("notice_to_end", f"{head}\nTERMINATION\n  Provider notice: 18 months\n") == []


@pytest.mark.parametrize(("notice", "outlasts"), [("36 months", False), ("37 months", True)])
def test_a_notice_beside_the_term_with_its_extension(notice: str, outlasts: bool) -> None:
    head = YEAR + "  Extension: once, by 24 months\n"
    [fact] = facts_of("notice_to_end", f"{head}\nTERMINATION\n  Provider notice: {notice}\n")
    assert fact.values["outlasts"] is outlasts
    assert fact.shown["expiry"] == "31 March 2029, with every extension"


def test_what_a_message_shows_of_a_notice() -> None:
    [dated] = facts_of("notice_to_end", YEAR + "\nTERMINATION\n  Commissioner notice: 18 months\n")
    assert dated.shown["first"] == "1 April 2026"
    assert dated.shown["runs_out"] == "1 October 2027"
    assert dated.shown["expiry"] == "31 March 2027"
    plain = FORM + "  Contract Term: 1 year\n\nTERMINATION\n  Commissioner notice: 18 months\n"
    [bare] = facts_of("notice_to_end", plain)
    assert (bare.shown["first"], bare.shown["runs_out"]) == ("the first day", "18 months later")
    assert bare.shown["expiry"] == "after 1 year"


@pytest.mark.parametrize(
    ("head", "day", "after"),
    [
        (YEAR, "31 March 2027", False),
        (YEAR, "1 April 2027", True),
        (YEAR + "  Extension: once, by 24 months\n", "1 April 2027", False),
    ],
)
def test_the_earliest_end(head: str, day: str, after: bool) -> None:
    [fact] = facts_of("earliest_end", f"{head}\nTERMINATION\n  Earliest date: {day}\n")
    assert fact.values["after_expiry"] is after


def breach(grounds: str, more: str = "") -> tuple[object, object] | None:
    found = facts_of("breach_ground", f"{FORM}\nTERMINATION\n  Grounds: {grounds}\n{more}")
    return (found[0].values["at_once"], found[0].values["no_time"]) if found else None


@pytest.mark.parametrize(
    ("grounds", "more", "found"),
    [
        ("breach", "", (False, True)),
        ("material breach, insolvency", "", (False, True)),
        ("material breach, insolvency", "  Remedy period: 20 Operational Days\n", (False, False)),
        ("a breach not remedied in 30 days", "", (False, False)),
        ("material breach, under GC17", "", (False, False)),
        ("any breach, at once", "", (True, True)),
        ("any breach, at once", "  Remedy period: 20 Operational Days\n", (True, False)),
        ("any material breach immediately", "  Remedy period: 20 Operational Days\n", (True, False)),
        ("insolvency, at once, material breach", "  Remedy period: 20 days\n", (False, False)),
        ("breach", '\nCLAUSE 9 "Breach"\n  A party may put a breach right in 20 days.\n', (False, False)),
        ("persistent breach", "", None),
        ("repudiatory breach, fraud", "", None),
        ("any breach of any target", "", None),
        ("insolvency", "", None),
        ("[breach grounds]", "", None),
    ],
)
def test_a_breach_as_a_ground(grounds: str, more: str, found: tuple[object, object] | None) -> None:
    assert breach(grounds, more) == found


def test_a_ground_is_shown_with_its_tail() -> None:
    [fact] = facts_of("breach_ground", FORM + "\nTERMINATION\n  Grounds: insolvency, any breach, at once\n")
    assert fact.shown["written"] == "any breach, at once"
