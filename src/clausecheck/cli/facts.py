"""`clausecheck facts`: what a rule author sees of a draft."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from clausecheck.facts.fact import Fact, Scalar
    from clausecheck.source import Source

EPILOG = """
\b
Examples:
  clausecheck facts draft.clause
  clausecheck facts draft.clause --kind risk_share --format json
"""


@click.command("facts", epilog=EPILOG, short_help="Show a draft's facts.")
@click.argument("draft", type=click.Path(path_type=str))
@click.option("--kind", metavar="KIND", help="Only facts of this kind.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or programs.",
)
def command(draft: str, kind: str | None, form: str) -> int:
    """Show the facts that rules see in DRAFT (a file, or - for standard input), one a line.

    Amounts are in pence, percentages in ten-thousandths of a point and dates as yyyymmdd, as conditions
    compare them. Attributes that a draft does not state are left out; --format json has them too.
    """
    from clausecheck.cli.streams import write

    _must_be_known(kind)
    source = one_draft(draft)
    facts = [each for each in load_facts(source) if kind is None or each.kind == kind]
    write(as_json(facts, source) if form == "json" else as_text(facts, source))
    return 0


def load_facts(source: Source) -> Sequence[Fact]:
    """Every fact of a draft, shown in the reader's terms."""
    from clausecheck.facts.extract import extract
    from clausecheck.facts.show import complete
    from clausecheck.model.build import build
    from clausecheck.model.include import whole

    return [complete(each) for each in extract(build(whole(source))[0])]


def _must_be_known(kind: str | None) -> None:
    """Raises Failure for a word that is no kind of fact."""
    from clausecheck.cli.failure import Failure
    from clausecheck.facts.schema import SCHEMA
    from clausecheck.model.suggest import suggestion

    if kind is not None and kind not in SCHEMA:
        raise Failure(f'no kind of fact is called "{kind}"{suggestion(kind, SCHEMA)}')


def one_draft(draft: str) -> Source:
    """The one draft at a path, or on standard input. Raises Failure where there is none or several."""
    from clausecheck.cli.failure import Failure
    from clausecheck.cli.paths import Problem, find_drafts, read_draft

    drafts, problems = find_drafts([draft])
    if problems:
        raise Failure(*map(str, problems))
    if len(drafts) > 1:
        raise Failure(f"{draft} has {len(drafts)} drafts; name one of them")
    source = read_draft(drafts[0], sys.stdin.buffer)
    if isinstance(source, Problem):
        raise Failure(str(source))
    return source


def as_text(facts: Iterable[Fact], source: Source) -> Iterator[str]:
    """`kind(attribute=value, ...)  line N`, a fact a line.

    An attribute without a value to compare is shown by its state; one that is absent is left out.
    """
    from clausecheck.facts.fact import State
    from clausecheck.render.safe import escaped

    for fact in facts:
        inside = [f"{name}={_value(value)}" for name, value in fact.values.items()]
        inside += [
            f"{name}=({state.value})"
            for name, state in fact.states.items()
            if name not in fact.values and state is not State.ABSENT
        ]
        yield (
            escaped(f"{fact.kind}({', '.join(inside)})") + f"  line {source.position(fact.span.start).line}\n"
        )


def _value(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def as_json(facts: Iterable[Fact], source: Source) -> Iterator[str]:
    """A list of objects, in the order of the facts."""
    from clausecheck.render.safe import escaped_json

    yield (
        escaped_json(json.dumps([_entry(each, source) for each in facts], ensure_ascii=False, indent=2))
        + "\n"
    )


def _entry(fact: Fact, source: Source) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "n": fact.n,
        "line": source.position(fact.span.start).line,
        "path": list(fact.path),
        "values": dict(fact.values),
        "states": {name: state.value for name, state in fact.states.items()},
        "shown": dict(fact.shown),
    }
