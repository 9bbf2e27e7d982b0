"""Says in a drafter's words what could have stood where a value could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from clausecheck import data


@cache
def phrases() -> dict[str, str]:
    """Noun phrase by terminal, from `grammars/wording.toml`."""
    import tomllib

    with (data.folder("grammars") / "wording.toml").open("rb") as file:
        return {str(name): str(phrase) for name, phrase in tomllib.load(file).items()}


def expected(terminals: Iterable[str], most: int = 3) -> str:
    """The phrases of these terminals as "a, b or c"; at most `most`, the likeliest first."""
    known = phrases()
    ordered = [name for name in known if name in set(terminals) and name not in _SILENT]
    said = list(dict.fromkeys(known[name] for name in ordered))[:most]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} or {said[-1]}"


# Terminals that can stand nearly anywhere, so that naming them would help nobody.
_SILENT = frozenset({"MARK", "RAW", "REST", "PROSE", "COMMENT", "_NL", "REMARK", "NOTE", "LEAD", "HOLE"})
