"""The clause grammar as a Lark parser, with its tables kept in the cache.

Building the tables takes a quarter of a second and reading them a few milliseconds, so they are made
once for each version of the grammar and of Lark.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from clausecheck import data

if TYPE_CHECKING:
    from lark import Lark

GRAMMAR = "clause.lark"

# Every shape that the text behind a label, a heading or a keyword can be read as.
STARTS = (
    "draft",
    "heading_rest",
    "definition_rest",
    "include_rest",
    "waiver_rest",
    "entry",
    "text",
    "money",
    "amount",
    "percent",
    "count",
    "date",
    "year",
    "duration",
    "threshold",
    "measured",
    "band",
    "shares",
    "moneys",
    "votes",
    "names",
)


def build(strict: bool = False) -> Lark:
    """A parser made from the grammar's text. `strict` refuses any ambiguity; tests use it."""
    from lark import Lark

    return Lark(
        (data.folder("grammars") / GRAMMAR).read_text(encoding="utf-8"),
        parser="lalr",
        lexer="contextual",
        strict=strict,
        start=list(STARTS),
        maybe_placeholders=False,
    )


def tables() -> bytes:
    """The parser's tables, as Lark saves them."""
    out = BytesIO()
    build().save(out)
    return out.getvalue()


def tables_key() -> str:
    """The name under which these tables are kept: the grammar's content and Lark's version."""
    import lark

    text = (data.folder("grammars") / GRAMMAR).read_bytes()
    return data.content_key((text, lark.__version__, *STARTS))


@cache
def parser() -> Lark:
    """The parser, from the cache where it is there."""
    from lark import Lark

    saved = data.cached("clause-grammar", tables_key(), tables)
    return Lark.load(BytesIO(saved))
