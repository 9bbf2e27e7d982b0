"""What a house's file decides, and what is said of the rest of it."""

from __future__ import annotations

import pytest

from clausecheck.checker import Checker
from clausecheck.finding import Level
from clausecheck.house.file import House, HouseProblem, read_house
from clausecheck.report.report import Report
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.source import source_from_text

NAME = "clausecheck.toml"

DRAFT = """\
OUTCOME PAYMENT OP1
  Budget: £14,200,000 per Contract Year
  Type: withhold
  Share of budget: 18%
  Curve: linear
  Weights: O1 100%
"""


def house(text: str) -> House:
    return read_house(source_from_text(text, NAME), load_catalogue())


def judged(text: str, draft: str = DRAFT, **options: tuple[str, ...]) -> Report:
    checker = Checker(load_catalogue(), "reference", house=house(text), **options)  # type: ignore[arg-type]
    return Report((checker.check_text(draft),))


def notices(text: str) -> list[tuple[str, int, str]]:
    read = house(text)
    return [(each.rule, read.source.position(each.span.start).line, each.message) for each in read.notices]


def test_an_empty_file_decides_nothing() -> None:
    assert house("# nothing\n")[1:] == ({}, {}, ())


def test_a_rule_goes_by_name_or_code() -> None:
    by_name = house('[rules]\nuncapped-loss = "advice"\n')
    by_code = house('[rules]\nRS009 = "advice"\n')
    assert by_name.levels == by_code.levels == {"uncapped-loss": Level.ADVICE}


def test_a_rules_own_level_goes_before_its_packs_wherever_it_stands() -> None:
    text = '[rules]\nuncapped-loss = "error"\n[packs.risk-share]\nlevel = "off"\n'
    levels = house(text).levels
    assert levels["uncapped-loss"] is Level.ERROR
    assert levels["residual-not-named"] is None


def test_a_packs_level_raises_no_rule_above_its_evidence() -> None:
    rules = load_catalogue().rules
    levels = house('[packs.outcomes]\nlevel = "error"\n').levels
    assert set(levels) == {name for name, rule in rules.items() if rule.pack == "outcomes"}
    assert levels["weights-not-100"] is Level.ERROR
    assert rules["outcome-share-above-fifth"].evidence == "DJ"
    assert levels["outcome-share-above-fifth"] is Level.WARNING


def test_a_setting_moves_the_boundary_and_the_message_says_who_moved_it() -> None:
    assert not [each for each in judged("").findings if each.rule == "outcome-share-above-fifth"]
    text = '[packs.outcomes]\noutcome-share-most = "{}"\n'
    assert not [each for each in judged(text.format("18%")).findings if each.code == "OUT022"]
    (found,) = [each for each in judged(text.format("17.9%")).findings if each.code == "OUT022"]
    assert "17.9% (set in clausecheck.toml)" in found.message
    assert "house rule: outcome-share-most is 17.9% in clausecheck.toml" in found.authority


def test_a_rule_that_is_off_is_silent_and_the_report_says_so() -> None:
    report = judged('[rules]\nunearned-money-without-destination = "off"\n')
    assert "unearned-money-without-destination" not in {each.rule for each in report.findings}
    assert report.files[0].notes == (
        "judged under clausecheck.toml, which has off: unearned-money-without-destination",
    )


def test_a_level_that_the_house_has_set_says_so() -> None:
    report = judged('[rules]\nunearned-money-without-destination = "advice"\n')
    (found,) = [each for each in report.findings if each.code == "RS037"]
    assert found.level is Level.ADVICE
    assert "house rule: the level is set in clausecheck.toml" in found.authority


@pytest.mark.parametrize(
    ("text", "rule", "line", "words"),
    [
        ("x = 1\n", "unknown-setting", 1, 'there is no key "x"'),
        ("[pack]\n", "unknown-setting", 1, 'there is no key "pack"; did you mean "packs"?'),
        ("packs = 3\n", "unusable-setting", 1, "packs is a table, as in [packs]"),
        ("rules = []\n", "unusable-setting", 1, "rules is a table"),
        ("[packs]\noutcomes = 1\n", "unusable-setting", 2, "a pack is a table, as in [packs.outcomes]"),
        ("[packs.outcome]\n", "unknown-setting", 1, 'no pack is called "outcome"; did you mean "outcomes"?'),
        (
            '[packs.risk-share]\noutcome-share-most = "1%"\n',
            "unknown-setting",
            2,
            'the pack risk-share has no setting "outcome-share-most"',
        ),
        ("\n\n[rules]\nRS999 = 'off'\n", "unknown-setting", 4, 'no rule is called "RS999"'),
        ("[rules]\nRS009 = true\n", "unusable-setting", 2, "a level is error, warning, advice or off"),
        ("[rules]\nRS009 = 1979-05-27\n", "unusable-setting", 2, "not 1979-05-27"),
        ("[rules]\nwaiver-expired = 'off'\n", "unusable-setting", 2, "mandatory"),
        ("[packs.outcomes]\noutcome-share-most = 0.2\n", "unusable-setting", 2, "not 0.2"),
        ("[packs.outcomes]\noutcome-share-most = '£5'\n", "unusable-setting", 2, "is a percentage"),
        ("[packs.outcomes]\noutcome-share-most = '1000%'\n", "unusable-setting", 2, "not above 100%"),
        ("[packs.outcomes]\noutcome-share-most = '１５%'\n", "unusable-setting", 2, 'not "１５%"'),
        ("[packs.outcomes]\npaid-measures-most = '2'\n", "unusable-setting", 2, "without quotes: 2"),
        ("[packs.outcomes]\nweight-least = '50%'\n", "unusable-setting", 2, "the least is the greater"),
        ("[rules]\nRS009 = ['off']\n", "unusable-setting", 2, "not a list"),
        ("[rules]\nRS009 = false\n", "unusable-setting", 2, "not false"),
        ('[rules]\n"\\u0066oo" = "off"\n', "unknown-setting", 2, 'no rule is called "foo"'),
        ("packs.outcomes.level = 'none'\n", "unusable-setting", 1, 'not "none"'),
    ],
)
def test_what_cannot_be_used_is_a_finding_at_its_line(text: str, rule: str, line: int, words: str) -> None:
    ((found, at, message),) = notices(text)
    assert (found, at) == (rule, line)
    assert words in message
    report = judged(text)
    (finding,) = [each for each in report.findings if each.file == NAME]
    assert (finding.rule, finding.level, finding.message) == (rule, Level.ERROR, message)
    assert report.summary.files == 1


def test_it_is_said_whatever_rules_are_selected() -> None:
    assert [each.rule for each in judged("x = 1\n", select=("uncapped-loss",)).findings] == [
        "unknown-setting"
    ]
    ignored = judged("x = 1\n", ignore=("unknown-setting",))
    assert "unknown-setting" not in {each.rule for each in ignored.findings}


def test_what_is_wrong_costs_only_its_line() -> None:
    read = house('[rules]\nnonsense = "off"\nuncapped-loss = "advice"\n')
    assert read.levels == {"uncapped-loss": Level.ADVICE}
    assert len(read.notices) == 1


@pytest.mark.parametrize(
    ("text", "line"), [("[rules\n", 1), ("a = 1\nb =\n", 2), ('x = """\n', 1), ("a = 1\na = 2\n", 2)]
)
def test_what_is_not_toml_decides_nothing(text: str, line: int) -> None:
    with pytest.raises(HouseProblem, match=rf"^clausecheck\.toml:{line}: not valid TOML: "):
        house(text)


def test_a_draft_configures_nothing() -> None:
    draft = DRAFT.replace("18%", "25%") + '\n[packs.outcomes]\nlevel = "off"\noutcome-share-most = "50%"\n'
    plain = Report((Checker(load_catalogue(), "reference").check_text(draft),))
    (found,) = [each for each in plain.findings if each.code == "OUT022"]
    assert "20% (HSJ-OX, HSJ-UC)" in found.message


def test_settings_that_contradict_each_other_are_both_undone() -> None:
    text = "[packs.outcomes]\nweight-least = '50%'\nweight-most = '10%'\n"
    assert house(text).settings == {}
    assert len(notices(text)) == 1
    assert set(house("[packs.outcomes]\nweight-least = '3%'\nweight-most = '30%'\n").settings) == {
        "weight-least",
        "weight-most",
    }


def test_a_page_of_unknown_keys_is_told_briefly() -> None:
    text = "[rules]\n" + "".join(f"no-such-rule-{n} = 'off'\n" for n in range(5000))
    found = notices(text)
    assert len(found) == 21
    assert found[-1] == ("unknown-setting", 22, "4980 more keys are not known")
