from __future__ import annotations

from itertools import pairwise

import pytest
from drafting_facts import cut, facts_of, under
from hypothesis import given
from hypothesis import strategies as st

PROSE = 'CLAUSE 1.1 "Words"\n  {}\n'


def placeholders(text: str) -> list[str]:
    return [cut(text, fact) for fact in facts_of("placeholder", text)]


@pytest.mark.parametrize(
    ("hole", "form", "number"),
    [
        ("[ ]", "bracket", False),
        ("[●]", "bracket", False),
        ("[date]", "bracket", False),
        ("[monthly]", "bracket", False),
        ("[yes/no]", "bracket", False),
        ("£[ ]", "money", True),
        ("£[ ]m", "money", True),
        ("[60]%", "percent", True),
        ("TBC", "word", False),
        ("tba", "word", False),
        ("to be confirmed", "word", False),
        ("xx", "word", False),
        ("____", "blank", False),
        ("[Note: finance leads to propose]", "note", False),
        ("[Drafting note: check]", "note", False),
    ],
)
def test_every_form_of_placeholder_is_found_where_it_stands(hole: str, form: str, number: bool) -> None:
    for text in (under("Purpose", f"patients, {hole}"), PROSE.format(f"The parties say {hole}.")):
        (fact,) = facts_of("placeholder", text)
        assert cut(text, fact) == hole
        assert fact.values["form"] == form
        assert fact.values["number"] is number
        assert fact.shown["todo"]


@pytest.mark.parametrize(
    "words",
    [
        "see Compass v Mid Essex [2013] EWCA Civ 200",
        "reported at [2024] 1 WLR 12",
        "as the study found[1]",
        "as the study found [1].",
        "as two studies found [1] and [2], and a third [3]",
        "see [the policy](https://example.org/policy)",
        "(a) the first, and (b) the second",
        "[Not used]",
        "[Intentionally omitted]",
        "[Reserved]",
        "[n/a]",
        "a plan to be agreed by the Board within 20 Operational Days",
        "the word [sic] stands so",
        "Maxxim and exxon, MCXX",
    ],
)
def test_innocent_brackets_and_words_are_passed_over(words: str) -> None:
    assert placeholders(under("Purpose", words)) == []
    assert placeholders(PROSE.format(words)) == []


@pytest.mark.parametrize("words", ["within [10] Operational Days", "up to [60] people"])
def test_a_number_in_brackets_with_something_to_count_is_a_placeholder(words: str) -> None:
    assert len(placeholders(PROSE.format(words))) == 1


@pytest.mark.parametrize(
    ("words", "held"),
    [("rates to be agreed", True), ("rates to be agreed.", True), ("rates to be agreed each year", False)],
)
def test_to_be_agreed_is_open_only_where_nothing_follows(words: str, held: bool) -> None:
    assert placeholders(under("Purpose", words)) == (["to be agreed"] if held else [])


@pytest.mark.parametrize(
    ("heading", "holes"),
    [
        ('PARTY Council "[COUNCIL NAME]"', ["[COUNCIL NAME]"]),
        ("PARTY Council “[COUNCIL NAME]”", ["[COUNCIL NAME]"]),
        ('PARTY Council "NHS [place] Trust, xx"', ["[place]", "xx"]),
        ('PARTY [Provider] "Ferndale Trust"', ["[Provider]"]),
        ('CLAUSE 9.1 "Terms [2024] EWCA Civ 1"', []),
        ('CLAUSE 9.1 "[Not used]"', []),
    ],
)
def test_ids_and_titles_are_searched(heading: str, holes: list[str]) -> None:
    assert placeholders(f"{heading}\n") == holes


def test_the_term_and_the_text_of_a_definition_are_searched() -> None:
    text = 'DEFINE "[Host] Partner": the party that holds [name of fund]\n'
    assert placeholders(text) == ["[Host]", "[name of fund]"]


@pytest.mark.parametrize(
    ("text", "holes"),
    [
        (under("Role", "provider, [ ]", 'PARTY A "x"'), ["[ ]"]),
        (under("Form", "NHS Standard Contract [2026/27], full-length"), ["[2026/27]"]),
        (under("Authorities", "ICB, [Council]", "PROCUREMENT PR1"), ["[Council]"]),
        (under("Budget", "£4m per Contract Year, for [ ]", "RISK SHARE R1"), ["[ ]"]),
        (under("Shares", "ICB 50%, Acute 50% (TBC)", "RISK SHARE R1"), ["TBC"]),
        (under("Commissioner notice", "[ ] months", "TERMINATION"), ["[ ]"]),
        ("RISK SHARE R1\n  Bands:\n    - [ ]% to 5% of Budget: ICB 100%\n", ["[ ]%"]),
        ("OUTCOME O1\n  Target:\n    - [year]: at most 4\n", ["[year]"]),
        ("RISK SHARE R1\n  Cap:\n    - losses: £350,000 for [party]\n", ["[party]"]),
    ],
)
def test_a_hole_in_a_value_that_can_be_read_is_found_once(text: str, holes: list[str]) -> None:
    assert placeholders(text) == holes


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (under("Risk capacity", "TBC", 'PARTY A "x"'), True),
        (under("Size", "[ ]", "POPULATION P1"), True),
        (under("Target", "[ ] by 31 March 2027", "OUTCOME O1"), True),
        (under("Baseline", "[60]", "OUTCOME O1"), True),
        (under("Shares", "ICB 50%, Acute [ ]%", "RISK SHARE R1"), True),
        (under("Contributions", "ICB £1m, Acute £[ ]", "BUDGET B1"), True),
        (under("Members", "ICB 2, Acute [ ]", "GOVERNANCE G1"), True),
        (under("Source", "[ ]", "OUTCOME O1"), False),
        (under("Expiry Date", "[ ]"), False),
        (under("Budget", "£4m, as at [date]", "RISK SHARE R1"), False),
    ],
)
def test_a_placeholder_for_a_number_is_told_from_one_for_words(text: str, number: bool) -> None:
    (fact,) = facts_of("placeholder", text)
    assert fact.values["number"] is number


@pytest.mark.parametrize(
    ("value", "holes"),
    [
        ("XX/XX/2026", ["XX/XX"]),
        ("[ ]/[ ]/[ ]", ["[ ]/[ ]/[ ]"]),
        ("£XXX,XXX", ["XXX,XXX"]),
        ("[name][title]", ["[name][title]"]),
        ("[name] and [title]", ["[name]", "[title]"]),
        ("xx, yy", ["xx"]),
    ],
)
def test_the_holes_of_one_value_are_one_placeholder(value: str, holes: list[str]) -> None:
    assert placeholders(under("Contract reference", value)) == holes


def test_pounds_before_a_blank_make_it_an_amount() -> None:
    (fact,) = facts_of("placeholder", under("Contract reference", "at £XX,XXX a year"))
    assert (fact.values["form"], fact.values["number"]) == ("money", True)


@given(
    st.lists(
        st.sampled_from(["[ ]", "TBC", "£[ ]", "word", "4%", "[1]", ",", "/", "to be agreed", "xx", "“"])
    )
)
def test_whatever_a_line_says_placeholders_stand_in_order_apart_and_on_it(words: list[str]) -> None:
    text = under("Purpose", "p " + " ".join(words))
    spans = [fact.span for fact in facts_of("placeholder", text)]
    assert all(text[span.start : span.end].strip() for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (under("Model", "[ ]"), "Still open: how commissioners and providers are bound together"),
        (under("Status", "[draft]"), "Still open: how far the draft has come"),
        (PROSE.format("Within 14 days of [date]."), "Nothing is agreed there"),
        ('PARTY Council "[COUNCIL NAME]"\n  Role: commissioner\n', "Nothing is agreed there"),
    ],
)
def test_a_placeholder_says_what_is_open(text: str, said: str) -> None:
    (fact,) = facts_of("placeholder", text)
    assert fact.shown["open"] == said
