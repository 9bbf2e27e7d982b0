"""The verbs other than `check`: what they list, what they filter, and what they say when they cannot."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from cli_fakes import FakeMaker, invoke

from clausecheck.cli import demo, facts
from clausecheck.cli.failure import Failure
from clausecheck.cli.selection import find_rule, named
from clausecheck.cli.vocabulary import heads, render_vocabulary
from clausecheck.facts.fact import Fact, State
from clausecheck.finding import Class, Confidence, Level
from clausecheck.model.vocabulary.types import Bullets, Head, Key, LabelType, Shape
from clausecheck.rules.evidence import EVIDENCE
from clausecheck.rules.faults import CardFault, CatalogueError
from clausecheck.rules.rule import Rule
from clausecheck.spans import Span


def rule(
    name: str, code: str, pack: str, level: Level = Level.ERROR, title: str = "A title", **more: object
) -> Rule:
    return Rule(
        name,
        code,
        title,
        level,
        Class.MISSING,
        Confidence.HIGH,
        "V",
        ("PSR reg 12",),
        pack,
        "0.1.0",
        "0.1.0",
        **more,  # type: ignore[arg-type]
    )


RULES = {
    each.name: each
    for each in (
        rule("uncapped-loss", "RS005", "risk-share", title="A loss without a cap"),
        rule("uncapped-gain", "RS006", "risk-share", Level.ADVICE, title="A gain without a cap"),
        rule("standstill-short", "PR001", "procurement", Level.WARNING, title="Standstill ends too early"),
    )
}


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = SimpleNamespace(rules=RULES, packs={"risk-share": None, "procurement": None})
    monkeypatch.setattr("clausecheck.cli.catalogue.load", lambda: fake)


# --- choosing rules


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["uncapped-loss"], ["uncapped-loss"]),
        (["rs005"], ["uncapped-loss"]),
        (["risk-share"], ["uncapped-gain", "uncapped-loss"]),
        (["RS006, PR001", "uncapped-gain"], ["standstill-short", "uncapped-gain"]),
        ([], []),
        ([","], []),
    ],
)
def test_rules_are_chosen_by_name_code_or_pack(words: list[str], names: list[str]) -> None:
    assert list(named(words, RULES, "--select")) == names


@pytest.mark.parametrize(
    ("word", "meant"), [("uncaped-loss", "uncapped-loss"), ("risk-shares", "risk-share"), ("RS05", "RS005")]
)
def test_an_unknown_rule_is_one_line_with_what_may_be_meant(word: str, meant: str) -> None:
    with pytest.raises(
        Failure, match=f'--ignore: no rule or pack is called "{word}"; did you mean "{meant}"\\?'
    ):
        named([word], RULES, "--ignore")
    if meant != "risk-share":
        with pytest.raises(Failure, match=f'no rule is called "{word}"; did you mean "{meant}"\\?'):
            find_rule(word, RULES)


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("args", [["--select", "nope-nope"], ["--ignore", "nope-nope"]])
def test_check_stops_at_a_rule_that_is_not_there(args: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.clause").write_text("")
    result = invoke("check", str(tmp_path), *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f'clausecheck: {args[0]}: no rule or pack is called "nope-nope"\n'


@pytest.mark.usefixtures("catalogue")
def test_check_with_no_rule_left_is_not_clean(tmp_path: Path) -> None:
    (tmp_path / "a.clause").write_text("")
    result = invoke("check", str(tmp_path), "--select", "procurement", "--ignore", "PR001")
    assert (result.exit_code, result.stderr) == (
        2,
        "clausecheck: --select and --ignore leave no rule to check with\n",
    )


@pytest.mark.parametrize("verb", [("check", "a.clause"), ("rules",), ("explain", "RS003")])
def test_a_bad_card_is_a_line_for_each_fault(
    verb: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken() -> None:
        raise CatalogueError(
            [CardFault("p/b.md", 7, "no such fact"), CardFault("p/a.md", 1, 'there is no "at"')]
        )

    monkeypatch.setattr("clausecheck.rules.catalogue.load_catalogue", broken)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.clause").write_text("")
    result = invoke(*verb)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == 'clausecheck: p/a.md:1: there is no "at"\nclausecheck: p/b.md:7: no such fact\n'


# --- rules


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("args", "names"),
    [
        ([], ["standstill-short", "uncapped-gain", "uncapped-loss"]),
        (["--pack", "procurement"], ["standstill-short"]),
        (["--level", "error"], ["uncapped-loss"]),
        (["--text", "CAP loss"], ["uncapped-loss"]),
        (["--text", "rs00"], ["uncapped-gain", "uncapped-loss"]),
        (["--text", "reg 12", "--level", "advice"], ["uncapped-gain"]),
        (["--text", "nothing has this"], []),
    ],
)
def test_rules_are_listed_by_pack_level_and_text(args: list[str], names: list[str]) -> None:
    entries = json.loads(invoke("rules", *args, "--format", "json").stdout)
    assert [each["rule"] for each in entries] == names
    lines = invoke("rules", *args).stdout.splitlines()
    assert [line.split()[3] for line in lines[:-1]] == names
    assert lines[-1] == f"{len(names)} {'rule' if len(names) == 1 else 'rules'}"


@pytest.mark.usefixtures("catalogue")
def test_rules_of_an_unknown_pack_are_one_line() -> None:
    result = invoke("rules", "--pack", "procurment")
    assert result.exit_code == 2
    assert result.stderr == 'clausecheck: no pack is called "procurment"; did you mean "procurement"?\n'


MIXED = {
    **RULES,
    **{
        each.name: each
        for each in (
            rule("a-quorum", "GO001", "governance")._replace(evidence="V2", level=Level.WARNING),
            rule("a-habit", "DR001", "drafting")._replace(evidence="DJ", level=Level.ADVICE),
            rule("a-sum", "OU001", "outcomes")._replace(evidence="logic"),
        )
    },
}


@pytest.fixture
def mixed(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = SimpleNamespace(rules=MIXED, packs={each.pack: None for each in MIXED.values()})
    monkeypatch.setattr("clausecheck.cli.catalogue.load", lambda: fake)


@pytest.mark.usefixtures("mixed")
def test_rules_by_evidence_stand_under_what_the_tag_means_best_known_first() -> None:
    groups = invoke("rules", "--evidence").stdout.split("\n\n")
    assert [group.splitlines()[0] for group in groups[:-1]] == [
        f"{tag}: {EVIDENCE[tag].meaning} ({most} at most)"
        for tag, most in (("V", "error"), ("logic", "error"), ("V2", "warning"), ("DJ", "warning"))
    ]
    listed = [[line.split()[3] for line in group.splitlines()[1:-1]] for group in groups[:-1]]
    assert listed == [
        ["standstill-short", "uncapped-gain", "uncapped-loss"],
        ["a-sum"],
        ["a-quorum"],
        ["a-habit"],
    ]
    assert [group.splitlines()[-1] for group in groups] == ["  3 rules", *["  1 rule"] * 3, "6 rules"]


@pytest.mark.usefixtures("mixed")
def test_the_columns_of_all_groups_are_the_same() -> None:
    lines = [line for line in invoke("rules", "--evidence").stdout.splitlines() if "  A title" in line]
    assert len(lines) == 3
    assert len({line.index("A title") for line in lines}) == 1


@pytest.mark.usefixtures("mixed")
def test_rules_by_evidence_for_programs() -> None:
    groups = json.loads(invoke("rules", "--evidence", "--format", "json").stdout)
    assert [(each["evidence"], each["level_at_most"], len(each["rules"])) for each in groups] == [
        ("V", "error", 3),
        ("logic", "error", 1),
        ("V2", "warning", 1),
        ("DJ", "warning", 1),
    ]
    flat = json.loads(invoke("rules", "--format", "json").stdout)
    assert [each for each in flat if each["evidence"] == "V2"] == groups[2]["rules"]
    assert groups[2]["meaning"] == EVIDENCE["V2"].meaning


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize(
    ("args", "total"), [(["--pack", "governance"], "1 rule"), (["--text", "nothing has this"], "0 rules")]
)
def test_rules_by_evidence_can_be_chosen_too(args: list[str], total: str) -> None:
    lines = invoke("rules", "--evidence", *args).stdout.splitlines()
    assert lines[-1] == total
    assert not [line for line in lines if "a-habit" in line]


def test_every_rule_is_in_one_group_of_evidence() -> None:
    groups = json.loads(invoke("rules", "--evidence", "--format", "json").stdout)
    grouped = [each["rule"] for group in groups for each in group["rules"]]
    flat = json.loads(invoke("rules", "--format", "json").stdout)
    assert sorted(grouped) == sorted(each["rule"] for each in flat)


# --- explain


@pytest.mark.parametrize("word", ["shares-not-100", "rs003"])
def test_explain_shows_the_card(word: str) -> None:
    lines = invoke("explain", word).stdout.splitlines()
    assert lines[0] == "shares-not-100 (RS003)"
    assert "Why it matters" in lines
    assert any(line.startswith("Wrong") for line in lines)
    assert any(line.startswith("Right") for line in lines)
    assert any(line.startswith("  Authority  ") for line in lines)
    assert any(line.startswith("  Evidence   logic: ") for line in lines)


def test_explain_of_an_unknown_rule_is_one_line() -> None:
    result = invoke("explain", "shares-not-10")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == 'clausecheck: no rule is called "shares-not-10"; did you mean "shares-not-100"?\n'


# --- vocabulary


def test_vocabulary_says_all_there_is_to_a_label() -> None:
    label = LabelType(
        "Sides",
        Shape.CHOICE,
        "Which way.",
        "gain only",
        Bullets(Key.SIDE, Shape.AMOUNT),
        ("gain only", "loss only"),
        many=True,
        synonyms=("Side",),
    )
    words = [Head("RISK SHARE", "Who pays.", (label,), True, True), Head("LINKS", "Where.", (), False)]
    assert list(render_vocabulary(words)) == [
        'RISK SHARE Id "title"',
        "  Who pays.",
        "  Sides: gain only",
        "      choice, several: Which way.",
        "      one of: gain only, loss only",
        "      bullets: - side: amount",
        "      also written: Side",
        "",
        "LINKS",
        "  Where.",
    ]


def test_vocabulary_has_every_head_and_label() -> None:
    output = invoke("vocabulary").stdout
    for head in heads():
        assert f"{head.name}" in output
        for label in head.labels:
            assert f"\n  {label.name}: " in output


def test_vocabulary_of_one_head() -> None:
    output = invoke("vocabulary", "risk", "share").stdout
    assert output.startswith("RISK SHARE")
    assert "GOVERNANCE" not in output.splitlines()


def test_vocabulary_of_an_unknown_head_is_one_line() -> None:
    result = invoke("vocabulary", "RISKSHARE")
    assert (result.exit_code, result.stderr) == (
        2,
        'clausecheck: no head is called "RISKSHARE"; did you mean "RISK SHARE"?\n',
    )


# --- facts


FACTS = [
    Fact(
        "risk_share",
        0,
        Span(4, 6),
        {"ref": "R1", "budget": 1_420_000_000, "open_book": True},
        {"budget": State.STATED, "cap": State.BLANK, "levy": State.ABSENT},
        {"budget": "£14,200,000"},
        path=("RISK SHARE R1",),
    ),
    Fact("party", 1, Span(0, 1), {"ref": 'a\x1b"b'}),
]


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "a.clause"
    path.write_text("one\ntwo\n")
    monkeypatch.setattr(facts, "load_facts", lambda source: FACTS)
    return path


def test_facts_are_one_a_line_with_values_states_and_place(draft: Path) -> None:
    assert invoke("facts", str(draft)).stdout.splitlines() == [
        'risk_share(ref="R1", budget=1420000000, open_book=true, cap=(blank))  line 2',
        'party(ref="a\\u001b\\"b")  line 1',
    ]


def test_facts_for_programs(draft: Path) -> None:
    first, second = json.loads(invoke("facts", str(draft), "--format", "json").stdout)
    assert first == {
        "kind": "risk_share",
        "n": 0,
        "line": 2,
        "path": ["RISK SHARE R1"],
        "values": {"ref": "R1", "budget": 1_420_000_000, "open_book": True},
        "states": {"budget": "stated", "cap": "blank", "levy": "absent"},
        "shown": {"budget": "£14,200,000"},
    }
    assert second["values"] == {"ref": 'a\x1b"b'}


def test_facts_of_one_kind(draft: Path) -> None:
    assert invoke("facts", str(draft), "--kind", "party").stdout.count("\n") == 1


def test_a_kind_of_fact_that_is_not_known_is_refused(draft: Path) -> None:
    result = invoke("facts", str(draft), "--kind", "risk_shar")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == 'clausecheck: no kind of fact is called "risk_shar"; did you mean "risk_share"?\n'


def test_facts_of_a_real_draft(tmp_path: Path) -> None:
    path = tmp_path / "a.clause"
    path.write_text('RISK SHARE R1 "Pool"\n  Shares: ICB 45%, Acute 55%\n')
    output = invoke("facts", str(path)).stdout
    assert 'risk_share(ref="R1"' in output
    assert "line 1\n" in output


def test_facts_of_what_is_not_one_draft_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert invoke("facts", "nope").stderr == "clausecheck: no such file or folder: nope\n"
    (tmp_path / "a.clause").write_bytes(b"\0")
    result = invoke("facts", "a.clause")
    assert result.exit_code == 2
    assert "binary" in result.stderr
    (tmp_path / "b.clause").write_text("")
    assert invoke("facts", ".").stderr == "clausecheck: . has 2 drafts; name one of them\n"


# --- demo


def test_demo_shows_the_gravest_and_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "demo.clause"
    path.write_text(
        'CONTRACT "Bad One"\nadvice: mild\nwarning: middling\nerror: grave\nerror: grave too\nwaived: no\n'
    )
    monkeypatch.setattr(demo, "demo_path", lambda: path)
    monkeypatch.setattr("clausecheck.cli.check.make_checker", FakeMaker())
    result = invoke("demo")
    assert result.exit_code == 0
    heads = [line.split("  ")[1] for line in result.stdout.splitlines() if line.startswith("demo.clause:")]
    assert heads == ["error", "warning", "advice"]
    assert 'A contract draft of 6 lines, "Bad One".' in result.stdout
    assert "In all: 2 errors, 1 warning, 1 advice in 1 draft; 1 waived" in result.stdout
    assert "clausecheck check FOLDER" in result.stdout


def test_demo_without_its_draft_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "demo_path", lambda: tmp_path / "gone.clause")
    result = invoke("demo")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


def test_demo_finds_something_in_the_draft_that_comes_with_it() -> None:
    result = invoke("demo")
    assert result.exit_code == 0
    assert "demo.clause:" in result.stdout
    assert "error" in result.stdout
