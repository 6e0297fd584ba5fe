"""The other side of report.deliver.drawer: a process that draws what it is sent."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from report.charts import loading
from report.modules import alone
from report.program import CYCLES


def serve(words: Sequence[str], asked: IO[bytes], told: IO[bytes]) -> None:
    """Draw what is asked for until nobody asks; what cannot be drawn here is answered with nothing."""
    alone()
    loading.load()  # before all else: it takes the longest
    from report import packed
    from report.charts import kinds
    from report.content.catalogue import read_catalogues
    from report.deliver.cache import FolderCache, RunCache
    from report.deliver.drawer import received, send
    from report.resources import fonts
    from report.typeset.faces import Faces

    folder, *further = words
    catalogue = read_catalogues(fonts() / "fonts.yaml", tuple(map(Path, further)))
    faces = Faces(catalogue, FolderCache(Path(folder)) if folder else RunCache(), checks=False)
    while True:
        try:
            data = received(asked)
        except ValueError:
            return
        try:
            drawn = kinds.drawn(packed.from_bytes(data, faces.keyed), faces)
            keys = tuple(one.face.key for one in faces.opened())  # for the build to open and check them
            answer = packed.to_bytes((drawn.items, drawn.depth, drawn.problems, keys)) or b""
        except Exception:
            answer = b""
        send(told, answer)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal; the build ends its drawer
    gc.set_threshold(*CYCLES)
    with suppress(OSError):  # the build has ended
        serve(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer)
