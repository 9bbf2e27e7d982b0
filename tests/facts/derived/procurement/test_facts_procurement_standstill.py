"""The standstill of a PSR procurement, from the words of a draft."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.standstill import psr_standstill
from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


def psr(*lines: str, route: str = "direct award process C", regime: str = "PSR 2023") -> str:
    """A PROCUREMENT block with these lines."""
    return "\n  ".join(["PROCUREMENT PR1", f"Regime: {regime}", f"Route: {route}", *lines]) + "\n"


# Worked by hand from PSR reg 12; the first matches a notice that NHS England published.
# published, begins, the earliest midnight, first day to sign, and the end by the Procurement Act's count
VECTORS = [
    ("16 December 2025", "17 December 2025", "31 December 2025", "1 January 2026", "29 December 2025"),
    ("5 January 2026", "6 January 2026", "16 January 2026", "17 January 2026", "14 January 2026"),
    ("9 January 2026", "10 January 2026", "21 January 2026", "22 January 2026", "20 January 2026"),
    ("1 April 2026", "2 April 2026", "16 April 2026", "17 April 2026", "14 April 2026"),
]
NOTICE = "Intention to award notice: published 2 February 2026"


@pytest.mark.parametrize(("published", "begins", "ends", "signing", "act_end"), VECTORS)
def test_worked_standstills(published: str, begins: str, ends: str, signing: str, act_end: str) -> None:
    notice = f"Intention to award notice: published {published}"
    [right] = of("standstill", psr(notice, f"Standstill ends: midnight on {ends}"))
    assert [right.shown[name] for name in ("begins", "ends", "earliest_signing")] == [begins, ends, signing]
    assert right.values["ends_too_early"] is False
    [wrong] = of("standstill", psr(notice, f"Standstill ends: midnight on {act_end}"))
    assert wrong.values["ends_too_early"] is True
    assert of("early_contract", psr(notice, f"Contract signed: {ends}"))
    assert not of("early_contract", psr(notice, f"Contract signed: {signing}"))


@pytest.mark.parametrize(
    ("stated", "early", "short"),
    [("12 February 2026", True, 1), ("13 February 2026", False, 0), ("14 February 2026", False, 0)],
)
def test_one_day_either_side_of_the_end(stated: str, early: bool, short: int) -> None:
    [fact] = of("standstill", psr(NOTICE, f"Standstill ends: {stated}"))
    assert (fact.values["ends_too_early"], fact.values["days_short"]) == (early, short)


def test_messages_count_the_days_out_and_name_what_was_left_out() -> None:
    [fact] = of("standstill", psr(NOTICE, "Standstill ends: 11 February 2026"))
    assert fact.shown["counted"] == "Mon 2 Feb published, Tue 3 Feb begins, Fri 13 Feb midnight"
    assert fact.shown["short"] == "2 days"
    assert fact.shown["holidays"] == ""
    [easter] = of("standstill", psr("Intention to award notice: published 1 April 2026"))
    assert easter.shown["holidays"] == "; not counted: 3 April (Good Friday), 6 April (Easter Monday)"


@pytest.mark.parametrize(
    ("written", "covered", "right"),
    [
        ("midnight on 11 February 2026", "11 February 2026", "13 February 2026"),
        ("11 Feb 2026", "11 Feb 2026", "13 February 2026"),
        ("midnight on Wednesday 11 February 2026", "Wednesday 11 February 2026", "Friday 13 February 2026"),
        ("Wednesday 11 February 2026", "Wednesday 11 February 2026", "Friday 13 February 2026"),
    ],
)
def test_a_fix_replaces_the_date_and_nothing_else(written: str, covered: str, right: str) -> None:
    text = psr(NOTICE, f"Standstill ends: {written}")
    [fact] = of("standstill", text)
    span = fact.spans["stated"]
    assert text[span.start : span.end] == covered
    assert fact.shown["right_end"] == right
    mended = text[: span.start] + fact.shown["right_end"] + text[span.end :]
    assert mended == text.replace(covered, right)
    assert of("standstill", mended)[0].values["ends_too_early"] is False


@pytest.mark.parametrize(
    "text",
    [
        psr("Standstill ends: 11 February 2026"),
        psr("Intention to award notice: published [date]", "Standstill ends: 11 February 2026"),
        psr(NOTICE, "Standstill ends: 11 February 2026", route="direct award process A"),
        psr(NOTICE, "Standstill ends: 11 February 2026", regime="Procurement Act 2023"),
        psr(NOTICE, "Standstill ends: 11 February 2026", regime="PCR 2015", route="open procedure"),
        'CONTRACT "No procurement"\n',
    ],
)
def test_without_a_dated_notice_on_a_psr_route_there_is_nothing_to_count(text: str) -> None:
    assert of("standstill", text) == []


def test_the_date_after_the_word_published_counts() -> None:
    notice = "Intention to award notice: approved 20 January 2026, published 2 February 2026"
    assert of("standstill", psr(notice))[0].shown["published"] == "2 February 2026"


def test_a_hole_for_the_end_is_neither_early_nor_absent() -> None:
    [fact] = of("standstill", psr(NOTICE, "Standstill ends: [date]"))
    assert not any(fact.values[name] for name in ("end_stated", "end_absent", "ends_too_early"))
    assert of("standstill", psr(NOTICE))[0].values["end_absent"] is True


def test_an_award_that_follows_a_wrong_end_is_not_a_second_fault() -> None:
    lines = (NOTICE, "Standstill ends: 11 February 2026")
    assert not of("early_contract", psr(*lines, "Award date: 12 February 2026"))
    assert of("early_contract", psr(*lines, "Award date: 11 February 2026"))
    assert of("early_contract", psr(NOTICE, "Award date: 13 February 2026"))
    both = ("Award date: 4 February 2026", "Contract signed: 4 February 2026")
    assert len(of("early_contract", psr(NOTICE, *both))) == 1


@pytest.mark.parametrize(
    ("signed", "early"),
    [("4 February 2026", True), ("10 February 2026", True), ("11 February 2026", False)],
)
def test_five_working_days_after_a_further_decision(signed: str, early: bool) -> None:
    text = psr(
        "Intention to award notice: published 5 January 2026",
        "Further decision: 3 February 2026",
        f"Contract signed: {signed}",
    )
    assert bool(of("after_representations", text)) is early
    assert not of("early_contract", text)


def test_the_end_by_the_notice_may_stand_where_signature_waits_for_the_further_decision() -> None:
    lines = (
        "Intention to award notice: published 5 January 2026",
        "Standstill ends: midnight on 16 January 2026",
        "Further decision: 3 February 2026",
    )
    assert of("after_representations", psr(*lines))
    assert of("after_representations", psr(*lines, "Contract signed: 4 February 2026"))
    assert not of("after_representations", psr(*lines, "Contract signed: 11 February 2026"))


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("none", "denied"),
        ("not required", "denied"),
        ("10 days", "wrong_count"),
        ("10 calendar days", "wrong_count"),
        ("8 days", "wrong_count"),
        ("7 working days", "wrong_count"),
        ("8 working days from the day of publication", "from_publication"),
        ("8 working days after the notice is published", "from_publication"),
        ("8 working days after the day it begins, under PSR reg 12", ""),
        ("8 working days, which run from 22 May 2026, the day after publication", ""),
        ("8 working days after the day after publication", ""),
        ("8 working days after the day of publication", "from_publication"),
        ("10 working days", ""),
        ("9 working days after publication", ""),
        ("[ ]", ""),
    ],
)
def test_how_words_describe_it(words: str, fault: str) -> None:
    facts = of("standstill_words", psr(f"Standstill: {words}"))
    flags = ("denied", "wrong_count", "from_publication", "out_of_place")
    assert [name for fact in facts for name in flags if fact.values[name]] == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("lines", "stray"),
    [
        (("Standstill: 8 working days",), True),
        (("Standstill ends: 13 February 2026",), True),
        (("Standstill: none",), False),
        (("Standstill: 8 working days, kept by choice",), False),
        ((NOTICE, "Standstill ends: 13 February 2026"), False),
    ],
)
def test_a_standstill_on_a_route_without_one(lines: tuple[str, ...], stray: bool) -> None:
    [fact] = of("standstill_words", psr(*lines, route="direct award process A"))
    assert fact.values["out_of_place"] is stray


def test_ten_days_in_a_clause_are_found_where_all_is_psr() -> None:
    clause = '\nCLAUSE 3 "Award"\n  There is a standstill of 10 days. Invoices are paid in 10 days.\n'
    [fact] = of("standstill_words", psr() + clause)
    text = psr() + clause
    assert text[fact.span.start : fact.span.end] == "10 days"
    assert fact.span.start < text.index("Invoices")
    assert not of("standstill_words", psr(regime="PCR 2015", route="open procedure") + clause)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("There is a standstill of 10 days under the Public Contracts Regulations 2015.", True),
        ("A standstill of ten calendar days runs from the notice.", True),
        ("There is a standstill of 10 days after publication.", True),
        ("The contract follows the standstill, 10 days after it ends.", False),
        (
            "The standstill was not ten days, as under the Public Contracts Regulations 2015, "
            "but eight working days.",
            False,
        ),
        ("A ten calendar day standstill does not apply.", False),
        ("The previous procurement in 2021 had a standstill of 10 days.", False),
        ("The procurement in 2021 had a standstill of 10 days.", False),
        ("The standstill of 8 working days ran its course and 10 days later the contract was signed.", False),
        ("The standstill ran its course and 10 days later the contract was signed.", False),
    ],
)
def test_ten_days_in_prose_that_are_not_this_standstill(sentence: str, found: bool) -> None:
    assert bool(of("standstill_words", psr() + f'\nCLAUSE 3 "Award"\n  {sentence}\n')) is found


@pytest.mark.parametrize(("ends", "fault"), [("13 February 2026", True), ("16 February 2026", False)])
def test_a_right_end_forgives_how_the_days_are_told(ends: str, fault: bool) -> None:
    lines = ("Standstill: 8 working days after publication", f"Standstill ends: {ends}")
    [fact] = of("standstill_words", psr("Intention to award notice: published 3 February 2026", *lines))
    assert fact.values["from_publication"] is fault


@given(st.dates(date(2024, 1, 1), date(2035, 12, 1)), st.integers(-20, 20))
def test_early_means_before_the_right_end(published: date, offset: int) -> None:
    ends = psr_standstill(published).ends
    stated = ends + timedelta(days=offset)
    lines = (
        f"Intention to award notice: published {canonical(published)}",
        f"Standstill ends: {canonical(stated)}",
    )
    [fact] = of("standstill", psr(*lines))
    assert fact.values["days_short"] == max(0, -offset)
    assert fact.values["ends_too_early"] is (offset < 0)


@pytest.mark.parametrize(
    ("published", "decided", "ends", "signing"),
    [
        ("19 December 2025", "8 January 2026", "15 January 2026", "16 January 2026"),
        ("5 January 2026", "2 March 2026", "9 March 2026", "10 March 2026"),
        ("2 February 2026", "4 February 2026", "13 February 2026", "14 February 2026"),
        ("1 April 2026", "9 April 2026", "16 April 2026", "17 April 2026"),
        ("1 April 2026", "10 April 2026", "17 April 2026", "18 April 2026"),
    ],
)
def test_the_command_and_the_facts_count_representations_alike(
    published: str, decided: str, ends: str, signing: str
) -> None:
    from clausecheck.cli.standstill_sums import work_out

    notice, decision = (datetime.strptime(each, "%d %B %Y").date() for each in (published, decided))
    sums = {each.key: each.data for each in work_out(notice, decision, psr=True, act=False).every}
    said = sums["after_representations"]
    told = (date.fromisoformat(said["ends_at_midnight_of"]), date.fromisoformat(said["sign_from"]))
    assert tuple(map(canonical, told)) == (ends, signing)
    lines = (f"Intention to award notice: published {published}", f"Further decision: {decided}")
    [fact] = of("standstill", psr(*lines))
    assert fact.values["end_absent"]
    assert f"midnight on {ends}" in fact.shown["told"]
    assert f"from {signing}" in fact.shown["then"]
    assert ends in fact.shown["add"]


def test_representations_without_an_answer_leave_the_standstill_open() -> None:
    [fact] = of("standstill", psr(NOTICE, "Representations: received 10 February 2026"))
    assert fact.shown["told"].startswith("by the notice alone it is midnight on 13 February 2026")
    assert "5 working days" in fact.shown["then"]
    [fact] = of("standstill", psr(NOTICE, "Representations: none received"))
    assert "if nobody objects" in fact.shown["then"]
