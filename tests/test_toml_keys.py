"""Where the keys of a TOML text stand."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clausecheck.toml_keys import keys_of, line_of

TEXT = '''\
# a comment with [not.a.table]
top = 1
"quoted key" = "a = 1"

[packs.outcomes]
level = "advice"  # [x]
long = """
level = 2
[packs.other]
"""
list = [
  "a",  # comment ]
  "[packs.hidden]",
]
a.b = { c = 1 }
[ "packs" . 'risk-share' ]
x = \'\'\'
[y]\'\'\'
'''


def at(*path: str) -> int:
    return line_of(TEXT, path)


def test_each_key_is_at_its_line() -> None:
    assert tomllib.loads(TEXT)
    assert (at("top"), at("quoted key"), at("packs"), at("packs", "outcomes")) == (2, 3, 5, 5)
    assert (at("packs", "outcomes", "level"), at("packs", "outcomes", "list")) == (6, 11)
    assert (at("packs", "risk-share"), at("packs", "risk-share", "x")) == (16, 17)


def test_a_key_without_a_line_is_at_the_one_around_it() -> None:
    assert at("packs", "outcomes", "a", "b", "c") == 15
    assert at("packs", "outcomes", "nothing") == 5
    assert at("nowhere") == 1


def test_what_strings_and_arrays_hold_is_no_key() -> None:
    assert {path for path in keys_of(TEXT) if path[-1] in ("other", "hidden", "y")} == set()


WORD = st.text("abc-_1", min_size=1, max_size=4)
VALUE = st.sampled_from(['"x"', "1", "true", "[1, 2]", '["]", 1]', "{ a = 1 }", '"""\nk = 1\n"""'])


@given(st.dictionaries(WORD, st.dictionaries(WORD, VALUE, max_size=4), max_size=4))
def test_every_key_of_a_valid_text_has_its_place(tables: dict[str, dict[str, str]]) -> None:
    text = "".join(
        f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in inner.items())
        for name, inner in tables.items()
    )
    read: dict[str, Any] = tomllib.loads(text)
    wanted = {(name,) for name in read} | {(name, key) for name, inner in read.items() for key in inner}
    found = keys_of(text)
    assert set(found) == wanted
    for path, span in found.items():
        assert text[span.start : span.end] == path[-1]
