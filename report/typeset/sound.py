"""Whether fonts are the files that the catalogue means: at once, or found beside the work that they are opened for.

To digest the fonts of a brochure takes a tenth of its first build, and the second processor has time for it.
"""

from __future__ import annotations

import hashlib
import time
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING

from report.content.catalogue import FaceRecord
from report.memory import Memory
from report.program import SETTLED

if TYPE_CHECKING:
    from threading import Thread


class Digest:
    """The sha256 of a font, remembered for as long as its file is the same; one just written is looked at again."""

    def __init__(self, record: FaceRecord, memory: Memory | None) -> None:
        self.record = record
        self._path, self._memory = Path(record.path), memory
        about = self._path.stat()
        self._key = (
            f"font {self._path} {about.st_size} {about.st_mtime_ns} {about.st_ctime_ns} {about.st_dev} {about.st_ino}"
        )
        self._settled = time.time_ns() - max(about.st_mtime_ns, about.st_ctime_ns) > SETTLED
        known = memory.get(self._key) if memory else None
        self._found = known.decode() if known else ""
        self._thread: Thread | None = None

    @property
    def known(self) -> bool:
        return bool(self._found)

    def begin(self, after: Digest | None) -> None:
        """Find it in a thread of its own, when the one before has been found."""
        from threading import Thread

        def find() -> None:
            if after is not None and after._thread is not None:
                after._thread.join()
            self._read()

        self._thread = Thread(target=find, daemon=True)
        self._thread.start()

    def sound(self) -> bool:
        """Whether the file is the one that the catalogue means."""
        if self._thread is not None:
            self._thread.join()
        elif not self._found:
            self._read()
        if self._memory and self._settled and self._found:
            self._memory.put(self._key, self._found.encode())
        return self._found == self.record.sha256

    def _read(self) -> None:
        """In one piece: the interpreter goes on meanwhile, and is not asked for between pieces."""
        try:
            with self._path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
                self._found = hashlib.sha256(data).hexdigest()
        except (OSError, ValueError):  # gone, or without a byte
            self._found = ""
