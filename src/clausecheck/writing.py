"""Puts a changed text back into the file it was read from: all of it, or nothing.

The new text goes to a temporary file in the same folder, which then takes the place of the old one, so
that a power cut or a full disk leaves the draft as it was. Line endings, the byte-order mark and the
mode of the file stay, and a symbolic link goes on pointing where it did.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher, unified_diff
from pathlib import Path

from clausecheck.source import Source, SourceProblem, source_from_bytes

_ENDING = re.compile("\r\n|[\r\n\u2028\x0c]")  # all that source.py reads as the end of a line
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class WriteProblem(Exception):
    """A draft that cannot be written; the message is one line for the person who named the draft."""


def write_back(source: Source, path: Path, text: str) -> None:
    """Make `text` (with `\\n` line endings, no byte-order mark) the content of the file at `path`.

    `source` is what was read from there. Raises WriteProblem, with the file left as it is, where the file
    is UTF-16, cannot be written, or has changed since it was read. A text that did not change is not written.
    """
    if text == source.text:
        return
    try:
        target = path.resolve(strict=True)
        new = encoded(source, target.read_bytes(), text)
        if not os.access(target, os.W_OK):
            raise WriteProblem(f"{source.name}: is read-only; left as it is")
        _replace(target, new)
    except (OSError, RuntimeError) as fault:  # RuntimeError: links that lead in a circle, before Python 3.13
        reason = getattr(fault, "strerror", None) or "the file cannot be replaced"
        raise WriteProblem(f"{source.name}: not written: {reason}; left as it is") from None


def difference(source: Source, text: str) -> Iterator[str]:
    """What writing `text` back would change, as the lines of a unified diff; none if it changes nothing."""
    old, new = ([line for line in re.split(r"(?<=\n)", each) if line] for each in (source.text, text))
    for line in unified_diff(old, new, source.name, source.name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def encoded(source: Source, raw: bytes, text: str) -> bytes:
    """The bytes of `text` as the draft `raw` had them: its byte-order mark, and each line's own ending.

    Raises WriteProblem if `raw` is UTF-16, or not what `source` was read from.
    """
    if raw.startswith(_UTF16):
        raise WriteProblem(f"{source.name}: is UTF-16, which is read but not written; save it as UTF-8 first")
    try:
        same = source_from_bytes(raw, source.name).text == source.text
    except SourceProblem:
        same = False
    if not same:
        raise WriteProblem(f"{source.name}: changed while it was being read; left as it is")
    old = raw.decode("utf-8")
    mark = "\ufeff" if source.bom else ""
    return (mark + _with_endings(old.removeprefix("\ufeff"), source, text)).encode("utf-8")


def _with_endings(old: str, source: Source, text: str) -> str:
    """`text` with the line endings of `old`; lines that are not in `old` end as `source.newline` says."""
    endings = _ENDING.findall(old)
    if len(set(endings)) <= 1:
        return text.replace("\n", endings[0] if endings else source.newline)
    lines = text.split("\n")
    taken = [source.newline] * len(lines)
    many = len(lines) > 20_000  # then better quick than exact
    matcher = SequenceMatcher(None, source.text.split("\n"), lines, autojunk=many)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind in ("equal", "replace"):
            for was, now in zip(range(old_start, old_end), range(new_start, new_end), strict=False):
                taken[now] = endings[was] if was < len(endings) else taken[now]
    made = "".join(line + end for line, end in zip(lines, [*taken[:-1], ""], strict=True))
    # Two endings that now follow each other, `\r` and `\n`, would be read as one.
    return made if _ENDING.sub("\n", made) == text else text.replace("\n", source.newline)


def _replace(target: Path, new: bytes) -> None:
    """Put `new` where `target` is in one step. Raises OSError, and then nothing has changed."""
    mode = stat.S_IMODE(target.stat().st_mode)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(new)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(mode)
        os.replace(name, target)  # noqa: PTH105 - what the tests make fail
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
