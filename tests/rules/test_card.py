"""Rule cards: what is read from a good one, and each fault of a bad one at its line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_samples import CARD, RAISED, line_of

from clausecheck.finding import Class, Confidence, Level, Safety
from clausecheck.rules.card import Card, read_card
from clausecheck.rules.faults import CardFault

PATH = "rulesets/risk/member-cap-exceeds-capacity.md"


def good(text: str = CARD, path: str = PATH, parent: Card | None = None) -> Card:
    card = read_card(text, path, parent)
    assert isinstance(card, Card), card
    return card


def faults(text: str, path: str = PATH, parent: Card | None = None) -> list[tuple[int, str]]:
    read = read_card(text, path, parent)
    assert isinstance(read, tuple), "the card was found good"
    assert all(isinstance(fault, CardFault) and fault.path == path for fault in read)
    return [(fault.line, fault.message) for fault in read]


def test_the_keys_of_a_card() -> None:
    head = good().head
    assert (head.name, head.code, head.since) == ("member-cap-exceeds-capacity", "RS011", "0.1.0")
    assert (head.level, head.kind) == (Level.ERROR, Class.INCONSISTENT)
    assert (head.confidence, head.evidence) == (Confidence.HIGH, "V")
    assert head.authority == ("PRUComm 2019, abstract",)
    assert (head.at, head.also[0].at, head.also[0].label) == (
        "c.amount",
        "p.risk_capacity",
        "what {p} can bear",
    )
    assert head.fix is not None
    assert (head.fix.text, head.fix.safety) == ("{p.risk_capacity}", Safety.CHANGES_LEGAL_MEANING)
    assert not head.mandatory


def test_the_body_of_a_card() -> None:
    body = good().body
    assert body.title == "A member can lose more than it can bear"
    assert body.why == "A cap above what a board can bear is no cap."
    (wrong,) = body.wrong
    assert wrong.text == 'PARTY A "Acute"\n# not a heading\n'
    assert wrong.caption == "The cap is £1 too high."
    assert wrong.line == line_of(CARD, 'PARTY A "Acute"')
    assert [(each.text, each.caption) for each in body.right] == [
        ('PARTY B "Community"\n', ""),
        ('PARTY C "Council"\n', ""),
    ]
    assert [(each.heading, each.text) for each in body.others] == [("Sources", "PRUComm.")]


def test_the_patterns_of_a_card() -> None:
    assert [(one.kind, one.name, one.absent) for one in good().patterns] == [
        ("party", "p", False),
        ("member_cap", "c", False),
        ("guarantee", "", True),
    ]


def test_line_endings_and_a_byte_order_mark_change_nothing() -> None:
    assert good("\ufeff" + CARD.replace("\n", "\r\n")) == good()


def test_a_finding_of_the_program_has_no_condition() -> None:
    card = good(RAISED, "unknown-label.md")
    assert (card.head.raised_by, card.patterns) == ("reader", ())


def test_dates_and_addresses() -> None:
    more = "valid_from: 2025-02-24\nvalid_to: 2026-03-31\nurl: https://example.org/x\nmandatory: true\n"
    head = good(CARD.replace("at: c.amount", f"{more}at: c.amount", 1)).head
    assert (head.valid_from, head.valid_to) == (date(2025, 2, 24), date(2026, 3, 31))
    assert (head.url, head.mandatory) == ("https://example.org/x", True)


# Each fault: what to replace, by what, the words that mark the line of the fault, and what the message says.
# Without marking words, the fault stands at line 1.
PLANTED = [
    ("code: RS011", "code: rs11", "code: rs11", '"code" is two to four capital letters and three digits'),
    ("level: error", "levl: error", "levl: error", 'there is no key "levl"; did you mean "level"?'),
    ("level: error\n", "", "", 'there is no "level"'),
    (
        "level: error",
        "level: eror",
        "level: eror",
        '"level" is error, warning or advice; did you mean "error"?',
    ),
    ("class: inconsistent", "class: bad", "class: bad", '"class" is missing, non-compliant, inconsistent'),
    ("confidence: high", "confidence: 1", "confidence: 1", '"confidence" is high, medium or low'),
    ("evidence: V", "evidence: W", "evidence: W", '"evidence" is V, V1, VD, D, logic, V2'),
    ("evidence: V", "evidence: S", "level: error", "allows warning at most, not error"),
    ("evidence: V", "evidence: M-lo", "evidence: M-lo", "it may not ship"),
    ("level: error", "level: advice\nlevel: error", "level: error", '"level" is given twice'),
    ('["PRUComm 2019, abstract"]', "PRUComm", "authority", '"authority" is a list'),
    ('["PRUComm 2019, abstract"]', "[]", "authority", '"authority" is empty'),
    ('["PRUComm 2019, abstract"]', "\n  - x\n  - 2019", "- 2019", '"authority" is text; put it in quotes'),
    ("since: 0.1.0", "since: 0.1", "since", '"since" is text; put it in quotes'),
    ("since: 0.1.0", "since: next", "since", '"since" is a version such as 0.1.0, not "next"'),
    ("name: member", "name: Member", "name", '"name" is small words joined by hyphens'),
    ("name: member", "name: a-member", "name", 'its file "member-cap-exceeds-capacity.md"'),
    ("at: c.amount\n", "", "", 'there is no "at"'),
    ("at: c.amount", "at:", "at:\n", '"at" is empty'),
    ("at: c.amount", "at: c.amount\nmandatory: 1", "mandatory", '"mandatory" is true or false'),
    ("at: c.amount", "at: c.amount\nvalid_from: soon", "valid_from", "a date such as 2026-04-01"),
    ("at: c.amount", "at: c.amount\nvalid_from: 2026-02-31", "valid_from", "cannot be read: 2026-02-31"),
    ("at: c.amount", "valid_from: 2026-01-02\nvalid_to: 2026-01-01\nat: c", "valid_to", "before it begins"),
    ("at: c.amount", "at: c.amount\nurl: www.x.org", "url", "an address that begins with https://"),
    ("at: c.amount", "raised_by: reader\nat: c.amount", "at: c", 'raised by the reader has no "at"'),
    ("at: c.amount", "raised_by: me\nat: c.amount", "raised_by", '"raised_by" is reader, report or house'),
    ("    label:", "    lable:", "    lable", 'there is no key "lable"; did you mean "label"?'),
    ('    label: "what {p} can bear"\n', "", "  - at: p.risk", 'also lacks "label"'),
    (
        "  safety: changes legal meaning",
        "  safety: unsafe",
        "  safety",
        '"safety" is safe, changes legal meaning',
    ),
    ("  with:", "  wiht:", "  wiht:", 'no key "wiht"; did you mean "with"?'),
    ("says: ", "says ", 'so: "the', "not valid YAML here"),
    ('says: "', "says: {", "says", "not valid YAML here"),
    ("help: ", "help: a: ", "help: a", "a colon followed by a space; put the value in quotes"),
    ("help: ", "help: >\n  ", "help: >", 'write "help: |", not "help: >"'),
    ("help: ", "? [a, b]\n: ", "? [a, b]", "a key is one word"),
    ("help: ", "help: !!python/name:os.system ", "help", 'the value of "help" cannot be read'),
    (
        "Lower the cap",
        "Lower \x07 the cap",
        "  title" and "help",
        "a character here that YAML does not allow",
    ),
    ("c: party is p.ref", "c: party = p.ref", "c: party =", '"=" cannot stand here'),
    ("    and exceeds_capacity is true", "    and exceeds_capacity is", "    and exceeds", "ends too soon"),
    ("when: |\n", "when: party p x\nso2: |\n", "when: ", '"x" cannot stand here'),
    ("---\nname", "name", "", "begins with a line of three hyphens"),
    ("---\n# A member", "# A member", "", "are not closed by a line of three hyphens"),
    ("# A member can", "A member can", "A member can", "the card has no title"),
    ("# A member can", "# First\n# A member can", "# A member", "a card has one title"),
    ("## Why it matters", "## Why", "# A member", 'the card has no section "## Why it matters"'),
    ("A cap above what a board can bear is no cap.\n", "", "## Why", "says nothing"),
    ("## Wrong", "### Wrong", "# A member", 'the card has no section "## Wrong"'),
    ("## Sources", "## wrong", "## wrong", 'there are two sections "wrong"'),
    ('```clause\nPARTY A "Acute"', '```\nPARTY A "Acute"', '```\nPARTY A "', "is fenced with ```clause"),
    ('~~~clause\nPARTY C "Council"\n~~~', "~~~clause", "~~~clause", "this fence is not closed"),
    ('```clause\nPARTY A "Acute"\n# not a heading\n```\n', "", "## Wrong", "has no example fenced"),
]


@pytest.mark.parametrize(("old", "new", "marks", "words"), PLANTED, ids=lambda value: str(value)[:20])
def test_each_planted_fault_is_found_at_its_line(old: str, new: str, marks: str, words: str) -> None:
    assert old in CARD
    text = CARD.replace(old, new, 1)
    line = line_of(text, marks) if marks else 1
    found = faults(text)
    assert any(at == line and words in message for at, message in found), (line, found)


def test_several_faults_are_told_together_and_in_order() -> None:
    text = (
        CARD.replace("code: RS011", "code: rs")
        .replace("class: inc", "class: ink")
        .replace("## Right", "## R")
    )
    found = faults(text.replace("party p:", "party p is"))
    marks = ("code", "class", "  party p", "# A member")
    assert [line for line, _ in found] == [line_of(text, each) for each in marks]


@pytest.mark.parametrize("tag", ["DJ", "M-hi"])
def test_what_has_no_source_must_say_so(tag: str) -> None:
    text = CARD.replace("evidence: V", f"evidence: {tag}").replace("level: error", "level: warning")
    ((line, message),) = faults(text)
    assert line == line_of(text, "authority:")
    assert '"authority" must say "house rule"' in message
    assert good(text.replace("PRUComm 2019", "House rule"))


@pytest.mark.parametrize(
    "text", ["", "---", "---\n---\n", "---\n- a\n---\n", "---\n[[[[\n---\n", "---\n\t\n---"]
)
def test_what_is_hardly_a_card_is_a_fault(text: str) -> None:
    assert faults(text)


def test_a_self_referring_value_is_a_fault() -> None:
    assert faults(CARD.replace("help: ", "help: &a [*a]\nso2: "))


def test_deep_nesting_is_a_fault() -> None:
    for deep in ("[" * 99_000 + "]" * 99_000, "[" * 99_000, "\n  " + "- " * 99_000):
        ((_, message),) = faults(CARD.replace('"Lower the cap"', deep, 1))
        assert message == "the keys of the card are nested too deeply"


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_damage_to_a_card_raises(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(CARD)))
    end = min(len(CARD), start + data.draw(st.integers(0, 40)))
    patch = data.draw(st.text(st.sampled_from("\n\t -:|>'\"[]{}#&*!%@`~,?£é\x00"), max_size=4))
    read = read_card(CARD[:start] + patch + CARD[end:], PATH)
    assert isinstance(read, Card) or read


# extends


def test_an_extending_card_takes_what_it_does_not_state() -> None:
    text = "---\nname: stricter\nextends: member-cap-exceeds-capacity\ncode: FX001\nhelp: Ask us\nfix:\n---\n"
    card, parent = good(text, "stricter.md", good()), good()
    assert (card.head.name, card.head.code, card.head.help, card.head.fix) == (
        "stricter",
        "FX001",
        "Ask us",
        None,
    )
    assert (card.head.level, card.head.says) == (parent.head.level, parent.head.says)
    assert (card.patterns, card.body) == (parent.patterns, parent.body)


def test_a_card_of_the_same_name_keeps_the_code_and_another_needs_its_own() -> None:
    same = (
        "---\nname: member-cap-exceeds-capacity\nextends: member-cap-exceeds-capacity\nlevel: advice\n---\n"
    )
    assert good(same, PATH, good()).head.code == "RS011"
    other = "---\nname: other\nextends: member-cap-exceeds-capacity\n---\n"
    assert faults(other, "other.md", good()) == [(3, 'there is no "code"')]


def test_limits_hold_for_what_is_inherited() -> None:
    text = "---\nname: other\nextends: member-cap-exceeds-capacity\ncode: FX001\nevidence: S\n---\n"
    ((line, message),) = faults(text, "other.md", good())
    assert (line, "warning at most" in message) == (3, True)
