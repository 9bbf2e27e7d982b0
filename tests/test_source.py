from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.source import (
    MOST_BYTES,
    Region,
    Source,
    SourceProblem,
    read_source,
    source_from_bytes,
    source_from_text,
)
from clausecheck.spans import Span

PLAIN = 'CONTRACT "Home First"\n  Contract value: £100\n'


def problem(raw: bytes) -> str:
    with pytest.raises(SourceProblem) as caught:
        source_from_bytes(raw, "a.clause")
    return str(caught.value)


def fenced(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The text and the headings of each region of a Markdown text."""
    source = source_from_text(text, "plan.md")
    return [(source.cut(region.span), region.headings) for region in source.regions]


@pytest.mark.parametrize(
    "raw",
    [
        PLAIN.encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.encode("utf-16"),
        b"\xff\xfe" + PLAIN.encode("utf-16-le"),
        b"\xfe\xff" + PLAIN.encode("utf-16-be"),
        PLAIN.replace("\n", "\u2028").encode(),
        PLAIN.replace("\n", "\x0c").encode(),
    ],
    ids=["utf-8", "bom", "crlf", "cr", "utf-16", "utf-16-le", "utf-16-be", "line separator", "form feed"],
)
def test_what_editors_do_to_a_file_is_undone(raw: bytes) -> None:
    assert source_from_bytes(raw, "a.clause").text == PLAIN


def test_a_source_knows_what_the_file_had() -> None:
    source = source_from_bytes(b"\xef\xbb\xbf" + b"a\r\nb\r\n", "a.clause")
    assert (source.bom, source.newline) == (True, "\r\n")
    plain = source_from_bytes(b"a\nb\n", "a.clause")
    assert (plain.bom, plain.newline) == (False, "\n")


def test_a_draft_is_one_region() -> None:
    source = source_from_text(PLAIN, "a.clause")
    assert source.regions == (Region(Span(0, len(PLAIN))),)
    assert source.cut(Span(0, 8)) == "CONTRACT"
    assert source.position(PLAIN.index("£")) == (2, 19)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"PARTY\0A", "is a binary file, not a draft (a zero byte at offset 5)"),
        (b"a\nContract value: \xa3100", "is not UTF-8 text (byte 0xa3 on line 2); save it as UTF-8"),
        (b"\xff\xfea", "starts like UTF-16 text but is not; save it as UTF-8"),
        (b"\xff\xfe\x00\xd8", "starts like UTF-16 text but is not; save it as UTF-8"),
        ("CONTRACT".encode("utf-32"), "starts like UTF-16 text but is not; save it as UTF-8"),
    ],
    ids=["zero byte", "latin-1", "odd UTF-16", "broken UTF-16", "utf-32"],
)
def test_what_cannot_be_a_draft_says_why(raw: bytes, words: str) -> None:
    assert problem(raw) == f"a.clause: {words}"


def test_a_draft_may_be_as_large_as_the_limit_and_no_larger() -> None:
    assert len(source_from_bytes(b"a" * MOST_BYTES, "a.clause").text) == MOST_BYTES
    assert "2.0 MB is too large for a draft (the limit is 2 MB)" in problem(b"a" * (MOST_BYTES + 1))


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "large.clause"
    with large.open("wb") as file:
        file.truncate(5_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
    with pytest.raises(SourceProblem, match=r"^x: 5\.0 MB is too large .* nothing in it was checked$"):
        read_source(large, "x")


def test_a_file_is_read_under_the_name_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.clause").write_bytes(PLAIN.encode())
    assert read_source(tmp_path / "a.clause", "shown").name == "shown"
    assert read_source(tmp_path / "a.clause").name == (tmp_path / "a.clause").as_posix()


@pytest.mark.parametrize("name", ["missing.clause", "."])
def test_a_path_that_is_no_file_is_a_problem(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceProblem, match=r"^shown: \w"):
        read_source(tmp_path / name, "shown")


# Markdown.


def test_only_clause_fences_of_markdown_are_read() -> None:
    text = "intro\n```python\nx = 1\n```\n```clause\nPARTY A\n```\n~~~ Clause\nPARTY B\n~~~\n"
    assert fenced(text) == [("PARTY A\n", ()), ("PARTY B\n", ())]


def test_a_region_lies_where_it_lies_in_its_host() -> None:
    source = source_from_text("# A\n\n```clause\nPARTY A\n```\n", "plan.md")
    (region,) = source.regions
    assert source.position(region.span.start) == (4, 1)


def test_headings_around_a_fence_lead_to_it() -> None:
    text = (
        "# Plan ##\n## Money\n### Shares\n```clause\nA\n```\n## People #1\n```clause\nB\n```\n# End\n"
        "```clause\nC\n```\n"
    )
    assert fenced(text) == [
        ("A\n", ("Plan", "Money", "Shares")),
        ("B\n", ("Plan", "People #1")),
        ("C\n", ("End",)),
    ]


def test_a_hash_inside_a_fence_is_no_heading() -> None:
    assert fenced("# A\n```sh\n# not a heading\n```\n```clause\nX\n```\n") == [("X\n", ("A",))]


@pytest.mark.parametrize("line", ["#nothing", "####### seven", "    # indented", "\\# escaped"])
def test_what_only_looks_like_a_heading_is_none(line: str) -> None:
    assert fenced(f"{line}\n```clause\nX\n```\n") == [("X\n", ())]


def test_a_fence_ends_at_a_mark_at_least_as_long_as_its_own() -> None:
    assert fenced("````clause\n```\nA\n~~~\n````\n") == [("```\nA\n~~~\n", ())]


def test_an_unclosed_fence_runs_to_the_end() -> None:
    assert fenced("```clause\nPARTY A\n# note") == [("PARTY A\n# note", ())]


@pytest.mark.parametrize("text", ["```clause", "```clause\n", "```clause\n```\n"])
def test_a_fence_may_hold_nothing(text: str) -> None:
    assert [words for words, _ in fenced(text)] == [""]


@pytest.mark.parametrize("text", ["", "words", "``` ```clause\n", "```clause``` is a fence\nPARTY A\n"])
def test_markdown_without_a_fence_has_no_region(text: str) -> None:
    assert fenced(text) == []


def test_a_long_line_of_spaces_in_a_heading_is_read_at_once() -> None:
    assert fenced("# a" + " " * 50_000 + "b\n```clause\nX\n```\n")[0][0] == "X\n"


MARKDOWN = st.lists(
    st.sampled_from(["```clause", "```", "~~~", "````", "# A", "## B", "PARTY A", "", "  ```", "```py"])
).map("\n".join)


@settings(deadline=None)
@given(MARKDOWN | st.text())
def test_regions_lie_inside_the_text_in_order(text: str) -> None:
    source: Source = source_from_text(text, "plan.md")
    at = 0
    for region in source.regions:
        assert at <= region.span.start <= region.span.end <= len(source.text)
        at = region.span.end


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_a_draft_or_a_problem_in_one_line(raw: bytes) -> None:
    problem = ""
    text = ""
    try:
        text = source_from_bytes(raw, "a.clause").text
    except SourceProblem as fault:
        problem = str(fault)
    assert "\n" not in problem
    assert not set(text) & set("\r\0\x0c\u2028")
