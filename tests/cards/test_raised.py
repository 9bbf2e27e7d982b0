"""What the program raises by itself has a card, and a card that says so is really raised.

The names are read from the source, so that a new notice without a card fails here and not in a draft,
where it would be lost without a word.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import clausecheck
from clausecheck.rules.card import Card
from clausecheck.rules.catalogue import load_catalogue

PACKAGE = Path(clausecheck.__file__).parent


def calls(folder: str, *functions: str) -> Iterator[tuple[ast.Call, dict[str, str]]]:
    """Every call of these functions in a layer, each with the string constants of its module."""
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
                yield node, constants


def rules_named(folder: str, function: str) -> set[str]:
    """The rules that a layer raises: the first argument of each call, written out or as a constant."""
    names = set()
    for call, constants in calls(folder, function):
        first = call.args[0]
        if isinstance(first, ast.Name):
            names.add(constants[first.id])
        else:
            assert isinstance(first, ast.Constant), f"line {call.lineno} of {folder}: not a rule by name"
            names.add(str(first.value))
    return names


def cards_raised_by(who: str) -> set[str]:
    catalogue = load_catalogue()
    cards: dict[str, Card] = {name: catalogue.docs(name) for name in catalogue.rules}
    return {name for name, card in cards.items() if card.head.raised_by == who}


def test_the_reader_raises_what_has_a_card_and_no_card_else() -> None:
    raised = rules_named("model", "Notice")
    assert len(raised) > 10, "the names are no longer read from the source"
    assert raised == cards_raised_by("reader")


def test_the_report_raises_what_has_a_card_and_no_card_else() -> None:
    raised = rules_named("report", "raise_finding")
    assert len(raised) == 5, "the names are no longer read from the source"
    assert raised == cards_raised_by("report")


def test_the_house_raises_what_has_a_card_and_no_card_else() -> None:
    assert rules_named("house", "Notice") == cards_raised_by("house")


def test_nothing_outside_the_reader_the_report_and_the_house_raises_anything() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir()} - {"model", "report", "house"}
    for folder in sorted(folders):
        assert not list(calls(folder, "Notice", "raise_finding")), folder
