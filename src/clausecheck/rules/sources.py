"""Reads the files of rule packs, and nothing of what they mean: each file once, in a fixed order.

A check that finds its rules in the cache does this much to know that the cache is right, so it is kept quick.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PACK_FILE = "pack.toml"
CARD_ENDING = ".md"
README = "README.md"  # about the pack; no card


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of one pack by name, sorted: `pack.toml` and the cards.

    `root` is the number of the folder it was found in, `inside` its path in there (empty if it is that
    folder itself), `shown` what messages call it.
    """

    root: int
    inside: str
    shown: str
    files: Mapping[str, bytes]

    def parts(self) -> Iterator[bytes | str]:
        """Everything that the compiled pack depends on."""
        yield self.shown
        for name, content in self.files.items():
            yield name
            yield content


def read_packs(roots: Sequence[Path]) -> tuple[PackFiles, ...]:
    """The packs in these folders, each of which is a pack or a folder of packs.

    Raises OSError, with its file name, for a folder or file that cannot be read.
    """
    return tuple(pack for number, root in enumerate(roots) for pack in _packs(number, root))


def _packs(number: int, root: Path) -> Iterator[PackFiles]:
    files, folders = _listed(root)
    named = root.name not in ("", "..")
    shown = root.as_posix() if named and not root.is_absolute() else root.resolve().name
    if files:
        yield PackFiles(number, "", shown, _contents(str(root), files))
        return
    for folder in folders:
        inner, _ = _listed(root / folder)
        if inner:
            yield PackFiles(number, folder, f"{shown}/{folder}", _contents(str(root / folder), inner))


def _listed(folder: Path) -> tuple[list[str], list[str]]:
    """The names of a folder's pack files and of its folders, sorted; hidden ones are not ours."""
    files, folders = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "_")):
                continue
            if entry.name == README:
                continue
            if entry.name == PACK_FILE or entry.name.endswith(CARD_ENDING):
                files.append(entry.name)
            elif entry.is_dir():
                folders.append(entry.name)
    return sorted(files), sorted(folders)


def _contents(folder: str, names: list[str]) -> dict[str, bytes]:
    return {name: _content(f"{folder}/{name}") for name in names}


def _content(path: str) -> bytes:
    # Half the cost of Path.read_bytes, six hundred times over.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        size = os.fstat(handle).st_size
        content = os.read(handle, size + 1)
        while len(content) < size:
            more = os.read(handle, size - len(content))
            if not more:
                break
            content += more
        return content
    finally:
        os.close(handle)
