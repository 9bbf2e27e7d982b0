"""Where lines stand: indentation, blank lines, comments, and lines that nobody understood."""

from __future__ import annotations

import pytest
from format_corpus import text

from clausecheck.format import format_source


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("", ""),
        (" \n\t\n\n", ""),
        ("\n\nLINKS\nVariations: GC13", "LINKS\n  Variations: GC13\n"),
        ("LINKS\nVariations: GC13\n\n\n\n", "LINKS\n  Variations: GC13\n"),
        ("LINKS\n\n\n\nVariations: GC13\n", "LINKS\n\n  Variations: GC13\n"),
        ("LINKS\nVariations: GC13\nMEMBERSHIP\n", "LINKS\n  Variations: GC13\n\nMEMBERSHIP\n"),
        ("CLAUSECHECK 1\nFRAGMENT\nLINKS\n", "CLAUSECHECK 1\nFRAGMENT\n\nLINKS\n"),
        (
            'LINKS\nDEFINE "A": a\nDEFINE "B": b\n\n\nDEFINE "C": c\nINCLUDE "d.clause"\n',
            'LINKS\n\nDEFINE "A": a\nDEFINE "B": b\n\nDEFINE "C": c\n\nINCLUDE "d.clause"\n',
        ),
    ],
)
def test_one_blank_line_parts_blocks_and_groups_stay(written: str, canonical: str) -> None:
    assert format_source(text(written)) == canonical


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("#one\nLINKS\n", "#one\nLINKS\n"),
        ("LINKS\n# one\nVariations: GC13\n", "LINKS\n  # one\n  Variations: GC13\n"),
        (
            "LINKS\nVariations: GC13\n# one\n\nMEMBERSHIP\n",
            "LINKS\n  Variations: GC13\n  # one\n\nMEMBERSHIP\n",
        ),
        ("LINKS\nVariations: GC13\n# one\nMEMBERSHIP\n", "LINKS\n  Variations: GC13\n\n# one\nMEMBERSHIP\n"),
        (
            "LINKS\nVariations: GC13\n  # one\n# two\n  # three\nMEMBERSHIP\n",
            "LINKS\n  Variations: GC13\n  # one\n\n# two\n# three\nMEMBERSHIP\n",
        ),
        (
            "LINKS\n  Variations: GC13\n\n  # one\n\n# two\n\nMEMBERSHIP\n",
            "LINKS\n  Variations: GC13\n\n  # one\n\n# two\n\nMEMBERSHIP\n",
        ),
        ("LINKS\n\n\n   # one\n\n\nVariations: GC13\n", "LINKS\n\n  # one\n\n  Variations: GC13\n"),
        (
            'RISK SHARE R1 "A"\nCap:\n# one\n- gains: 1% of Budget\n  # two\n',
            'RISK SHARE R1 "A"\n  Cap:\n    # one\n    - gains: 1% of Budget\n    # two\n',
        ),
        ("LINKS #one\nVariations: GC13 \t#  two  \n", "LINKS  #one\n  Variations: GC13  #  two\n"),
        ('DEFINE "A":\t“b # c” # d', 'DEFINE "A": “b # c”  # d\n'),
        ("LINKS\nVariations: GC13\n\n\n# end", "LINKS\n  Variations: GC13\n\n# end\n"),
    ],
)
def test_comments_stand_with_what_they_are_about(written: str, canonical: str) -> None:
    assert format_source(text(written)) == canonical


@pytest.mark.parametrize(
    "broken",
    [
        "the parties agree   to share \t",
        "   Shaers:ICB 45 %,  Acute 55% ",
        "\tShares: ICB 45%, Acute lots ",
        " Shares:ICB 45 %, Acute 5 5%",
        "   - a bullet under nothing  ",
        "       Numerator   :   248 in 2024/25",
        " Cap:  ",
        " Sides :  sideways ",
    ],
)
def test_a_line_that_is_not_understood_stays_to_the_last_space(broken: str) -> None:
    draft = f'RISK SHARE R1 "A"\n{broken}\nBudget: £1m\n\n'
    assert format_source(text(draft)) == f'RISK SHARE R1 "A"\n{broken}\n  Budget: £1,000,000\n'


def test_the_second_of_two_equal_labels_stays_as_it_is() -> None:
    draft = 'RISK SHARE R1 "A"\nBudget: £1m\nBUDGET :  £2m\n'
    assert format_source(text(draft)) == 'RISK SHARE R1 "A"\n  Budget: £1,000,000\nBUDGET :  £2m\n'


def test_lines_under_a_heading_that_is_none_stay_as_they_are() -> None:
    draft = 'WIDGET W1 "A"\n Budget:£1m\n\n\nLINKS\nVariations :GC13\n'
    assert format_source(text(draft)) == 'WIDGET W1 "A"\n Budget:£1m\n\nLINKS\n  Variations: GC13\n'


def test_only_the_inside_of_clause_fences_changes_in_markdown() -> None:
    host = "#  Part\n\n\n- LINKS  \n```clause\n\nLINKS\nVariations:GC13\n\n```\n"
    host += "\n\n```text\nLINKS\n x\n```\n~~~clause\nLINKS"
    wanted = host.replace("\n\nLINKS\nVariations:GC13\n\n", "\nLINKS\n  Variations: GC13\n") + "\n"
    assert format_source(text(host, "host.md")) == wanted


def test_a_fence_inside_a_clause_does_not_move_to_where_it_would_end_the_host() -> None:
    host = '```clause\nCLAUSE 1 "A"\n      ```\nwords\n```\nend\n'
    wanted = '```clause\nCLAUSE 1 "A"\n      ```\n  words\n```\nend\n'
    assert format_source(text(host, "host.md")) == wanted


def test_an_empty_fence_stays_empty() -> None:
    assert format_source(text("```clause\n```\n", "host.md")) == "```clause\n```\n"
