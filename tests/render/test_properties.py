"""What holds of every format, whatever a draft has in it and wherever a finding points."""

from __future__ import annotations

import json
import re
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_samples import POOL, REPORTS

from clausecheck import data
from clausecheck.finding import Class, Edit, Finding, Fix, Label, Level, Safety, Waived
from clausecheck.render import FORMATS, renderer
from clausecheck.render.full import EVIDENCE
from clausecheck.render.line import lay_out
from clausecheck.render.options import RenderOptions
from clausecheck.render.safe import escaped, width
from clausecheck.report.report import FileReport, Report, Unread
from clausecheck.rules import evidence
from clausecheck.source import source_from_text
from clausecheck.spans import Span

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
SCHEMA = json.loads((data.folder("schemas") / "report-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())

characters = st.one_of(
    st.characters(),  # every code point, surrogates included
    st.sampled_from("\n\n\t\x1b\u202e日e\u0301 \r\x85\u2028"),
    st.sampled_from("abc \n"),
)
texts = st.text(characters, max_size=60)
spans = st.tuples(st.integers(0, 60) | st.integers(0, 1000), st.integers(0, 30)).map(
    lambda each: Span(each[0], each[0] + each[1])
)
labels = st.builds(Label, spans, texts)
waived = st.none() | st.builds(Waived, texts, texts, st.none() | st.dates(), st.dates())
fixes = st.none() | st.builds(
    Fix, texts, st.sampled_from(Safety), st.lists(st.builds(Edit, spans, texts), max_size=2).map(tuple)
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    source = source_from_text(draw(texts), draw(texts))
    findings = st.builds(
        Finding,
        rule=st.just("a-rule"),
        code=st.sampled_from(["AB001", ""]),
        level=st.sampled_from(Level),
        kind=st.sampled_from(Class),
        message=texts.filter(bool),
        file=st.just(source.name),
        span=spans,
        path=st.lists(texts | st.just('RISK SHARE R1 "x"'), max_size=3).map(tuple),
        labels=st.lists(labels, max_size=4).map(tuple),
        consequence=texts,
        help=texts,
        authority=st.lists(texts, max_size=2).map(tuple),
        evidence=texts | st.sampled_from(sorted(EVIDENCE)),
        fix=fixes,
        waived=waived,
    )
    file = FileReport(
        source,
        tuple(draw(st.lists(findings, max_size=3))),
        draw(st.booleans()),
        tuple(draw(st.lists(texts, max_size=2))),
    )
    return Report((file,), tuple(draw(st.lists(st.builds(Unread, texts, texts), max_size=2))))


looks = st.builds(
    RenderOptions, colour=st.just(False), quiet=st.booleans(), width=st.none() | st.integers(1, 200)
)


@given(reports(), looks, st.sampled_from(sorted(FORMATS)))
def test_no_format_fails_or_sends_a_character_that_could_harm(
    report: Report, options: RenderOptions, form: str
) -> None:
    output = "".join(renderer(form)(report, options))
    assert UNSAFE.search(output) is None
    output.encode("utf-8")


@given(reports(), st.sampled_from(sorted(FORMATS)), st.none() | st.integers(1, 200))
def test_colour_adds_codes_and_nothing_else(report: Report, form: str, wide: int | None) -> None:
    painted = "".join(renderer(form)(report, RenderOptions(colour=True, width=wide)))
    bare = "".join(renderer(form)(report, RenderOptions(width=wide)))
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == bare


@given(reports())
def test_json_is_what_its_schema_says_and_loses_nothing(report: Report) -> None:
    document = json.loads("".join(renderer("json")(report, RenderOptions())))
    VALIDATOR.validate(document)
    # A lone half of a character cannot be told from a pair by a JSON reader, so they are joined first.
    said = [each.message.encode("utf-16", "surrogatepass") for each in report.findings]
    assert [each["message"].encode("utf-16", "surrogatepass") for each in document["findings"]] == said


@given(reports())
def test_concise_is_one_line_a_finding(report: Report) -> None:
    assert "".join(renderer("concise")(report, RenderOptions())).count("\n") == len(report.findings)


@pytest.mark.parametrize("name", REPORTS)
def test_json_of_the_samples_is_what_its_schema_says(name: str) -> None:
    document = json.loads("".join(renderer("json")(REPORTS[name](), RenderOptions())))
    VALIDATOR.validate(document)


def test_the_schema_is_itself_sound_and_can_fail() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    document = json.loads("".join(renderer("json")(REPORTS["one"](), RenderOptions())))
    document["findings"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(document)


def test_the_schema_requires_every_key_that_is_written() -> None:
    document = json.loads("".join(renderer("json")(REPORTS["many"](), RenderOptions())))
    assert set(document) == set(SCHEMA["required"])
    assert set(document["findings"][0]) == set(SCHEMA["$defs"]["finding"]["required"])
    assert set(document["files"][0]) == set(SCHEMA["$defs"]["file"]["required"])
    assert set(document["summary"]) == set(SCHEMA["$defs"]["summary"]["required"])


def test_json_says_where_in_lines_columns_and_offsets() -> None:
    document = json.loads("".join(renderer("json")(REPORTS["one"](), RenderOptions())))
    (finding,) = document["findings"]
    start = POOL.index("ICB 45%")
    assert finding["span"]["start"] == {"line": 7, "column": 11, "offset": start}
    assert finding["span"]["end"] == {"line": 7, "column": 57, "offset": start + 46}
    assert finding["class"] == "inconsistent"
    assert finding["waived"] is None


def test_json_keeps_a_waiver() -> None:
    document = json.loads("".join(renderer("json")(REPORTS["many"](), RenderOptions())))
    assert document["findings"][-1]["waived"] == {
        "reason": "settled at the next board",
        "by": "ICB chief officer",
        "on": date(2026, 3, 3).isoformat(),
        "until": "2026-07-01",
    }


def test_every_format_has_its_module_and_an_unknown_one_is_refused() -> None:
    for name in FORMATS:
        assert callable(renderer(name))
    with pytest.raises(KeyError):
        renderer("sarif-9")


def test_every_evidence_tag_is_explained_in_a_few_words() -> None:
    assert set(EVIDENCE) == set(evidence.EVIDENCE)


@given(
    st.text(characters.filter(lambda each: each != "\n"), max_size=300),
    st.integers(0, 300),
    st.integers(0, 50),
    st.integers(20, 80),
)
def test_a_line_fits_its_room_and_shows_where_the_mark_starts(
    text: str, start: int, length: int, room: int
) -> None:
    start = min(start, len(text))
    line = lay_out(text, start, min(len(text), start + length), room)
    assert line.first <= start <= line.last
    assert width(line.text) <= room + _widest(text)
    assert 0 <= line.column(start) <= width(line.text)


def _widest(text: str) -> int:
    """A single character may be shown by a code, which is never cut."""
    return max((width(each) for each in text if each != "\t"), default=0)


def test_a_line_of_a_million_characters_is_laid_out_near_its_mark_only() -> None:
    line = lay_out("x" * 500_000 + "MARK" + "y" * 500_000, 500_000, 500_004, 80)
    assert len(line.text) <= 80
    assert line.text.startswith("…x")
    assert line.text.endswith("y…")
    at = line.column(500_000)
    assert line.text[at : at + 4] == "MARK"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n\tb", "a b"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202eabc", "\\u202eabc"),
        ("\udc80", "\\udc80"),
        ("£ “日本” café", "£ “日本” café"),
    ],
)
def test_text_is_shown_safely(text: str, shown: str) -> None:
    assert escaped(text) == shown
