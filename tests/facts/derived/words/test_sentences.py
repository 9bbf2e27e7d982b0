"""The sentences of a draft, each with its place."""

from __future__ import annotations

from clausecheck.facts.derived.words.sentences import sentences
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def told(text: str) -> list[tuple[str, str, str]]:
    """Each sentence: its words, the words at its place, and what its place is called."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [(each.text, text[each.span.start : each.span.end], each.name) for each in sentences(draft)]


def test_a_clause_is_divided_at_its_stops() -> None:
    text = 'CLAUSE 1 "Changes"\n  Under reg. 13 and s. 75, £1.5m is the most. No. 2 stands; so does 3.\n'
    assert [(words, at) for words, at, _ in told(text)] == [
        ("Under reg. 13 and s. 75, £1.5m is the most", "Under reg. 13 and s. 75, £1.5m is the most"),
        ("No. 2 stands", "No. 2 stands"),
        ("so does 3", "so does 3"),
    ]


def test_lines_bullets_and_definitions_are_sentences_too() -> None:
    text = (
        'DEFINE "Working Day": Monday to Friday.\n\n'
        "PROCUREMENT PR1\n  Platform: central digital platform. Not ours.\n"
        "  Reasons:\n    - best on quality\n"
    )
    assert [(words, name) for words, _, name in told(text)] == [
        ("central digital platform", "PROCUREMENT PR1"),
        ("Not ours", "PROCUREMENT PR1"),
        ("best on quality", "PROCUREMENT PR1"),
        ("Monday to Friday", 'DEFINE "Working Day"'),
    ]


def test_what_stands_around_a_sentence_is_its_whole_clause() -> None:
    text = 'CLAUSE 1 "Changes"\n  First.\n  Second.\n\nPROCUREMENT PR1\n  Reasons: third. Fourth.\n'
    draft, _ = build(source_from_text(text, "example.clause"))
    assert [each.around for each in sentences(draft)] == [
        "First. Second.",
        "First. Second.",
        "third. Fourth.",
        "third. Fourth.",
    ]
    assert all("\n" not in each.text for each in sentences(draft))


def test_a_table_without_stops_is_left_alone() -> None:
    assert told('CLAUSE 1 "Table"\n  ' + "figure " * 144 + "\n") == []
    assert len(told('CLAUSE 1 "Table"\n  ' + "figure " * 143 + "\n")) == 1
