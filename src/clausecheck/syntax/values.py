"""Reads the text behind a label as the shape of value its label asks for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from clausecheck.spans import Span
from clausecheck.syntax.grammar import parser
from clausecheck.syntax.tree import Leaf, Node, Unread


@lru_cache(maxsize=8192)
def read_value(shape: str, text: str) -> Node | Unread:
    """`text` as a value of `shape` (a start rule of the grammar), or where and why it is not one."""
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken

    try:
        tree = parser().parse(text, start=shape)
    except UnexpectedToken as fault:
        ended = fault.token.type == "$END" or fault.pos_in_stream is None
        at = len(text) if ended else fault.pos_in_stream or 0
        found = "" if ended else str(fault.token)
        return Unread(at, found, tuple(sorted(fault.accepts or fault.expected)))
    except UnexpectedCharacters as fault:
        at = fault.pos_in_stream or 0
        return Unread(at, text[at : at + 1], tuple(sorted(fault.allowed or ())))
    return _node(tree)


def _node(tree: Any) -> Node:
    return Node(
        str(tree.data),
        tuple(_node(child) if hasattr(child, "children") else _leaf(child) for child in tree.children),
    )


def _leaf(token: Any) -> Leaf:
    text = str(token)
    start: int = token.start_pos
    lead = len(text) - len(text.lstrip())
    trimmed = text.strip()
    return Leaf(str(token.type), trimmed, Span(start + lead, start + lead + len(trimmed)))
