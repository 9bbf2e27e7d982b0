"""What a verb raises when it cannot do its work, and the reason is a line for the user."""

from __future__ import annotations


class Failure(Exception):
    """The work cannot be done: each of `lines` is a reason, and the exit code is 2."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
