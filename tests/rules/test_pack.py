"""Pack heads: what is read, and faults at their lines."""

from __future__ import annotations

import pytest
from rule_samples import PACK, SCHEMA, line_of

from clausecheck.rules.pack import ReadPack, read_pack

PATH = "rulesets/risk/pack.toml"
APPLIES = '''applies_when = """
contract _k: model is alliance
party _p: role is _k.model
"""
'''


def test_a_pack() -> None:
    read = read_pack(PACK + APPLIES, PATH, SCHEMA)
    assert isinstance(read, ReadPack)
    assert (read.pack.name, read.pack.version, read.pack.sources) == ("risk", "1.2.0", ("PRUComm 2019",))
    assert [pattern.name for pattern in read.context] == ["_k", "_p"]


def test_a_pack_for_every_draft() -> None:
    read = read_pack(PACK, PATH, SCHEMA)
    assert isinstance(read, ReadPack)
    assert read.context == ()


@pytest.mark.parametrize(
    ("old", "new", "marks", "words"),
    [
        ("title =", "titel =", "titel", 'there is no key "titel"; did you mean "title"?'),
        ("title =", "titel =", "", 'there is no "title"'),
        ("name", "[extra]\nname", "[extra]", 'there is no key "extra"'),
        ('"risk"', '"risks"', "name", 'the pack is called "risks" and its folder "risk"'),
        ('"risk"', '"Risk"', "name", '"name" is small words joined by hyphens, not "Risk"'),
        ("1.2.0", "1.2", "version", '"version" is a version such as 1.0.0'),
        ("Who bears what", "", "summary", '"summary" is empty'),
        ('["PRUComm 2019"]', '"PRUComm"', "sources", '"sources" is a list'),
        ('["PRUComm 2019"]', '["PRUComm 2019"', "applies_when", "this is not valid TOML: unclosed array"),
        ('"Risk share"', '"Risk share', "title", "this is not valid TOML"),
        ("model is alliance", "modle is alliance", "contract _k", 'did you mean "model"?'),
        ("_k.model", "_q.model", "party _p", 'is called "_q"'),
        ("party _p", "party p", "party p", "a name in applies_when begins with _: _p"),
    ],
)
def test_each_planted_fault_is_found_at_its_line(old: str, new: str, marks: str, words: str) -> None:
    whole = PACK + APPLIES
    assert old in whole
    text = whole.replace(old, new, 1)
    read = read_pack(text, PATH, SCHEMA)
    assert isinstance(read, tuple)
    line = line_of(text, marks) if marks else 1
    assert any(fault.line == line and words in fault.message for fault in read), (line, read)


def test_a_condition_on_the_line_of_its_key() -> None:
    read = read_pack(PACK + '\napplies_when = "contract k"\n', PATH, SCHEMA)
    assert isinstance(read, tuple)
    assert [fault.line for fault in read] == [7]
