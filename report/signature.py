"""How a class is made whose `__init__` or `__new__` is not there before it is first called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Signature:
    """What `inspect` and `help` show of it: the parameters of what makes one, without what is made."""

    def __init__(self, maker: Callable[[Any], Any]) -> None:
        self._maker = maker

    def __get__(self, one: object, kind: type) -> Any:
        import inspect

        made = inspect.signature(self._maker(kind))
        return made.replace(parameters=tuple(made.parameters.values())[1:])
