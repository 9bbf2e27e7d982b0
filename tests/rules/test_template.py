"""Message templates: what they show, and names that are not there."""

from __future__ import annotations

import pytest
from rule_samples import SCHEMA

from clausecheck.facts.fact import Fact
from clausecheck.rules.template import Place, TemplateError, compile_template, find_place, render
from clausecheck.spans import Span

KINDS = {"p": "party", "c": "member_cap"}


def party(**shown: str) -> Fact:
    return Fact(
        "party",
        0,
        Span(0, 0),
        {"ref": "ICB", "risk_capacity": 500, "members": 12, "public": True},
        shown=shown,
        path=("PARTIES", 'PARTY ICB "The Board"'),
    )


CAP = Fact("member_cap", 1, Span(0, 0), {"exceeds_capacity": False})


def said(text: str, *facts: Fact) -> str:
    return render(compile_template(text, KINDS, SCHEMA), facts or (party(), CAP))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no places", "no places"),
        ("", ""),
        ("{p.ref}", "ICB"),
        ("a {p.members}, {p.public}/{c.exceeds_capacity}.", "a 12, yes/no."),
        ("{p.role}", "not stated"),
        ("{p.purpose}", "not stated"),
        ("{{p.ref}} {{{p.ref}}}", "{p.ref} {ICB}"),
        ("  {p.ref}\n", "ICB"),
    ],
)
def test_render(text: str, words: str) -> None:
    assert said(text) == words


def test_what_a_fact_shows_goes_before_its_plain_value() -> None:
    assert said("{p.risk_capacity}", party(risk_capacity="£5"), CAP) == "£5"
    assert said("{p.risk_capacity}", party(risk_capacity=""), CAP) == ""


def test_a_fact_is_called_by_its_name_else_its_heading_else_its_kind() -> None:
    assert said("{p}", party(name="Northshire ICB"), CAP) == "Northshire ICB"
    assert said("{p}") == 'PARTY ICB "The Board"'
    assert said("{c}") == "member_cap"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{q.ref}", 'no pattern that must match is called "q"'),
        ("{p.reff}", 'party has no attribute "reff"; did you mean "ref"?'),
        ("{}", '"" is not a pattern\'s name'),
        ("{p.ref.x}", '"p.ref.x" is not a pattern\'s name'),
        ("{p.ref", '"{" stands alone in "{p.ref"'),
        ("p.ref}", '"}" stands alone'),
    ],
)
def test_faults(text: str, words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(text, KINDS, SCHEMA)
    assert words in str(caught.value)


def test_places() -> None:
    assert find_place("c", KINDS, SCHEMA) == Place(1)
    assert find_place("p.ref", KINDS, SCHEMA) == Place(0, "ref")
