"""Settings: how a pack declares one, a condition compares with it, and a message shows it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest
from rule_samples import CARD, PACK, SCHEMA

from clausecheck.facts.fact import Type
from clausecheck.rules.card import Card, read_card
from clausecheck.rules.compile import compile_rule
from clausecheck.rules.condition import ConditionError
from clausecheck.rules.faults import CardFault
from clausecheck.rules.pack import ReadPack, read_pack
from clausecheck.rules.rule import Rule
from clausecheck.rules.rule_maker import make_rule
from clausecheck.rules.setting import Setting, read_value
from clausecheck.rules.settle import settled
from clausecheck.rules.template import TemplateError, compile_template

SHARE = """
[settings.share-most]
value = "20%"
says = "The largest share."
key = "HSJ-UC"
source = "Health Service Journal on UnitingCare"
evidence = "DJ"
"""

MOST = Setting(
    "local", "share-most", Type.PERCENT, 200_000, "20%", "The largest share.", "HSJ-UC", "HSJ", "DJ"
)
CAP = Setting("local", "cap-most", Type.MONEY, 500_000, "£5,000", "The largest cap.", "house rule", "", "DJ")
KNOWN: Mapping[str, Setting] = MappingProxyType({each.name: each for each in (MOST, CAP)})


def pack(more: str) -> ReadPack | tuple[CardFault, ...]:
    return read_pack(PACK + more, "rules/risk/pack.toml", SCHEMA)


def made(says: str, level: str = "warning") -> Rule | tuple[CardFault, ...]:
    front = (
        CARD[: CARD.index("when: |")]
        .replace("level: error", f"level: {level}")
        .replace('"PRUComm', '"house rule", "PRUComm')
    )
    text = (
        front
        + 'when: |\n  party p: share above setting share-most\nat: p\nsays: "'
        + says
        + '"\n---\n'
        + CARD.split("---\n", 2)[2]
    )
    card = read_card(text, "local/member-cap-exceeds-capacity.md", None)
    assert isinstance(card, Card), card
    read = pack("")
    assert isinstance(read, ReadPack)
    return make_rule(card, read.pack, (), SCHEMA, KNOWN)


def faults_of(says: str, level: str = "warning") -> tuple[CardFault, ...]:
    faults = made(says, level)
    assert not isinstance(faults, Rule)
    return faults


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("20%", (Type.PERCENT, 200_000, "20%")),
        (" 2.5% ", (Type.PERCENT, 25_000, "2.5%")),
        ("£100,000", (Type.MONEY, 10_000_000, "£100,000")),
        (1500, (Type.COUNT, 1500, "1,500")),
        (0, (Type.COUNT, 0, "0")),
    ],
)
def test_values(written: object, read: tuple[Type, int, str]) -> None:
    assert read_value(written) == read


@pytest.mark.parametrize("written", [True, 1.5, "twenty", "", "20", "-5%", "£-5", -1, ["20%"], "abc%", None])
def test_values_that_are_none(written: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_value(written)


def test_a_pack_has_the_settings_it_declares() -> None:
    read = pack(SHARE)
    assert isinstance(read, ReadPack)
    (setting,) = read.pack.settings
    assert (setting.pack, setting.name, setting.value) == (read.pack.name, "share-most", 200_000)
    assert setting.words == "20% (HSJ-UC)"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"20%"', '"twenty"'),
        ("share-most", "level"),
        ("share-most", "Share"),
        ('evidence = "DJ"', 'evidence = "sure"'),
        ('key = "HSJ-UC"\n', ""),
        ('key = "HSJ-UC"', 'key = "HSJ-UC"\nkeys = "x"'),
    ],
)
def test_a_setting_with_a_fault_is_a_fault_at_its_line(old: str, new: str) -> None:
    read = pack(SHARE.replace(old, new))
    assert isinstance(read, tuple)
    assert all(fault.line >= PACK.count("\n") + 1 for fault in read)


def test_a_condition_compares_with_the_value_and_remembers_the_name() -> None:
    rule = made("{p.share} is more than {setting share-most}")
    assert isinstance(rule, Rule)
    assert rule.settings == ("share-most",)
    assert rule.compiled is not None
    (test,) = rule.compiled.variants[0].present[0].tests
    assert (test.value, test.setting) == (200_000, "share-most")


def test_settling_puts_value_and_source_in_place() -> None:
    rule = made("more than {setting share-most}")
    assert isinstance(rule, Rule)
    now = settled(rule, KNOWN)
    assert now.says is not None
    assert now.says.parts == ("more than ", "20% (HSJ-UC)")
    assert now.authority[-1] == "share-most 20%: HSJ"
    moved = settled(rule, {"share-most": MOST.moved("15%", "clausecheck.toml")})
    assert moved.says is not None
    assert moved.says.parts == ("more than ", "15% (set in clausecheck.toml)")
    assert moved.authority[-1] == "house rule: share-most is 15% in clausecheck.toml"
    assert moved.compiled is not None
    assert moved.compiled.variants[0].present[0].tests[0].value == 150_000


def test_a_rule_must_show_what_it_compares_with() -> None:
    (fault,) = faults_of("too much")
    assert "share-most" in fault.message


def test_a_rule_claims_no_more_than_its_setting_bears() -> None:
    (fault,) = faults_of("more than {setting share-most}", level="error")
    assert "allows warning at most" in fault.message


@pytest.mark.parametrize("value", [12, "£5"])
def test_a_setting_keeps_its_type(value: Any) -> None:
    with pytest.raises(ValueError, match="share-most is a percentage"):
        MOST.moved(value, "clausecheck.toml")


def test_an_unknown_setting_has_a_suggestion() -> None:
    with pytest.raises(ConditionError, match='no pack has a setting "share-mst"'):
        compile_rule("r", "party p: share above setting share-mst", SCHEMA)
    with pytest.raises(TemplateError, match="did you mean"):
        compile_template("{setting share-mot}", {"p": "party"}, SCHEMA, KNOWN)


def test_a_setting_of_another_type_does_not_compile() -> None:
    with pytest.raises(ConditionError):
        compile_rule("r", "party p: share above setting", SCHEMA)
