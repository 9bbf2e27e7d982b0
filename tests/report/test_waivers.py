from __future__ import annotations

from datetime import date

import pytest
from report_samples import CODES, TERMS, Raised, finding, waiver

from clausecheck.finding import Finding, Safety, Waived
from clausecheck.report.waivers import Terms, Waiver, apply_waivers, block_ids
from clausecheck.source import source_from_text
from clausecheck.spans import Span


def applied(
    findings: list[Finding],
    waivers: list[Waiver],
    terms: Terms = TERMS,
    text: str = "WAIVE x\n",
    raised: Raised | None = None,
) -> list[Finding]:
    return apply_waivers(findings, waivers, source_from_text(text, "a.clause"), terms, raised or Raised())


def test_a_sound_waiver_marks_the_finding_with_who_why_and_until_when() -> None:
    (waived,) = applied([finding()], [waiver()])
    assert waived.waived == Waived(
        "accepted by the board", "ICB chief finance officer", date(2026, 3, 3), date(2026, 7, 1)
    )
    assert waived._replace(waived=None) == finding()


@pytest.mark.parametrize(
    ("rule", "on"),
    [
        ("uncapped-loss", "R1"),
        ("rs005", "R1"),
        ("RS005", "r1"),
        ("Uncapped-Loss", "RISK SHARE R1"),
        ("uncapped-loss", '"Alliance Pool"'),
        ("uncapped-loss", "alliance pool"),
    ],
)
def test_a_waiver_may_name_the_rule_by_code_and_the_block_by_id_or_title(rule: str, on: str) -> None:
    (waived,) = applied([finding()], [waiver(rule=rule, on=on)])
    assert waived.waived is not None


@pytest.mark.parametrize("on", ["R", "R10", "Alliance", "Cap", "Pool"])
def test_a_waiver_reaches_no_block_but_the_one_it_names(on: str) -> None:
    findings = applied([finding()], [waiver(on=on)])
    assert findings[0].waived is None
    assert [each.rule for each in findings[1:]] == ["waiver-unused"]


def test_a_waiver_reaches_no_rule_but_the_one_it_names() -> None:
    other = finding("shares-not-100")
    assert applied([other, finding()], [waiver()])[0] == other


def test_a_waiver_reaches_every_finding_of_its_rule_in_its_block() -> None:
    findings = applied([finding(at=1), finding(at=2)], [waiver()])
    assert [each.waived is not None for each in findings] == [True, True]


def test_of_two_waivers_the_earlier_in_the_draft_is_the_one_shown() -> None:
    later, earlier = waiver(span=Span(9, 12), by="later"), waiver(span=Span(3, 5), by="earlier")
    (waived,) = applied([finding()], [later, earlier])
    assert waived.waived is not None
    assert waived.waived.by == "earlier"


def test_block_ids_can_be_given_by_the_caller() -> None:
    source = source_from_text("", "a.clause")
    (waived,) = apply_waivers(
        [finding(path=())], [waiver(on="Z9")], source, TERMS, Raised(), lambda _: frozenset({"z9"})
    )
    assert waived.waived is not None


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        (('RISK SHARE R1 "Alliance Pool"', "Cap"), {"share", "r1", "risk share r1", "alliance pool"}),
        (("LIABILITY",), {"liability"}),
        (("CLAUSE 4.2",), {"4.2", "clause 4.2"}),
        (("Schedule for R1", "Gain conditions"), set()),
        ((), set()),
    ],
)
def test_block_ids_come_from_block_headings_only(path: tuple[str, ...], ids: set[str]) -> None:
    assert block_ids(finding(path=path)) == ids


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"reason": ""}, "does not say why,"),
        ({"by": " "}, "does not say who accepted it,"),
        ({"until": None}, "does not say until when,"),
        ({"on": ""}, "does not say which block it is about,"),
        ({"reason": "", "by": "", "until": None}, "does not say why, who accepted it or until when,"),
    ],
)
def test_a_waiver_without_reason_owner_or_end_has_no_effect(changes: dict[str, object], missing: str) -> None:
    standing, fault = applied([finding()], [waiver(**changes)])
    assert standing.waived is None
    assert fault.rule == "waiver-incomplete"
    assert missing in fault.message
    assert "WAIVE uncapped-loss on R1: " in fault.help


def test_a_waiver_need_not_say_when_it_was_agreed() -> None:
    (waived,) = applied([finding()], [waiver(agreed=None)])
    assert waived.waived is not None
    assert waived.waived.on is None


@pytest.mark.parametrize(("rule", "meant"), [("uncaped-loss", "uncapped-loss"), ("RS0O5", "RS005")])
def test_a_waiver_of_an_unknown_rule_says_which_may_be_meant(rule: str, meant: str) -> None:
    standing, fault = applied([finding()], [waiver(rule=rule)])
    assert standing.waived is None
    assert fault.rule == "waiver-unknown-rule"
    assert f'did you mean "{meant}"?' in fault.message


def test_a_waiver_of_a_rule_like_no_other_makes_no_suggestion() -> None:
    assert "did you mean" not in applied([], [waiver(rule="zzz")])[0].message


def test_a_mandatory_rule_cannot_be_waived() -> None:
    standing, fault = applied([finding()], [waiver()], Terms(CODES, mandatory={"uncapped-loss"}))
    assert standing.waived is None
    assert fault.rule == "waiver-mandatory"


@pytest.mark.parametrize(
    ("as_of", "waived"),
    [(None, True), (date(2026, 6, 30), True), (date(2026, 7, 1), True), (date(2026, 7, 2), False)],
)
def test_a_waiver_holds_to_the_end_of_its_last_day_and_is_judged_only_at_a_date(
    as_of: date | None, waived: bool
) -> None:
    first, *faults = applied([finding()], [waiver()], Terms(CODES, as_of=as_of))
    assert (first.waived is not None) is waived
    assert [each.rule for each in faults] == ([] if waived else ["waiver-expired"])


@pytest.mark.parametrize(
    ("day", "words"), [(2, "a day before 2 July 2026"), (4, "3 days before 4 July 2026")]
)
def test_an_expired_waiver_says_when_it_ended(day: int, words: str) -> None:
    fault = applied([finding()], [waiver()], Terms(CODES, as_of=date(2026, 7, day)))[1]
    assert f"ended on 1 July 2026, {words}" in fault.message


@pytest.mark.parametrize(("comment", "left"), [("", ""), ("  # note", "  # note\n")])
def test_an_unused_waiver_can_be_deleted_with_its_whole_line_but_for_a_comment(
    comment: str, left: str
) -> None:
    text = f"A\n  WAIVE uncapped-loss on R1: x{comment}\nB\n"
    start = text.index("WAIVE")
    (fault,) = applied([], [waiver(span=Span(start, text.index("x") + 1))], text=text)
    assert fault.rule == "waiver-unused"
    assert fault.fix is not None
    assert fault.fix.safety is Safety.SAFE
    (edit,) = fault.fix.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == f"A\n{left}B\n"


def test_an_unused_waiver_on_the_last_line_without_a_line_ending_can_be_deleted() -> None:
    text = "A\nWAIVE it"
    (fault,) = applied([], [waiver(span=Span(2, len(text)))], text=text)
    assert fault.fix is not None
    assert fault.fix.edits[0].span == Span(2, len(text))


def test_a_waiver_of_a_rule_that_did_not_run_is_not_called_unused() -> None:
    assert applied([], [waiver()], Terms(CODES, ran={"shares-not-100"})) == []
    assert len(applied([], [waiver()], Terms(CODES, ran={"uncapped-loss"}))) == 1


def test_without_honour_nothing_is_waived_and_faults_of_waivers_are_still_found() -> None:
    terms = Terms(CODES, honour=False)
    assert applied([finding()], [waiver()], terms) == [finding()]
    assert [each.rule for each in applied([], [waiver()], terms)] == ["waiver-unused"]


def test_a_waiver_rule_that_is_switched_off_makes_no_finding_and_no_waiver_sound() -> None:
    assert applied([finding()], [waiver(reason="")], raised=Raised("waiver-incomplete")) == [finding()]


def test_the_finding_stands_where_the_waiver_stands() -> None:
    (fault,) = applied([], [waiver(span=Span(2, 4), path=("Schedule 3",))])
    assert (fault.span, fault.path) == (Span(2, 4), ("Schedule 3",))
