"""Coverage: the table against the vocabulary, the reckoning at its boundaries, and the formats."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from clausecheck import data
from clausecheck.coverage.concept import Concept, Label, heads_of
from clausecheck.coverage.elements import ELEMENTS
from clausecheck.coverage.reckon import Cover, Coverage, Covered, Standing, reckon
from clausecheck.model.build import build
from clausecheck.model.vocabulary import HEAD_BY_NAME, HEADS
from clausecheck.render.coverage import FORMATS, renderer
from clausecheck.render.coverage.wording import CAVEAT, PARTIAL, missing
from clausecheck.render.options import RenderOptions
from clausecheck.source import read_source, source_from_text

ROOT = Path(__file__).parents[2]
GOOD = sorted((ROOT / "examples" / "good").glob("*.clause"))
BAD = [*sorted((ROOT / "examples" / "bad").glob("*.clause")), ROOT / "drafts" / "demo.clause"]
SCHEMA = json.loads((data.folder("schemas") / "coverage-1.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

CONCEPTS: list[Concept] = [concept for element in ELEMENTS for concept in element.concepts]


def of_text(text: str) -> Coverage:
    return reckon(build(source_from_text(text, "a.clause"))[0])


def of_file(path: Path) -> Coverage:
    return reckon(build(read_source(path, path.name))[0])


def concept(coverage: Coverage, name: str) -> Covered:
    (found,) = [each for element in coverage.elements for each in element.concepts if each.name == name]
    return found


def cover(text: str, name: str) -> Cover:
    return concept(of_text(text), name).cover


def gap_words(text: str, name: str) -> str:
    return missing(concept(of_text(text), name))


# The table.


def test_every_label_of_every_concept_is_in_the_vocabulary() -> None:
    unknown = [
        (each.name, label)
        for each in CONCEPTS
        for label in each.labels
        for head in heads_of(label.head)
        if head not in HEAD_BY_NAME or label.name not in {known.name for known in HEAD_BY_NAME[head].labels}
    ]
    assert unknown == []


def test_every_head_but_clauses_belongs_to_a_concept() -> None:
    used = {head for each in CONCEPTS for label in each.labels for head in heads_of(label.head)}
    assert used == {head.name for head in HEADS} - {"CLAUSE"}


def test_every_label_belongs_to_a_concept_but_steps_of_an_award_and_plain_links() -> None:
    used = {(head, label.name) for each in CONCEPTS for label in each.labels for head in heads_of(label.head)}
    left = {(head.name, label.name) for head in HEADS for label in head.labels} - used
    assert {label for head, label in left if head != "PROCUREMENT"} == {
        "Outcome",  # it says which outcome an indicator measures
        "Local quality requirements",
        "Indicative activity plan",
        "Clinical networks",
    }


def test_the_elements_are_the_frame_and_the_four() -> None:
    assert [each.name for each in ELEMENTS] == ["Frame", "Joint outcomes", "Partnership", "Finance", "Legal"]


def test_names_are_told_apart_and_every_concept_has_an_essential_label() -> None:
    assert len({each.name for each in CONCEPTS}) == len(CONCEPTS)
    assert all(each.essential for each in CONCEPTS)
    for each in CONCEPTS:
        assert len(set(each.labels)) == len(each.labels), each.name


# The examples.


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_example_states_most_of_it(path: Path) -> None:
    counts = of_file(path).counts
    assert counts[Cover.STATED] >= 0.7 * len(CONCEPTS)
    assert counts[Cover.UNREAD] == 0


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_example_states_visibly_less(path: Path) -> None:
    least = min(of_file(good).counts[Cover.STATED] for good in GOOD)
    assert of_file(path).counts[Cover.STATED] <= least - 10


# The boundaries.

BOARD = (
    "GOVERNANCE G1\n  Members: ICB 1\n  Chair: independent\n  Meets: monthly\n  Quorum: 4 members\n"
    "  Decisions: unanimous\n"
)


def test_all_essential_labels_are_needed() -> None:
    assert cover(BOARD, "Board") is Cover.STATED
    assert gap_words(BOARD, "Board") == ""
    without = BOARD.replace("  Chair: independent\n", "")
    assert cover(without, "Board") is Cover.PARTLY
    assert gap_words(without, "Board") == "Chair (not in GOVERNANCE G1)"


@pytest.mark.parametrize("blank", ["[ ]", "TBC", "independent, appointed by [ ]"])
def test_a_blank_is_not_stated(blank: str) -> None:
    draft = BOARD.replace("independent", blank)
    assert cover(draft, "Board") is Cover.PARTLY
    assert gap_words(draft, "Board") == "Chair (blank in GOVERNANCE G1)"


def test_a_blank_alone_is_partly_not_lacking() -> None:
    assert cover("GOVERNANCE G1\n  Principles: [ ]\n", "Principles") is Cover.PARTLY
    assert gap_words("GOVERNANCE G1\n  Principles: [ ]\n", "Principles") == "blank in GOVERNANCE G1"


def test_a_blank_in_a_bullet_counts() -> None:
    draft = "RISK SHARE R1\n  Bands:\n    - 0% to 2% of Budget: ICB 100%\n    - {}: no sharing\n"
    assert cover(draft.format("above 2% of Budget"), "Thresholds and bands") is Cover.STATED
    assert cover(draft.format("above [ ]% of Budget"), "Thresholds and bands") is Cover.PARTLY
    assert cover("RISK SHARE R1\n  Shares: A 40%, B [ ]%\n", "Shares") is Cover.PARTLY


@pytest.mark.parametrize("words", ["mediation [Not used]", "a plan to be agreed by the Board"])
def test_what_a_contract_provides_for_is_no_blank(words: str) -> None:
    assert cover(f"GOVERNANCE G1\n  Deadlock: {words}\n", "Deadlock") is Cover.STATED


def test_a_label_that_says_nothing_at_all_is_not_called_stated() -> None:
    assert cover("GOVERNANCE G1\n  Chair: independent\n  Deadlock:\n", "Deadlock") is Cover.UNREAD


def test_nothing_at_all_is_lacking() -> None:
    assert cover(BOARD, "Principles") is Cover.LACKS
    assert gap_words(BOARD, "Principles") == "not in GOVERNANCE G1"
    assert cover(BOARD, "Joining and leaving") is Cover.LACKS
    assert gap_words(BOARD, "Joining and leaving") == "Joining, Leaving, Exclusion (no MEMBERSHIP)"


def test_what_only_adds_makes_it_partly() -> None:
    draft = "GOVERNANCE G1\n  Escalation: chief executives within 15 Operational Days\n"
    assert cover(draft, "Deadlock") is Cover.PARTLY
    assert gap_words(draft, "Deadlock") == "not in GOVERNANCE G1"


def test_what_only_adds_is_never_needed() -> None:
    assert (
        cover("GOVERNANCE G1\n  Deadlock: mediation, then expert determination\n", "Deadlock") is Cover.STATED
    )


def test_an_empty_draft_lacks_everything() -> None:
    coverage = of_text("")
    assert coverage.counts == {
        Cover.STATED: 0,
        Cover.PARTLY: 0,
        Cover.LACKS: len(CONCEPTS),
        Cover.UNREAD: 0,
    }
    assert not coverage.partial


# What could not be read.

UNREADABLE_LINE = "  %% ?? 12 ((\n"


def test_a_block_with_a_line_that_was_not_read_lacks_nothing_for_sure() -> None:
    draft = BOARD + UNREADABLE_LINE
    block = build(source_from_text(draft, "a.clause"))[0].blocks[0]
    assert not block.complete
    assert cover(draft, "Principles") is Cover.UNREAD
    assert gap_words(draft, "Principles") == "unread in GOVERNANCE G1"
    assert cover(draft, "Board") is Cover.STATED
    assert cover(draft.replace("  Chair: independent\n", ""), "Board") is Cover.UNREAD
    assert cover(draft.replace("independent", "[ ]"), "Board") is Cover.PARTLY
    assert of_text(draft).partial


def test_a_value_that_was_not_read_is_neither_stated_nor_lacking() -> None:
    draft = "PARTY ICB\n  Role: commissioner\n  Risk capacity: as agreed\n"
    assert cover(draft, "Capacity for risk") is Cover.UNREAD
    assert gap_words(draft, "Capacity for risk") == "Risk capacity (unread in PARTY ICB)"


@pytest.mark.parametrize("line", ["FRAGMENT\n", 'INCLUDE "other.clause"\n', "Chair: independent\n"])
def test_where_a_whole_block_may_stand_unread_none_is_lacking(line: str) -> None:
    coverage = of_text(line + BOARD)
    assert concept(coverage, "Joining and leaving").cover is Cover.UNREAD
    assert missing(concept(coverage, "Joining and leaving")).endswith("(no MEMBERSHIP was read)")
    assert concept(coverage, "Principles").cover is Cover.LACKS
    assert coverage.partial


# Several blocks of a head.


def test_the_weakest_of_several_blocks_counts_and_is_named() -> None:
    party = "PARTY {0}\n  Role: provider\n  Risk capacity: {1}\n"
    stated = party.format("A", "£1,000") + party.format("B", "£2,000")
    assert cover(stated, "Capacity for risk") is Cover.STATED
    draft = stated + party.format("C", "TBC") + "PARTY D\n  Role: provider\n"
    assert cover(draft, "Capacity for risk") is Cover.PARTLY
    assert gap_words(draft, "Capacity for risk") == (
        "Risk capacity (not in PARTY D); Risk capacity (blank in PARTY C)"
    )


def test_many_blocks_are_counted_after_the_first_few() -> None:
    draft = "".join(f"PARTY P{n}\n  Kind: ICB\n" for n in range(1, 6))
    assert gap_words(draft, "Capacity for risk") == "Risk capacity (not in PARTY P1, P2, P3 and 2 more)"
    assert gap_words("".join(draft.partition("PARTY P4")[:1]), "Capacity for risk") == (
        "Risk capacity (not in PARTY P1, P2, P3)"
    )


def test_an_outcome_is_measured_by_its_indicators() -> None:
    draft = (
        "OUTCOME O1\n  Owner: A\n\nOUTCOME O2\n  Baseline: 5% in 2024/25, n=90\n\n"
        "INDICATOR I1\n  Outcome: O1\n  Baseline: 4% in 2024/25, n=80\n"
    )
    assert cover(draft, "Baselines") is Cover.STATED
    weaker = draft + "\nINDICATOR I2\n  Outcome: O1\n"
    assert gap_words(weaker, "Baselines") == "Baseline (not in INDICATOR I2)"
    inherited = weaker.replace("  Owner: A\n", "  Owner: A\n  Baseline: 4% in 2024/25, n=80\n")
    assert cover(inherited, "Baselines") is Cover.STATED
    own = inherited + "  Baseline: TBC\n"
    assert gap_words(own, "Baselines") == "Baseline (blank in INDICATOR I2)"


def test_powers_are_asked_of_those_that_commission() -> None:
    binding = 'CONTRACT "A"\n  Binding: yes\n\n'
    icb, trust = "PARTY ICB\n  Role: commissioner\n", "PARTY Trust\n  Role: provider\n"
    powers = "  Powers: section 3 NHS Act 2006\n"
    assert cover(binding + icb + powers + trust, "Powers and binding force") is Cover.STATED
    assert (
        gap_words(binding + icb + trust + powers, "Powers and binding force") == "Powers (not in PARTY ICB)"
    )
    assert gap_words(binding + "PARTY ICB\n" + trust, "Powers and binding force") == (
        "Powers (not in PARTY ICB, Trust)"
    )
    assert gap_words(binding, "Powers and binding force") == "Powers (no PARTY)"


def test_an_owner_of_every_indicator_owns_the_outcome() -> None:
    draft = "OUTCOME O1\n  Domain: recovery\n\nINDICATOR I1\n  Outcome: O1\n"
    assert gap_words(draft, "Ownership of outcomes") == "Owner (not in INDICATOR I1)"
    assert cover(draft + "  Owner: A\n", "Ownership of outcomes") is Cover.STATED
    assert (
        cover(draft.replace("recovery\n", "recovery\n  Owner: A\n"), "Ownership of outcomes") is Cover.STATED
    )


@pytest.mark.parametrize("label", ["Joint: yes", "Attribution: A 60%, B 40%"])
def test_a_joint_outcome_says_so_or_how_it_is_divided(label: str) -> None:
    draft = "OUTCOME O1\n  Owner: A, B\n"
    assert cover(draft, "Joint accountability") is Cover.LACKS
    assert cover(f"{draft}  {label}\n", "Joint accountability") is Cover.STATED


@pytest.mark.parametrize("line", ["Gate: none applies", "Checkpoints: 1 on 2 June 2025", "Passed: yes"])
def test_any_line_on_the_gate_will_do(line: str) -> None:
    draft = "ASSURANCE\n  Board approvals: ICB 8 January 2026\n"
    assert gap_words(draft, "Assurance") == "Gate or Checkpoints or Passed (not in ASSURANCE)"
    assert cover(f"{draft}  {line}\n", "Assurance") is Cover.STATED


@pytest.mark.parametrize("text", ["CONTRACT\n  Derogations: none\n", "LINKS\n  No local change to: GC14\n"])
def test_the_standard_contract_is_left_as_it_is_or_its_changes_are_named(text: str) -> None:
    draft = (
        "CONTRACT\n  Form: NHS Standard Contract 2026/27, full-length\n  Schedules relied on: Schedule 2A\n"
    )
    assert cover(draft, "Link to the Standard Contract") is Cover.PARTLY
    if text.startswith("CONTRACT"):
        draft, text = draft + text.partition("\n")[2], ""
    assert cover(f"{draft}\n{text}", "Link to the Standard Contract") is Cover.STATED


def test_scenarios_are_worked_spend_or_results() -> None:
    assert gap_words("", "Scenarios") == "Spend or Outcome (no SCENARIO)"
    assert cover("SCENARIO N1\n  Spend R1: £5,000\n", "Scenarios") is Cover.STATED
    assert cover("SCENARIO N1\n  Outcome O1: 5%\n", "Scenarios") is Cover.STATED
    assert cover("SCENARIO N1\n  Delay: 6 months\n", "Scenarios") is Cover.PARTLY


def test_a_pool_of_gains_alone_has_no_loss_to_recover() -> None:
    pool = "RISK SHARE R1\n  Sides: {0}\n  Cap: £5,000\n  Reconciliation: within 6 months\n"
    for name, label in (("Settlement", "Loss recovery"), ("Caps", "Residual")):
        assert cover(pool.format("gain only"), name) is Cover.STATED
        assert gap_words(pool.format("gain and loss"), name) == f"{label} (not in RISK SHARE R1)"
        both = pool.format("gain only") + "\n" + pool.format("loss only").replace("R1", "R2")
        assert gap_words(both, name) == f"{label} (not in RISK SHARE R2)"
    assert gap_words("", "Caps") == "Cap, Residual (no RISK SHARE)"


# Labels of which one will do.


@pytest.mark.parametrize("label", ["Shares", "Gain shares", "Loss shares"])
def test_any_of_several_labels_will_do(label: str) -> None:
    assert cover(f"RISK SHARE R1\n  {label}: A 100%\n", "Shares") is Cover.STATED


def test_each_block_may_choose_another_label() -> None:
    draft = "RISK SHARE R1\n  Shares: A 100%\n\nRISK SHARE R2\n  Gain shares: A 100%\n"
    assert cover(draft, "Shares") is Cover.STATED
    assert gap_words(draft + "\nRISK SHARE R3\n  Sides: loss only\n", "Shares") == (
        "Shares or Gain shares or Loss shares (not in RISK SHARE R3)"
    )


def test_either_of_two_heads_will_do() -> None:
    pool, board = "RISK SHARE R1\n  Sides: gain and loss\n", "GOVERNANCE G1\n  Chair: independent\n"
    assert gap_words(pool + board, "Open book") == "not in GOVERNANCE G1, RISK SHARE R1"
    for text in (pool, board):
        stated = (pool + board).replace(text, text + "  Open book: yes, each quarter\n")
        assert cover(stated, "Open book") is Cover.STATED
    blank = pool + "  Open book: [ ]\n" + board
    assert gap_words(blank, "Open book") == "blank in RISK SHARE R1"
    assert gap_words("", "VAT") == "no BUDGET or PAYMENT"


def test_standings_are_in_order_of_weakness() -> None:
    assert sorted(Standing) == [Standing.LACKING, Standing.BLANK, Standing.UNREAD, Standing.STATED]


# The formats.


def shown(coverage: Coverage, form: str, options: RenderOptions | None = None) -> str:
    return "".join(renderer(form)(coverage, options or RenderOptions()))


SAMPLES = {
    "empty": "",
    "board": BOARD,
    "unread": BOARD + UNREADABLE_LINE,
    **{path.stem: path.read_text("utf-8") for path in (*GOOD, *BAD)},
}


@pytest.mark.parametrize("name", SAMPLES)
def test_json_is_what_its_schema_says(name: str) -> None:
    coverage = of_text(SAMPLES[name])
    document = json.loads(shown(coverage, "json"))
    VALIDATOR.validate(document)
    assert [each["element"] for each in document["elements"]] == [each.name for each in ELEMENTS]
    for element in (*document["elements"], {"counts": document["counts"], "concepts": CONCEPTS}):
        assert sum(element["counts"].values()) == len(element["concepts"])
    for element in document["elements"]:
        states = [each["state"] for each in element["concepts"]]
        assert element["counts"] == {each.value: states.count(each.value) for each in Cover}


def test_the_schema_is_itself_sound_and_can_fail() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    document = json.loads(shown(of_text(BOARD), "json"))
    document["elements"][0]["concepts"][0]["gaps"] = []
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(document)


def test_every_key_of_the_json_is_explained() -> None:
    explained = (ROOT / "docs" / "coverage.md").read_text("utf-8").partition("## For programs")[2]
    objects = [SCHEMA, *(each for each in SCHEMA["$defs"].values() if each["type"] == "object")]
    keys = {key for each in objects for key in each["properties"]}
    assert {"gaps", "blocks", "partial"} <= keys
    assert sorted(key for key in keys if f"`{key}`" not in explained) == []


def test_markdown_has_a_table_an_element_a_summary_and_the_caveat() -> None:
    page = shown(of_text(BOARD), "markdown")
    assert re.findall(r"^### (.+)$", page, re.MULTILINE) == [each.name for each in ELEMENTS]
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert len(rows) == len(ELEMENTS) + len(CONCEPTS)
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 4 for row in rows)
    assert "| Board | stated |  |" in rows
    total = len(CONCEPTS)
    assert f"Of {total} concepts the draft states 1, states 0 in part and lacks {total - 1}." in page
    assert page.endswith(CAVEAT + "\n")
    assert "not legal advice" in CAVEAT
    assert "nothing about its quality" in CAVEAT


def test_a_title_cannot_become_markdown() -> None:
    page = shown(of_text('CONTRACT "A | <b>[x](y)</b> *z*"\n  Model: alliance\n'), "markdown")
    assert page.startswith("## What “A \\| \\<b\\>\\[x\\](y)\\</b\\> \\*z\\*” states\n")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_draft_not_read_in_full_says_so(form: str) -> None:
    assert PARTIAL in shown(of_text(BOARD + UNREADABLE_LINE), form)
    assert PARTIAL not in shown(of_text(BOARD), form)


def test_text_has_the_counts_then_the_gaps() -> None:
    lines = shown(of_text(BOARD), "text").splitlines()
    assert lines[0] == "a.clause"
    assert lines[2].split() == ["stated", "partly", "lacks", "unread"]
    assert lines[5].split() == ["Partnership", "1", "0", str(len(ELEMENTS[2].concepts) - 1), "0"]
    assert lines[8].split() == ["All", "1", "0", str(len(CONCEPTS) - 1), "0"]
    assert "  lacks   Principles: not in GOVERNANCE G1" in lines
    assert not [line for line in lines if "Board:" in line]
    assert lines[-1] == CAVEAT


def test_text_fits_the_width() -> None:
    text = shown(of_file(BAD[0]), "text", RenderOptions(width=80))
    assert max(map(len, text.splitlines())) <= 80
    assert " ".join(text.split()).endswith(CAVEAT)


@pytest.mark.parametrize("form", FORMATS)
def test_colour_is_only_where_asked_and_changes_no_word(form: str) -> None:
    coverage = of_file(BAD[0])
    plain, painted = shown(coverage, form), shown(coverage, form, RenderOptions(colour=True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain
    assert (painted != plain) is (form == "text")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_a_draft_reaches_the_terminal_raw(form: str) -> None:
    draft = 'CONTRACT "a\x1b[31m\u202eb"\n  Model: alliance\n'
    assert not re.search("[\x1b\u202e]", shown(of_text(draft), form))


def test_there_is_no_other_format() -> None:
    with pytest.raises(KeyError):
        renderer("wording")


def test_labels_know_their_heads() -> None:
    assert heads_of(Label("PARTY", "Role").head) == ("PARTY",)
    assert heads_of("OUTCOME or INDICATOR") == ("OUTCOME", "INDICATOR")
