"""Checkpoints of assurance: their order, what they are to precede, and what is open at signature."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

MADE = block('CONTRACT "A"', "Date of contract: 23 March 2026", "Service Commencement Date: 1 April 2026")


def assurance(*lines: str) -> str:
    return block("ASSURANCE", *lines)


@pytest.mark.parametrize(
    ("line", "late"),
    [
        ("checkpoint 2 on 23 March 2026", []),
        ("checkpoint 2 on 24 March 2026", ["1 day"]),
        ("CP2: 24 March 2026", ["1 day"]),
        ("checkpoint 3 on 1 April 2026", []),
        ("checkpoint 3 on 3 April 2026", ["2 days"]),
        ("EE on 3 June 2025, CP1 on 2 June 2025", ["1 day"]),
        ("early engagement on 2 June 2025, checkpoint 1 on 2 June 2025", []),
        ("checkpoint 1 on 2 June 2025, checkpoint 3 on 1 June 2025", ["1 day"]),
        ("checkpoint 1 passed 2 June 2025, checkpoint 2 due before signature", []),
        ("all passed 2 June 2027", []),
    ],
)
def test_order(line: str, late: list[str]) -> None:
    assert [
        each.shown["days"] for each in facts("checkpoint_order", MADE, assurance(f"Checkpoints: {line}"))
    ] == late


def test_one_finding_a_checkpoint_and_bullets_are_read() -> None:
    lines = ("Checkpoints:", "- checkpoint 2: 2 April 2026", "- checkpoint 3: 1 April 2026")
    assert [each.shown["before"] for each in facts("checkpoint_order", MADE, assurance(*lines))] == [
        "the contract is made on 23 March 2026"
    ]


def test_checkpoint_1_comes_before_the_choice_of_a_provider() -> None:
    chosen = block("PROCUREMENT PR1", "Intention to award notice: published 2 February 2026")
    for day, late in (("2 February 2026", 0), ("3 February 2026", 1)):
        line = assurance(f"Checkpoints: checkpoint 1 on {day}")
        assert len(facts("checkpoint_order", MADE, chosen, line)) == late


@pytest.mark.parametrize(
    ("more", "held"),
    [
        ("", False),
        (block("LINKS", "Conditions precedent: Schedule 1A"), True),
        (block("LINKS", "Conditions precedent: none"), False),
        (block('CLAUSE 2 "Start"', "Services do not start until checkpoint 3 is passed."), True),
        (block('CLAUSE 2 "Start"', "Services start on 1 April 2026."), False),
        (block('CLAUSE 2 "Start"', "Services start only when checkpoint 3 has been passed."), True),
        (block('CLAUSE 2 "Start"', "The Services do not begin before checkpoint 3."), True),
        (block('CLAUSE 2 "Start"', "Passing checkpoint 3 is a condition of the start of services."), True),
        (block('CLAUSE 2 "Start"', "Commencement depends on checkpoint 3."), True),
        (block('CLAUSE 2 "Start"', "The Services begin once checkpoint 3 is passed."), True),
        (block('CLAUSE 2 "Start"', "Nothing depends on checkpoint 3."), False),
        (block('CLAUSE 2 "Start"', "Commencement does not depend on checkpoint 3."), False),
        (
            block('CLAUSE 2 "Start"', "Services start regardless of checkpoint 3, subject to checkpoint 2."),
            False,
        ),
    ],
)
def test_a_checkpoint_that_is_open_at_signature(more: str, held: bool) -> None:
    line = assurance("Checkpoints: checkpoint 3 on 24 March 2026")
    assert fact("checkpoint_open", MADE, line, more).values["held"] is held


@pytest.mark.parametrize(("said", "held"), [("checkpoint 3 passed by 25 March 2026", True), ("none", False)])
def test_a_condition_precedent_of_the_contract(said: str, held: bool) -> None:
    made = block('CONTRACT "A"', "Date of contract: 23 March 2026", f"Conditions precedent: {said}")
    line = assurance("Checkpoints: checkpoint 3 on 24 March 2026")
    assert fact("checkpoint_open", made, line).values["held"] is held


def test_a_checkpoint_on_the_day_of_signature_is_not_open() -> None:
    assert not facts("checkpoint_open", MADE, assurance("Checkpoints: checkpoint 3 on 23 March 2026"))
    assert not facts("checkpoint_open", MADE, assurance("Checkpoints: checkpoint 2 on 24 March 2026"))
