from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.tree import Line, LineKind

# Texts made of what tells lines apart, so that every kind and every near miss comes up.
SCRAPS = st.sampled_from(
    [
        *("RISK SHARE R1", "PARTY", "Shares", "a word", "DEFINE", "Define", "WAIVE", "INCLUDE", "FRAGMENT"),
        *("CLAUSECHECK 1", ":", "#", " #", "//", '"', '"x"', "“x”", "“", "-", "–", "•", "*", "--", "£100"),
        *(" ", "\t", "\xa0", "\u200b", "\ufeff", "\r", "\n", "\n\n", "[ ]", "(", "’", "é", "\x00", "\x85"),
    ]
)
TEXTS = st.lists(SCRAPS, max_size=12).map("".join) | st.text(max_size=60)


def one(text: str) -> Line:
    (line,) = read_lines(text)
    return line


def shown(line: Line) -> tuple[str, str, str | None, str | None]:
    return (
        line.kind.value,
        line.lead.text,
        line.rest.text if line.rest else None,
        line.comment.text if line.comment else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CLAUSECHECK 1", ("version", "CLAUSECHECK", "1", None)),
        ("FRAGMENT", ("fragment", "FRAGMENT", None, None)),
        ('INCLUDE "schedule-3.clause" # later', ("include", "INCLUDE", '"schedule-3.clause"', "# later")),
        ("Include “a.clause”", ("include", "Include", "“a.clause”", None)),
        ('DEFINE "Term": text', ("definition", "DEFINE", '"Term": text', None)),
        ("Define “Term”: text", ("definition", "Define", "“Term”: text", None)),
        ("WAIVE a-rule on R1: why", ("waiver", "WAIVE", "a-rule on R1: why", None)),
        ('OUTCOME O1 "Fewer"', ("heading", "OUTCOME", 'O1 "Fewer"', None)),
        ("RISK SHARE R1", ("heading", "RISK SHARE", "R1", None)),
        ("LINKS", ("heading", "LINKS", None, None)),
        ("Expiry Date: 31 March 2029", ("field", "Expiry Date", "31 March 2029", None)),
        ("Bands:", ("field", "Bands", None, None)),
        ("  Owner :  ICB  # ours", ("field", "Owner", "ICB", "# ours")),
        ("- 0% to 1%: none", ("bullet", "-", "0% to 1%: none", None)),
        ("– one", ("bullet", "–", "one", None)),
        ("• one", ("bullet", "•", "one", None)),
        ("-one", ("bullet", "-", "one", None)),
        ("-", ("bullet", "-", None, None)),
        ("# a remark: with a colon", ("comment", "# a remark: with a colon", None, None)),
        ("The parties shall meet.", ("prose", "The parties shall meet.", None, None)),
        ("---", ("prose", "---", None, None)),
        ("https://example.org", ("prose", "https://example.org", None, None)),
        ("4.2 The parties: all of them", ("prose", "4.2 The parties: all of them", None, None)),
    ],
)
def test_a_line_is_what_its_shape_says(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert shown(one(text)) == expected


@pytest.mark.parametrize("mark", ["#", "  #", "\t# x"])
def test_a_remark_begins_behind_white_space_only(mark: str) -> None:
    line = one(f"Reference: PO#12{mark if mark != '#' else ''}")
    assert line.rest is not None
    assert line.rest.text == "PO#12"
    assert (line.comment is not None) is (mark != "#")


@pytest.mark.parametrize("quoted", ['"a # b"', "“a # b”"])
def test_a_hash_in_quotes_begins_no_remark(quoted: str) -> None:
    line = one(f"Purpose: {quoted}")
    assert line.comment is None
    assert line.rest is not None
    assert line.rest.text == quoted


@pytest.mark.parametrize("blank", ["", " ", "\t", "\xa0", "\u200b", "\ufeff", "\u3000", "\x85", "\v"])
def test_a_line_with_nothing_to_see_is_no_line(blank: str) -> None:
    assert list(read_lines(f"{blank}\n{blank}")) == []


@pytest.mark.parametrize("space", ["\t", "\xa0", "\u202f", "\u2007", "\u3000", "  "])
def test_any_white_space_parts_words(space: str) -> None:
    line = one(f"{space}Owner:{space}ICB{space}")
    assert shown(line) == ("field", "Owner", "ICB", None)


def test_spans_move_by_the_offset() -> None:
    (line,) = read_lines("Owner: ICB", 100)
    assert (line.lead.span, line.span) == ((100, 105), (100, 110))


def test_one_broken_line_costs_that_line_only() -> None:
    kinds = [line.kind for line in read_lines('PARTY A "a\n  Role provider\n]]"“ : (\n  Kind: ICB\n')]
    assert kinds[0] is LineKind.HEADING
    assert kinds[1] is LineKind.PROSE
    assert kinds[3] is LineKind.FIELD


def is_blank(character: str) -> bool:
    return character.isspace() or character in "\u200b\u2060\ufeff"


@settings(deadline=None)
@given(TEXTS)
def test_every_character_to_be_seen_lies_in_one_piece_of_one_line(text: str) -> None:
    lines = list(read_lines(text))
    owners = [0] * len(text)
    for line in lines:
        pieces = [piece for piece in (line.lead, line.rest, line.comment) if piece]
        for piece in pieces:
            assert line.span.holds(piece.span)
            assert text[slice(*piece.span)] == piece.text == piece.text.strip()
            for at in range(*piece.span):
                owners[at] += 1
        colon = text[line.lead.span.end : (pieces[1].span.start if len(pieces) > 1 else line.span.end)]
        assert colon.strip() == ("" if line.kind is not LineKind.FIELD else ":") or not colon.isascii()
        if line.kind is LineKind.FIELD:
            owners[line.lead.span.end + colon.index(":")] += 1
    assert [at for at, n in enumerate(owners) if n != 1 and not (n == 0 and is_blank(text[at]))] == []


@settings(deadline=None)
@given(TEXTS)
def test_a_line_stays_on_its_line_and_lines_come_in_order(text: str) -> None:
    end = -1
    for line in read_lines(text):
        assert "\n" not in text[slice(*line.span)]
        assert line.span.start > end
        end = line.span.end


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_a_line_is_read_the_same_wherever_it_stands(before: str, text: str) -> None:
    alone = [(line.kind, line.lead.text) for line in read_lines(text)]
    after = [(line.kind, line.lead.text) for line in read_lines(f"{before}\n{text}")]
    assert after[len(after) - len(alone) :] == alone
