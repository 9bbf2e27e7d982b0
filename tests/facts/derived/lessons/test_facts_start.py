"""What is open when services start, what holds the start back, how long there is, and when advice ends."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts

OPEN = block("SERVICES S1", "In scope: podiatry", "Agreed: no")


def draft(*lines: str, start: str = "1 April 2026", status: str = "preferred bidder") -> str:
    return block('CONTRACT "A"', f"Service Commencement Date: {start}", f"Status: {status}", *lines)


def signed(day: str, *lines: str) -> str:
    return draft(f"Date of contract: {day}", *lines)


def clause(words: str) -> str:
    return block('CLAUSE 1.1 "Words"', words)


@pytest.mark.parametrize(
    ("blocks", "matters"),
    [
        ((OPEN,), "SERVICES S1 is not agreed"),
        ((OPEN, block("BUDGET B1", "Agreed: not yet")), "SERVICES S1 and BUDGET B1 are not agreed"),
        ((block("SUBCONTRACT SUB1", "Signed: no, due in June"),), "SUBCONTRACT SUB1 is not signed"),
        ((block("SUBCONTRACT SUB1", "Key: no", "Signed: no"),), ""),
        ((block("SUBCONTRACT SUB1", "Signed: yes, 2 March 2026"),), ""),
        ((block("SUBCONTRACT SUB1", "Signed: TBC"),), ""),
        (
            (
                OPEN,
                block("SUBCONTRACT SUB1", "Signed: no"),
                block("VARIATION", "Process: the price is settled in the first Contract Year"),
            ),
            "SERVICES S1 is not agreed; SUBCONTRACT SUB1 is not signed; "
            "VARIATION leaves part of the bargain until later",
        ),
    ],
)
def test_what_is_open(blocks: tuple[str, ...], matters: str) -> None:
    found = facts("open_start", draft(), *blocks)
    assert [each.shown["matters"] for each in found] == ([matters] if matters else [])


@pytest.mark.parametrize(("status", "open_"), [("draft", 0), ("preferred bidder", 1), ("for signature", 1)])
def test_a_working_draft_may_have_open_matters(status: str, open_: int) -> None:
    unsigned = block("SUBCONTRACT SUB1", "Signed: no")
    assert len(facts("open_start", draft(status=status), unsigned)) == open_


def test_what_is_signed_before_it_is_agreed_is_said_once() -> None:
    """signed-before-agreed speaks of a budget or scope in a draft for signature."""
    unsigned = block("SUBCONTRACT SUB1", "Signed: no")
    assert not facts("open_start", draft(status="for signature"), OPEN)
    found = fact("open_start", draft(status="for signature"), OPEN, unsigned)
    assert found.shown["matters"] == "SUBCONTRACT SUB1 is not signed"


@pytest.mark.parametrize(
    ("words", "put_off"),
    [
        ("The parties will settle the budget and the leases after the Service Commencement Date.", True),
        ("The scope of services and the price are settled by variation in the first Contract Year.", True),
        ("Outstanding issues shall be resolved after signature.", True),
        ("The parties agree the baselines after services start.", True),
        ("Gains and losses are settled after the end of the first Contract Year.", False),
        ("The budget is agreed. A review follows after the Service Commencement Date.", False),
        ("The parties agree a work plan after the Service Commencement Date.", False),
        ("The price is paid monthly after the Service Commencement Date.", False),
    ],
)
def test_a_clause_that_leaves_the_bargain_until_later(words: str, put_off: bool) -> None:
    assert bool(facts("open_start", draft(status="draft"), clause(words))) is put_off


@pytest.mark.parametrize(
    ("more", "held"),
    [
        ("", False),
        (block("LINKS", "Conditions precedent: Schedule 1A, GC4"), True),
        (block("LINKS", "Conditions precedent: none"), False),
        (block("LINKS", "Transition arrangements: Schedule 2H"), True),
        (
            block("LINKS", "Transition arrangements: Schedule 2H, staff and data feeds to follow in August"),
            False,
        ),
        (block("LINKS", "Transition arrangements: leases to be ready after the start"), False),
        (block("LINKS", "Transition arrangements: data feeds in place on 26 June 2026"), True),
        (block("LINKS", "Exit arrangements: Schedule 2I"), False),
        (clause("Services do not start until every lease is signed."), True),
        (clause("The Services shall not commence before the DPIA is completed."), True),
        (clause("Services start only when the board has passed the readiness test."), True),
        (clause("Services do not start late."), False),
        ("What is this line\n", True),
    ],
)
def test_what_holds_the_start_back(more: str, held: bool) -> None:
    assert fact("open_start", draft(), OPEN, more).values["held"] is held


@pytest.mark.parametrize(
    ("day", "held"),
    [("9 March 2026", False), ("10 March 2026", True), ("1 April 2026", True), ("2 April 2026", False)],
)
def test_a_checkpoint_between_signature_and_start_holds(day: str, held: bool) -> None:
    text = block("ASSURANCE", f"Checkpoints: checkpoint 3 on {day}")
    assert fact("open_start", signed("9 March 2026"), OPEN, text).values["held"] is held


@pytest.mark.parametrize(
    ("day", "days", "long"),
    [
        ("3 March 2026", 29, "29 days after"),
        ("31 March 2026", 1, "1 day after"),
        ("1 April 2026", 0, "on the day of"),
        ("2 April 2026", -1, "1 day before"),
    ],
)
def test_the_time_to_get_ready_is_counted_in_days(day: str, days: int, long: str) -> None:
    found = fact("mobilisation", signed(day))
    assert (found.values["days"], found.shown["long"]) == (days, long)
    assert ("29 days to be ready" in found.shown["ready"]) is (days == 29)


@pytest.mark.parametrize(
    ("lines", "provider", "continuing"),
    [
        ((), "", False),
        (("Form: overlay on NHS Standard Contract 2026/27, full-length",), "", True),
        (("Form: NHS Standard Contract 2026/27, full-length",), "", False),
        ((), "Acute", True),
        ((), "Ferndale Hospitals NHS Foundation Trust", True),
        ((), "Acutely Care Ltd", False),
        ((), "ICB", False),  # no provider
    ],
)
def test_services_that_go_on_need_no_time(lines: tuple[str, ...], provider: str, continuing: bool) -> None:
    award = block("PROCUREMENT PR1", f"Existing provider: {provider}") if provider else ""
    found = fact("mobilisation", signed("23 March 2026", *lines), PARTIES, award)
    assert found.values["continuing"] is continuing


@pytest.mark.parametrize(
    ("said", "early"),
    [
        ("legal advisers, until the preferred bidder letter", True),
        ("ended with the preferred bidder", True),
        ("retained up to award", True),
        ("until the appointment of the preferred bidder", True),
        ("retained until 6 months after commencement", False),
        ("from before the preferred bidder was named until services start", False),
        ("until six months after award", False),
        ("until 22 March 2026", True),
        ("until 23 March 2026", False),
        ("appointed on 1 March 2026, retained throughout", False),
        ("none", False),
    ],
)
def test_when_advice_ends(said: str, early: bool) -> None:
    assert (
        fact("outside_advice", signed("23 March 2026", f"Outside advice: {said}")).values["ends_early"]
        is early
    )


def test_days_without_advice_are_counted() -> None:
    found = fact("outside_advice", signed("23 March 2026", "Outside advice: until 12 January 2026"))
    assert found.shown["gap"] == (
        "The last 70 days before signature, 12 January 2026 to 23 March 2026, come without it"
    )
