from __future__ import annotations

import re
from pathlib import Path

import pytest
from lark import Lark

from clausecheck import data
from clausecheck.model.vocabulary.types import Shape
from clausecheck.syntax import grammar, wording

# Shapes that are read without the grammar, or as another shape of it.
READ_OTHERWISE = {Shape.CHOICE, Shape.YES_NO, Shape.FORM, Shape.BAND_RULE, Shape.NONE}


def terminals() -> set[str]:
    return {terminal.name for terminal in grammar.build().terminals}


def test_the_grammar_is_free_of_ambiguity() -> None:
    grammar.build(strict=True)


def test_an_ambiguous_grammar_would_not_pass() -> None:
    from lark.exceptions import GrammarError, LexError

    with pytest.raises((GrammarError, LexError)):
        Lark("start: A | B\nA: /a+/\nB: /a[ab]/", parser="lalr", lexer="contextual", strict=True)


def test_every_shape_of_a_label_is_a_start_of_the_grammar() -> None:
    assert {shape.value for shape in Shape if shape not in READ_OTHERWISE} <= set(grammar.STARTS)


def test_every_start_is_a_rule_and_reads_something() -> None:
    rules = {str(rule.origin.name) for rule in grammar.build().rules}
    assert set(grammar.STARTS) <= rules


def test_every_terminal_has_a_phrase_and_every_phrase_a_terminal() -> None:
    assert set(wording.phrases()) == terminals()


def test_saved_tables_read_as_the_grammar_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSECHECK_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(data, "_PACKAGED", tmp_path / "none")
    grammar.parser.cache_clear()
    try:
        first = grammar.parser()
        grammar.parser.cache_clear()
        monkeypatch.setattr(grammar, "tables", lambda: pytest.fail("the tables were made twice"))
        again = grammar.parser()
    finally:
        grammar.parser.cache_clear()
    fresh = grammar.build()
    for start, text in (("shares", "ICB 45%, Council [ ]%"), ("draft", "PARTY A\n  Role: x # y\n")):
        trees = [each.parse(text, start=start) for each in (first, again, fresh)]
        assert trees[0] == trees[1] == trees[2]


def test_a_change_of_the_grammar_makes_other_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = grammar.tables_key()
    (tmp_path / grammar.GRAMMAR).write_text("start: A\nA: /a/\n", encoding="utf-8")
    monkeypatch.setattr(data, "folder", lambda name: tmp_path)
    assert grammar.tables_key() != before


def test_heads_labels_and_choices_are_no_part_of_the_grammar() -> None:
    text = (data.folder("grammars") / grammar.GRAMMAR).read_text(encoding="utf-8")
    rules = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    assert not re.search(r"RISK SHARE|OUTCOME|PARTY|Baseline|alliance", rules)
