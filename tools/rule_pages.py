"""The pages of the rules: one a rule, made from its card, and the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from clausecheck.checker import Checker
from clausecheck.finding import Class, Finding, Level
from clausecheck.model.build import build
from clausecheck.render.summary import counted
from clausecheck.report.dates import in_words
from clausecheck.rules.card import Card
from clausecheck.rules.card_body import Example
from clausecheck.rules.catalogue import Catalogue, load_catalogue
from clausecheck.rules.evidence import EVIDENCE
from clausecheck.rules.rule import Pack, Rule
from clausecheck.source import source_from_text
from tools.fences import FAULTY
from tools.markdown import cell, fenced, made_from, page, slug, table

# The date at which the examples of cards about waivers are judged, as in the tests of the cards.
AS_OF = date(2026, 7, 1)


def rules() -> dict[str, str]:
    """The pages below docs/rules by file name: one a rule, and the index."""
    catalogue = _catalogue()
    checker = Checker(catalogue, engine="reference", as_of=AS_OF)
    made = {"README.md": page(_index(catalogue))}
    for name, rule in catalogue.rules.items():
        made[f"{name}.md"] = page(_rule(rule, catalogue.docs(name), catalogue.packs[rule.pack], checker))
    return made


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def _index(catalogue: Catalogue) -> Iterator[str]:
    every = sorted(catalogue.rules.values(), key=lambda rule: (-rule.level, rule.name))
    levels = ", ".join(
        f"{level.word} ({sum(rule.level is level for rule in every)})" for level in reversed(Level)
    )
    yield made_from("the cards in rulesets/")
    yield from ("# The rules", "")
    yield f"{counted(len(every), 'rule')} in {counted(len(catalogue.packs), 'pack')}, by level: {levels}."
    yield "[Findings](../findings.md) says what levels, classes and evidence tags mean, and"
    yield "[Writing a rule](../writing-a-rule.md) how to add one."
    for pack in catalogue.packs.values():
        own = [rule for rule in every if rule.pack == pack.name]
        yield from ("", f"## {pack.title}", "", pack.summary, "")
        if pack.applies_when:
            yield from ("Only for drafts of which this holds:", "", *fenced("text", pack.applies_when))
        yield from table(
            ("Level", "Rule", "Code", "What is wrong"),
            ((rule.level.word, _link(rule), rule.code, cell(rule.title)) for rule in own),
        )
    yield from ("## By level", "")
    for level in reversed(Level):
        if names := [_link(rule) for rule in every if rule.level is level]:
            yield from (f"**{level.word}** ({len(names)}): {', '.join(names)}", "")


def _link(rule: Rule) -> str:
    return f"[{rule.name}]({rule.name}.md)"


def _rule(rule: Rule, card: Card, pack: Pack, checker: Checker) -> Iterator[str]:
    yield made_from(f"rulesets/{rule.pack}/{rule.name}.md")
    yield from (f"# {card.body.title}", "")
    yield from table(("", ""), ((name, text) for name, text in _particulars(rule, pack) if text))
    yield from ("## Why it matters", "", card.body.why, "")
    yield from ("## Wrong", "")
    for example in card.body.wrong:
        findings = checker.check_text(example.text, "example.clause").findings
        yield from _example(example)
        yield from _said([each for each in findings if each.rule == rule.name])
    yield from ("## Right", "")
    for example in card.body.right:
        yield from _example(example)
    for section in card.body.others:
        yield from (f"## {section.heading}", "", section.text, "")
    yield from ("## How it is found", "")
    yield from _condition(rule, card)
    yield f"`clausecheck check --select {rule.name}` looks for this alone, and"
    yield f"`--ignore {rule.name}` for all else."
    if not rule.mandatory:
        yield "To accept one finding and say why, see [Waivers](../waivers.md)."


def _particulars(rule: Rule, pack: Pack) -> Iterator[tuple[str, str]]:
    evidence = EVIDENCE[rule.evidence]
    yield "Name", f"`{rule.name}`, or {rule.code}"
    yield "Level", f"{rule.level.word}{', and nobody can waive it' if rule.mandatory else ''}"
    yield "Class", rule.kind.value
    yield "Confidence", rule.confidence.value
    yield "Authority", "<br>".join(cell(each) for each in rule.authority)
    yield "Evidence", f"`{rule.evidence}`: {evidence.meaning}"
    yield "In force", _in_force(rule)
    yield "Pack", f"[{cell(pack.title)}](README.md#{slug(pack.title)})"
    yield "Since", rule.since
    yield "Read more", f"<{rule.url}>" if rule.url else ""


def _in_force(rule: Rule) -> str:
    start = f"from {in_words(rule.valid_from)}" if rule.valid_from else ""
    end = f"to {in_words(rule.valid_to)}" if rule.valid_to else ""
    return " ".join(each for each in (start, end) if each)


def _condition(rule: Rule, card: Card) -> Iterator[str]:
    match rule.raised_by:
        case "reader":
            yield "By clausecheck itself, as it reads the draft."
        case "report":
            yield "By clausecheck itself, as it weighs findings against waivers."
        case "house":
            yield "By clausecheck itself, as it reads a house's [configuration](../configuration.md)."
        case _:
            yield "Of the [facts](../facts.md) of a draft:"
            yield from ("", *fenced("text", card.head.when or ""))
    yield ""


def _example(example: Example) -> Iterator[str]:
    if example.caption:
        yield from (" ".join(example.caption.split()), "")
    faulty = [FAULTY] if example.language == "clause" and reading_faults(example.text) else []
    yield from fenced(" ".join([example.language, *faulty]), example.text)


def _said(findings: Iterable[Finding]) -> Iterator[str]:
    """What clausecheck says of an example, in a fence so that no word of it is taken for Markdown."""
    lines: list[str] = []
    for finding in findings:
        parts = (finding.message, finding.consequence and f"So: {finding.consequence}")
        lines += [part for part in (*parts, finding.help and f"Fix: {finding.help}") if part]
        if finding.fix:
            lines.append(f"Edit: {finding.fix.title} ({finding.fix.safety.value})")
    if lines:
        yield from ("clausecheck says:", "", *fenced("text", "\n".join(lines)))


def reading_faults(text: str) -> list[str]:
    """What reading this clause text finds that is a fault of its syntax."""
    known = _catalogue().rules
    return [
        notice.message
        for notice in build(source_from_text(text, "example.clause"))[1]
        if notice.rule not in known or known[notice.rule].kind is Class.SYNTAX
    ]
