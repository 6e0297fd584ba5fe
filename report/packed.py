"""Values of ours into bytes and back: what a run leaves on the disk for the next one.

Pickle, of which only records, named tuples and enumerations of this package are read: bytes that somebody else put into
a shared cache can make values, and nothing that runs. A face is named by its key and is not in the bytes.
"""

from __future__ import annotations

import copyreg
import io
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any

from report.drawing import Face
from report.memory import Memory
from report.problem import ContentError
from report.record import field_names

if TYPE_CHECKING:
    from pickle import Pickler, PicklingError, Unpickler, UnpicklingError
else:
    try:  # what `pickle` makes available, without the 10 ms that its Python part takes to read
        from _pickle import Pickler, PicklingError, Unpickler, UnpicklingError
    except ImportError:
        from pickle import Pickler, PicklingError, Unpickler, UnpicklingError

NO_FACES: dict[str, Face] = {}
PROTOCOL = 5
DAMAGED = (
    UnpicklingError,
    EOFError,
    ImportError,
    AttributeError,
    LookupError,
    TypeError,
    OverflowError,
    RecursionError,
    MemoryError,
)
"""What reading bytes of another form can end in, beside ValueError."""


def to_bytes(value: object) -> bytes | None:
    """The value as bytes; None for one that holds what is not ours: functions, flowables of a program."""
    held = io.BytesIO()
    try:
        _Packer(held, PROTOCOL).dump(value)
    except (PicklingError, TypeError, AttributeError, RecursionError):
        return None
    return held.getvalue()


def from_bytes(data: bytes, face: Callable[[str], Face] = NO_FACES.__getitem__) -> Any:
    """The value again, `face` gives the faces in it by their keys. Raises ValueError for bytes of another form, and
    what `face` raises."""
    try:
        return _Unpacker(data, face).load()
    except DAMAGED as error:
        raise ValueError("damaged") from error


def keep(memory: Memory, key: str, value: object) -> bool:
    """Put a value by for a later run; whether it could be, since it may hold what is not ours."""
    data = to_bytes(value)
    if data is None:
        return False
    memory.put(key, data)
    return True


def kept(memory: Memory, key: str, face: Callable[[str], Face] = NO_FACES.__getitem__) -> Any:
    """What an earlier run put by; None where nothing is there, or it is of another form, or of a font that is wrong
    now."""
    data = memory.get(key)
    if data is None:
        return None
    try:
        return from_bytes(data, face)
    except (ValueError, ContentError):
        return None


def _face(key: str) -> Face:
    """Stands in bytes for what the reader calls with a key; asking the packer for a name of every object, as pickle's
    persistent ids do, took half as long as all else."""
    raise LookupError(key)


def _named(face: Face) -> tuple[Callable[[str], Face], tuple[str]]:
    return _face, (face.key,)


class _Packer(Pickler):
    """Names faces instead of writing them."""

    dispatch_table = {**copyreg.dispatch_table, Face: _named}  # noqa: RUF012  pickle declares it so


class _Unpacker(Unpickler):
    """Knows no class but those of plain values in this package."""

    def __init__(self, data: bytes, face: Callable[[str], Face]) -> None:
        super().__init__(io.BytesIO(data))
        self._face = face

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, _face.__name__):
            return self._face
        if module.partition(".")[0] != __name__.partition(".")[0]:
            raise UnpicklingError(f"{module}.{name}")
        kind = super().find_class(module, name)
        if not isinstance(kind, type) or not (
            field_names(kind) or issubclass(kind, Enum) or (issubclass(kind, tuple) and hasattr(kind, "_fields"))
        ):
            raise UnpicklingError(f"{module}.{name}")
        return kind
