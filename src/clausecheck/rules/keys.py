"""Turns the validation errors of pydantic into a rule author's words, each with the key that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from clausecheck.model.suggest import listed, suggestion


class Keys(BaseModel):
    """A closed set of keys: one that is not declared is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, populate_by_name=False)


class KeyFault(NamedTuple):
    """What is wrong with a key, named by its path ("also.0.at"); missing keys name the place they lack in."""

    key: str
    message: str


def choice(choices: Mapping[str, object]) -> BeforeValidator:
    """A validator that turns one of these words into what it stands for."""

    def pick(word: Any) -> Any:
        if isinstance(word, str) and word in choices:
            return choices[word]
        hint = suggestion(word, choices) if isinstance(word, str) else ""
        raise PydanticCustomError("choice", "is {words}{hint}", {"words": listed(choices), "hint": hint})

    return BeforeValidator(pick)


def key_faults(error: ValidationError, model: type[BaseModel], forms: Mapping[str, str]) -> list[KeyFault]:
    """Every fault in plain words. `forms` says how the text of a key with a pattern looks."""
    return [_fault(detail, model, forms) for detail in error.errors()]


def names(model: type[BaseModel]) -> list[str]:
    """The keys of a model as authors write them."""
    return [field.alias or name for name, field in model.model_fields.items()]


_SAID = {
    "string_type": "is text; put it in quotes",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "list_type": 'is a list, such as ["one", "two"]',
    "tuple_type": 'is a list, such as ["one", "two"]',
    "bool_type": "is true or false",
    "date_type": "is a date such as 2026-04-01",
    "model_type": "has keys of its own",
    "model_attributes_type": "has keys of its own",
}


def _fault(detail: ErrorDetails, model: type[BaseModel], forms: Mapping[str, str]) -> KeyFault:
    path = [str(part) for part in detail["loc"]]
    key, last = ".".join(path), path[-1]
    if detail["type"] == "missing":
        outer = ".".join(path[:-1])
        return KeyFault(outer, f'{f"{path[0]} lacks" if outer else "there is no"} "{last}"')
    if detail["type"] == "extra_forbidden":
        return KeyFault(key, f'there is no key "{last}"{suggestion(last, _siblings(model, path))}')
    if detail["type"] == "string_pattern_mismatch":
        return KeyFault(key, f'"{last}" is {forms[last]}, not "{detail["input"]}"')
    named = next(part for part in reversed(path) if not part.isdigit())
    if detail["type"] == "choice":
        return KeyFault(key, f'"{named}" {detail["msg"]}')
    return KeyFault(key, f'"{named}" {_SAID.get(detail["type"], "cannot have this value")}')


def _siblings(model: type[BaseModel], path: Sequence[str]) -> Iterable[str]:
    """The keys that could have stood where an unknown one does."""
    here = [model]
    for part in path[:-1]:
        here = [inner for outer in here for inner in _inner(outer, part)] or here
    return [name for each in here for name in names(each)]


def _inner(model: type[BaseModel], key: str) -> Iterator[type[BaseModel]]:
    """The models that the values of a key may be."""
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            todo = [field.annotation]
            while todo:
                each: Any = todo.pop()
                todo += getattr(each, "__args__", ())
                if isinstance(each, type) and issubclass(each, BaseModel):
                    yield each
