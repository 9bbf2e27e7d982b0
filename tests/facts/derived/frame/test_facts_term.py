from __future__ import annotations

import pytest
from drafting_facts import cut, facts_of

from clausecheck.facts.fact import Fact, State


def contract(**lines: str) -> str:
    labels = {
        "start": "Service Commencement Date",
        "expiry": "Expiry Date",
        "term": "Contract Term",
        "made": "Date of contract",
        "effective": "Effective Date",
        "longstop": "Longstop Date",
    }
    return 'CONTRACT "A"\n' + "".join(f"  {labels[name]}: {value}\n" for name, value in lines.items())


def term(**lines: str) -> Fact:
    (fact,) = facts_of("term", contract(**lines))
    return fact


@pytest.mark.parametrize(
    ("expiry", "out"),
    [
        ("30 March 2029", True),
        ("31 March 2029", False),
        ("1 April 2029", False),
        ("2 April 2029", True),
        ("31 March 2030", True),
        ("31 March 2028", True),
    ],
)
@pytest.mark.parametrize("stated", ["3 years", "36 months", "three (3) years", "3 years, then as extended"])
def test_a_term_fits_the_day_before_the_anniversary_and_the_anniversary(
    expiry: str, stated: str, out: bool
) -> None:
    fact = term(start="1 April 2026", expiry=expiry, term=stated)
    assert fact.values["out_of_step"] is out
    assert fact.shown["right_expiry"] == "31 March 2029"


@pytest.mark.parametrize(
    ("stated", "months"),
    [
        ("5 years", 60),
        ("18 months", 18),
        ("2 years and 6 months", 30),
        ("3 years with an option of 24 months", 36),
        ("100 weeks", None),
        ("[ ] years", None),
        ("as agreed", None),
    ],
)
def test_only_years_and_months_make_a_term(stated: str, months: int | None) -> None:
    fact = term(start="1 April 2026", expiry="30 June 2026", term=stated)
    assert fact.values.get("months_stated") == months
    assert fact.state("months_stated") is (State.ABSENT if months is None else State.STATED)
    assert fact.values["out_of_step"] is (months is not None)


def test_a_term_from_a_leap_day_ends_on_the_last_of_february() -> None:
    for expiry, out in (("27 February 2029", False), ("28 February 2029", False), ("1 March 2029", True)):
        assert term(start="29 February 2028", expiry=expiry, term="1 year").values["out_of_step"] is out


def test_the_length_is_told_in_months_and_days() -> None:
    fact = term(start="1 April 2026", expiry="2 April 2029", term="3 years")
    assert fact.shown["length"] == "36 months and 2 days"
    text = contract(start="1 April 2026", expiry="2 April 2029", term="3 years")
    (fact,) = facts_of("term", text)
    assert text[fact.spans["right_expiry"].start : fact.spans["right_expiry"].end] == "2 April 2029"


@pytest.mark.parametrize(
    ("expiry", "before"), [("31 March 2026", True), ("1 April 2026", True), ("2 April 2026", False)]
)
def test_a_contract_expires_after_it_begins(expiry: str, before: bool) -> None:
    fact = term(start="1 April 2026", expiry=expiry, term="1 year")
    assert fact.values["expiry_before_start"] is before
    assert fact.values["out_of_step"] is not before  # one fault, one finding


@pytest.mark.parametrize("missing", [{"start": "[date]"}, {"expiry": "31 April 2029"}, {"expiry": "TBC"}])
def test_without_both_dates_there_is_no_term_to_judge(missing: dict[str, str]) -> None:
    lines = {"start": "1 April 2026", "expiry": "31 March 2029", "term": "3 years"} | missing
    assert facts_of("term", contract(**lines)) == []
    assert facts_of("term", "PARTY A\n") == []


@pytest.mark.parametrize(
    ("lines", "pairs"),
    [
        ({"effective": "1 April 2026", "start": "1 April 2026"}, []),
        ({"effective": "2 April 2026", "start": "1 April 2026"}, ["1 April 2026"]),
        ({"start": "1 April 2026", "longstop": "31 March 2026"}, ["31 March 2026"]),
        ({"start": "1 April 2026", "longstop": "1 April 2026"}, []),
        ({"made": "1 April 2030", "expiry": "31 March 2029"}, ["31 March 2029"]),
        ({"made": "1 June 2026", "start": "1 April 2026", "expiry": "31 March 2029"}, []),
        ({"effective": "[date]", "start": "1 April 2026"}, []),
        # An Expiry Date before commencement is one fault, whatever else it stands before.
        ({"made": "1 May 2026", "start": "1 April 2026", "expiry": "31 March 2026"}, []),
    ],
)
def test_dates_of_the_contract_stand_in_order(lines: dict[str, str], pairs: list[str]) -> None:
    text = contract(**lines)
    assert [cut(text, fact).partition(": ")[2] for fact in facts_of("dates_out_of_order", text)] == pairs
