"""Settings of a pack: soft thresholds that a house may move, each with the source of its default.

A condition compares with one (`highest above setting outcome-share-most`) and a message shows it
(`{setting outcome-share-most}`), with the key of its source or with whoever set it. This module stays
light: the cache keeps these.
"""

from __future__ import annotations

from typing import NamedTuple

from clausecheck.facts.fact import Type

_WHOLE = 1_000_000  # 100% in ten-thousandths of a point
_LONGEST = 60

LEVEL = "level"
"""The word that sets the level of a whole pack, and so is no setting's name."""

FORMS = {
    Type.PERCENT: 'a percentage in quotes, such as "2.5%"',
    Type.MONEY: 'an amount in quotes, such as "£100,000"',
    Type.COUNT: "a whole number, such as 12",
}


class Setting(NamedTuple):
    """One threshold: its value in the unit of its type, and how it was written.

    `key` is the short name of its source; `set_in` the file that moved it, empty for the default.
    """

    pack: str
    name: str
    type: Type
    value: int
    written: str
    says: str
    key: str
    source: str
    evidence: str
    set_in: str = ""

    @property
    def words(self) -> str:
        """The value, and in brackets where it comes from."""
        return f"{self.written} ({f'set in {self.set_in}' if self.set_in else self.key})"

    def moved(self, written: object, file: str) -> Setting:
        """The same setting with another value. Raises ValueError, in plain words, for one that is none."""
        type_, value, text = read_value(written)
        if type_ is not self.type:
            raise ValueError(f"{self.name} is {FORMS[self.type]}, not {text}")
        return self._replace(value=value, written=text, set_in=file)


def read_value(written: object) -> tuple[Type, int, str]:
    """The type, the exact value and the text of a threshold as TOML has it.

    Raises ValueError, in plain words, for anything but "20%", "£100,000" or a whole number.
    """
    from clausecheck.rules import literals

    if isinstance(written, int) and not isinstance(written, bool):
        return _checked(Type.COUNT, literals.count(str(written)), f"{written:,}")
    text = written.replace(" ", "") if isinstance(written, str) else ""
    if text.replace("£", "").isascii():
        if "£" in text:
            return _checked(Type.MONEY, literals.money(text), text)
        if text.endswith("%"):
            return _checked(Type.PERCENT, _percent(text), text)
        if text.isdigit():
            raise ValueError(f"a whole number stands without quotes: {text}")
    said = in_toml(written)
    raise ValueError(f'a setting is a percentage such as "20%", an amount or a whole number, not {said}')


def in_toml(value: object) -> str:
    """A value as a message shows what somebody wrote in TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value if len(value) <= _LONGEST else value[:_LONGEST] + "..."}"'
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a table"
    return str(value)[:_LONGEST]


def _percent(text: str) -> int:
    from clausecheck.rules import literals

    try:
        return literals.percent(text)
    except ValueError:
        raise ValueError(f"{text} is not a percentage such as 2.5%") from None


def _checked(type_: Type, value: int, text: str) -> tuple[Type, int, str]:
    if value < 0:
        raise ValueError(f"a threshold is not below nothing, as {text} is")
    if type_ is Type.PERCENT and value > _WHOLE:
        raise ValueError(f"a threshold is not above 100%, as {text} is")
    return type_, value, text
