"""`clausecheck vocabulary`: every head and label of the clause language, generated from the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from clausecheck.model.vocabulary.types import Head, LabelType

EPILOG = """
\b
Examples:
  clausecheck vocabulary
  clausecheck vocabulary "RISK SHARE"
"""


@click.command("vocabulary", epilog=EPILOG, short_help="List heads and labels.")
@click.argument("head", nargs=-1)
def command(head: tuple[str, ...]) -> int:
    """List the heads and labels of the clause language, all or those of HEAD: what each holds, other
    spellings that are understood, and an example.
    """
    from clausecheck.cli.streams import write

    write(line + "\n" for line in render_vocabulary(_chosen(" ".join(head))))
    return 0


def heads() -> Iterable[Head]:
    """Every head of the language."""
    from clausecheck.model.vocabulary import HEADS

    return HEADS


def _chosen(word: str) -> list[Head]:
    from clausecheck.cli.failure import Failure
    from clausecheck.model.suggest import suggestion

    every = list(heads())
    found = [each for each in every if not word or each.name.casefold() == word.casefold()]
    if not found:
        raise Failure(f'no head is called "{word}"{suggestion(word, (each.name for each in every))}')
    return found


def render_vocabulary(heads: Iterable[Head]) -> Iterator[str]:
    """A block of lines a head, a blank line between."""
    for n, head in enumerate(heads):
        if n:
            yield ""
        yield head.name + " Id" * head.identified + ' "title"' * head.titled
        yield f"  {head.doc}"
        for label in head.labels:
            yield from _label(label)


def _label(label: LabelType) -> Iterator[str]:
    yield f"  {label.name}: {label.example}".rstrip()
    yield f"      {label.shape}{', several' * label.many}: {label.doc}"
    if label.choices:
        yield f"      one of: {', '.join(label.choices)}"
    if label.bullets:
        key = "" if label.bullets.key == "none" else f"{label.bullets.key}: "
        yield f"      bullets: - {key}{label.bullets.value}"
    if label.synonyms:
        yield f"      also written: {', '.join(label.synonyms)}"
