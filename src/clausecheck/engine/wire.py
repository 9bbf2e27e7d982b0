"""How facts and attributes are spelt for durable-rules, which knows property names only by a 32-bit hash.

Each attribute travels under up to four properties, each sent only where some rule asks for it:

- `a_x`  the value as a word with its type in front (`i450000`, `b1`, `wICB`), so that no two types are
         ever equal; left out where the fact has no value;
- `o_x`  the value of a whole number, for tests of order;
- `s_x`  the state; always there;
- `r_x`  what other patterns' joins refer to: as `a_x`, but `-` where there is no value. It is always
         there, because a join that finds no property makes durable-rules drop other rules' matches.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from json.encoder import encode_basestring_ascii as quoted

from clausecheck.facts.fact import Fact, Scalar

SESSION = "d"
"""The one session of a ruleset; it is deleted after each draft, so that no two can ever be confused."""

MOST_PROPERTIES = 240
"""Properties of one fact. durable-rules holds 254, some of them its own."""

_MISSING = "-"
_OFFSET, _PRIME = 0x811C9DC5, 16777619
_RESERVED = (
    *("id", "sid", "kind", "n", "one", "name", "all", "any", "pri", "count", "cap", "dist"),
    *("$s", "$m", "$i", "$l", "$r", "$and", "$or", "$eq", "$neq", "$lt", "$lte", "$gt", "$gte", "$ex"),
    *("$nex", "$mt", "$imt", "$iall", "$iany", "$add", "$sub", "$mul", "$div", "$forward", "$time"),
    *("$timerName", "$baseTime"),
)


class Form(StrEnum):
    """Which of an attribute's properties."""

    VALUE = "a"
    ORDER = "o"
    STATE = "s"
    REFERRED = "r"


def tagged(value: Scalar) -> str:
    """A value as a word that tells its type: equal words are equal values of one type."""
    if isinstance(value, str):
        return "w" + value
    if isinstance(value, bool):
        return "b1" if value else "b0"
    return f"i{value}"


def hashed(name: str) -> int:
    """The hash by which durable-rules knows a name (32-bit FNV-1a)."""
    value = _OFFSET
    for byte in name.encode():
        value = (value ^ byte) * _PRIME & 0xFFFFFFFF
    return value


class Wire:
    """The properties that rules use, and the text of facts that carries just those.

    Invariant: no two property names, and none of durable-rules' own, have one hash.
    """

    def __init__(self) -> None:
        self._taken = {hashed(name) for name in _RESERVED}
        self._names: dict[tuple[Form, str], str] = {}
        self._sent: dict[str, dict[tuple[Form, str], str]] = {}

    def use(self, kind: str, attribute: str, form: Form) -> str:
        """The name of a property, which facts of this kind carry from now on."""
        name = self.property(attribute, form)
        self._sent.setdefault(kind, {})[form, attribute] = name
        return name

    def property(self, attribute: str, form: Form) -> str:
        """The name of a property, the same for every kind."""
        name = self._names.get((form, attribute))
        if name is None:
            name = f"{form}_{attribute}"
            while hashed(name) in self._taken:
                name += "_"
            self._taken.add(hashed(name))
            self._names[form, attribute] = name
        return name

    def crowded(self) -> Iterable[str]:
        """The kinds of which facts would carry more properties than they can."""
        return (kind for kind, sent in self._sent.items() if len(sent) > MOST_PROPERTIES)

    def texts(self, kind: str, facts: Iterable[Fact]) -> list[str]:
        """Facts of one kind as durable-rules takes them, one text each."""
        properties = [(form, attribute, f',"{name}":') for (form, attribute), name in self._sent_by(kind)]
        return [_text(kind, fact.n, _rest(fact, properties)) for fact in facts]

    def _sent_by(self, kind: str) -> Iterable[tuple[tuple[Form, str], str]]:
        return self._sent.get(kind, {}).items()


def bare(kind: str, n: int) -> str:
    """A fact with nothing but its kind and number."""
    return _text(kind, n, "")


def _text(kind: str, n: int, rest: str) -> str:
    return f'{{"sid":"{SESSION}","id":"{n:06d}","kind":{quoted(kind)},"n":{n},"one":1{rest}}}'


def _rest(fact: Fact, properties: Iterable[tuple[Form, str, str]]) -> str:
    parts: list[str] = []
    for form, attribute, opening in properties:
        if form is Form.STATE:
            parts += (opening, quoted(fact.state(attribute)))
            continue
        value = fact.values.get(attribute)
        if form is Form.REFERRED:
            parts += (opening, quoted(_MISSING if value is None else tagged(value)))
        elif value is None:
            continue
        elif form is Form.VALUE:
            parts += (opening, quoted(tagged(value)))
        elif isinstance(value, int) and not isinstance(value, bool):
            parts += (opening, str(value))
    return "".join(parts)
