from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.syntax.grammar import STARTS
from clausecheck.syntax.tree import Leaf, Node, Unread
from clausecheck.syntax.values import read_value

# One text or more for each value type and each way of writing it that the language has.
READ = {
    "heading_rest": ["", "R1", '"title"', "R1 “title”", "4.2 “heading”"],
    "definition_rest": ['"Term": text', "“Term”:"],
    "include_rest": ['"schedule-3.clause"', "“a.clause”"],
    "waiver_rest": ["rule-name", "rule-name on R1: reason, by WHO", "rule on CLAUSE 4.2"],
    "entry": ["2026/27: 0%", "gains: 10% of Budget for Acute", "Alliance Board:"],
    "text": ["", "any words (at all); £100, “so” [ ] 100% …", "]["],
    "money": [
        *("£14,200,000", "£14.2m", "£350,000 per Contract Year", "£655 per person", "£1.5 million"),
        *("£42,600,000 excluding VAT, over the Contract Term", "£100 including VAT", "£100k pa", "-£100"),
    ],
    "amount": ["£350,000 per Contract Year for Community", "2% of gains", "10% of Budget for Acute", "[ ]"],
    "percent": ["45%", "2.5% of Budget", "2.5 per cent", "[60]%", "3% of the Annual Contract Value, gross"],
    "count": ["61,400", "4 members, including at least 1 commissioner", "75% of votes cast", "TBC"],
    "date": [
        *(
            "1 April 2026",
            "2026-04-01",
            "01/04/2026",
            "1.4.2026",
            "Wednesday 1 April 2026",
            "1st of April 2026",
        ),
        *("midnight on 13 February 2026", 'published 2 February 2026, reference "x"', "[date]", "1 Apr 2026"),
    ],
    "year": ["2026/27", "2026/2027", "Year 1", "[year]"],
    "duration": [
        *("10 Operational Days", "8 working days", "6 weeks", "24 months", "10 days", "thirty (30) days"),
        *("within 60 Operational Days after each Contract Year, under SC36", "12 months notice", "xx"),
        *("within thirty days", "up to 24 months, by 6 months notice", "7 clear days", "[60]"),
    ],
    "threshold": [
        *("at least 86%", "at most 225 by 31 March 2027", "above 5", "below £100", "between 5 and 7"),
        *(
            "between 5% and 7.5% by 2027-03-31",
            "≥ 5",
            "≤ 5",
            "> 5",
            "< 5",
            ">= 5",
            "<= 5",
            "86%",
            "at least [ ]",
        ),
        *("no more than 10", "not less than 10", "up to 10 minutes", "at  least 5"),
    ],
    "measured": ["248 in 2024/25", "81.5% in 2024/25, n=4,100", "£12 in 2024/25", "248", "[ ] in 2024/25"],
    "band": [
        *(
            "1% to 5% of Budget",
            "above 5% of Budget",
            "0% - 1%",
            "1%–5% of Budget",
            "£0 to £100,000",
            "[ ] to 5%",
        ),
    ],
    "shares": [
        *("ICB 45%, Council 15%, Acute 25%, Community 15%", "ICB [ ]%, Council 55%", "O1 60%, O2 40%"),
        *("Northshire ICB 45% (host), Council 55%; reviewed each year",),
    ],
    "moneys": ["ICB £139m, Council £39m", "ICB £1m per Contract Year, Council £[ ]"],
    "votes": ["ICB 2, Council 1", "ICB, Council", "ICB [ ], Council 1 (non-voting)"],
    "names": ["ICB, Council", "O1", "ICB and Council", "[providers]", "SC36, Schedule 2A, clause 4.2"],
}
UNREAD = {
    "heading_rest": ['"a" b', '"open'],
    "money": ["350,000", "£", "£14,20,000", "£14.2mm", "£1234567890123456"],
    "percent": ["45", "45.%", "per cent"],
    "count": ["many", "61,40", "1,2,3"],
    "date": ["April 2026", "1 April", "1 April 206", "1 Foo 2026", "soon"],
    "year": ["2026", "Year", "2026-28", "2026-04", "26-27"],
    "duration": ["ten", "10", "months"],
    "threshold": ["at mots 240", "improved", "between 5", "at most 240 by March"],
    "measured": ["about 248", "in 2024/25"],
    "band": ["1% of Budget", "none", "1% to 5% of Budget,"],
    "shares": ["ICB 45% Council 55%", "ICB, Council", "45%", "ICB 45%,", "ICB 4 5%"],
    "moneys": ["ICB 139m", "£139m"],
    "votes": ["2", "ICB 2 Council 1"],
    "names": [",", ", ICB"],
}
SCRAPS = st.sampled_from(
    [
        *("ICB", "at least", "between", "and", "to", "of", "Budget", "per Contract Year", "excluding VAT"),
        *("£14.2m", "£[ ]", "45%", "[ ]", "[60]%", "TBC", "____", "1 April 2026", "2026-04-01", "01/04/2026"),
        *("2026/27", "Year 1", "10 days", "SC36", "61,400", "n=", "in", "by", "for", "(x)", '"q"', "“", "["),
        *(",", ";", ":", " ", "\xa0", "\t", "–", "'", "%", "£", "1", "é", "\u200b", "\u2011", "…", "\x85"),
    ]
)
TEXTS = st.lists(SCRAPS, max_size=10).map("".join) | st.text(max_size=60)


def test_there_is_a_text_for_every_shape() -> None:
    assert set(READ) == set(STARTS) - {"draft"}


@pytest.mark.parametrize(("shape", "text"), [(shape, text) for shape in READ for text in READ[shape]])
def test_every_way_of_writing_a_value_reads(shape: str, text: str) -> None:
    tree = read_value(shape, text)
    assert isinstance(tree, Node), tree
    assert tree.kind == shape


@pytest.mark.parametrize(("shape", "text"), [(shape, text) for shape in UNREAD for text in UNREAD[shape]])
def test_what_is_not_of_the_shape_says_where(shape: str, text: str) -> None:
    tree = read_value(shape, text)
    assert isinstance(tree, Unread), tree
    assert 0 <= tree.at <= len(text)
    assert text.startswith(tree.found, tree.at)


def test_a_value_that_ends_too_soon_is_unread_at_its_end() -> None:
    unread = read_value("threshold", "at least")
    assert isinstance(unread, Unread)
    assert (unread.at, unread.found) == (8, "")
    assert "NUMBER" in unread.expected


@pytest.mark.parametrize(
    "text",
    [
        *("[ ]", "£[ ]", "[●]", "[date]", "[monthly]", "[60]%", "[yes/no]", "TBC", "xx", "____", "[Note: x]"),
        *("TBA", "TBD", "tbc", "Tbc", "to be agreed", "To be confirmed", "XXX", "……", "£[ ]m", "[a [b] c]"),
    ],
)
def test_every_way_of_leaving_a_hole_is_one(text: str) -> None:
    tree = read_value("text", text)
    assert isinstance(tree, Node)
    assert [(leaf.kind, leaf.text) for leaf in tree.leaves()] == [("HOLE", text)]


@pytest.mark.parametrize("text", ["Foxx", "taxx", "xxl", "_", "…", "etc", "Tbcs", "()"])
def test_what_only_looks_like_a_hole_is_none(text: str) -> None:
    tree = read_value("text", text)
    assert isinstance(tree, Node)
    assert all(leaf.kind != "HOLE" for leaf in tree.leaves())


@settings(deadline=None)
@given(st.sampled_from([start for start in STARTS if start != "draft"]), TEXTS)
def test_any_text_reads_as_any_shape_or_says_where_it_does_not(shape: str, text: str) -> None:
    text = text.replace("\n", " ")
    tree = read_value(shape, text)
    if isinstance(tree, Unread):
        assert 0 <= tree.at <= len(text)
        return
    end = 0
    for leaf in tree.leaves():
        assert isinstance(leaf, Leaf)
        assert leaf.span.start >= end
        assert text[slice(*leaf.span)] == leaf.text == leaf.text.strip()
        end = leaf.span.end


@settings(deadline=None)
@given(TEXTS)
def test_free_text_and_bullets_take_anything(text: str) -> None:
    assert isinstance(read_value("text", text.replace("\n", " ")), Node)


@settings(deadline=None)
@given(TEXTS)
def test_nothing_is_lost_from_free_text(text: str) -> None:
    text = text.replace("\n", " ")
    tree = read_value("text", text)
    assert isinstance(tree, Node)
    kept = [False] * len(text)
    for leaf in tree.leaves():
        kept[slice(*leaf.span)] = [True] * len(leaf.text)
    assert [text[at] for at, is_kept in enumerate(kept) if not is_kept and not text[at].isspace()] == []


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 20_000, "£[" * 10_000, "“" * 20_000 + "1", "‘" * 20_000 + "1", "1" * 20_000, "1." * 10_000),
        *("word " * 4_000, "5% of b" + " " * 20_000 + "c", "(" * 20_000, "x" * 20_000, "SC1" + ".1" * 10_000),
    ],
    ids=lambda text: f"{text[:6]}...",
)
@pytest.mark.parametrize("shape", ["text", "amount", "date", "names", "shares"])
def test_no_text_is_looked_over_again_and_again(shape: str, text: str) -> None:
    # A pattern that looks back would need minutes for one of these; the whole table takes seconds.
    assert isinstance(read_value(shape, text), Node | Unread)
