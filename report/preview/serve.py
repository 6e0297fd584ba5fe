"""The preview as a program: a port of this machine, the watch, the end by Ctrl-C."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from report.memory import Memory
from report.messages import Language
from report.named import NamedTuple
from report.pipeline import Options
from report.preview.rehearsal import Rehearsal
from report.preview.show import Show
from report.preview.takes import Take

if TYPE_CHECKING:
    import uvicorn

HOST = "127.0.0.1"


class Programme(NamedTuple):
    """What is shown: the report, the delivery and catalogues, where things are kept, the language of the page."""

    report: Path
    options: Options
    memory: Memory
    language: Language


def listening(port: int) -> socket.socket:
    """A socket on a port of this machine, any free one for 0; raises OSError where there is none."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there the option would let two programs share a port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((HOST, port))
        found.listen()  # whoever comes before the server is ready waits, and is not refused
    except OSError:
        found.close()
        raise
    return found


def serve(
    programme: Programme, door: socket.socket, opened: Callable[[str], None], told: Callable[[Take], None]
) -> None:
    """Serves until interrupted; `opened` is told the address, `told` every take. KeyboardInterrupt goes through."""
    asyncio.run(_serve(programme, door, opened, told))


async def _serve(
    programme: Programme, door: socket.socket, opened: Callable[[str], None], told: Callable[[Take], None]
) -> None:
    import uvicorn

    from report.preview.app import application
    from report.preview.watching import watch

    token, port = token_urlsafe(24), door.getsockname()[1]
    rehearsal = Rehearsal(programme.report, programme.options, programme.memory)
    show, stop = Show(rehearsal, programme.memory, programme.language, told), asyncio.Event()
    config = uvicorn.Config(
        application(show, token, port),
        http="h11",
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    server = _server(config, show)
    opened(f"http://{HOST}:{port}/?token={token}")
    watching = asyncio.create_task(watch(show, stop))
    try:
        served = asyncio.create_task(server.serve(sockets=[door]))
        await asyncio.wait({served, watching}, return_when=asyncio.FIRST_COMPLETED)
        server.should_exit = True
        await served
    finally:
        stop.set()
        show.end()
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


def _server(config: uvicorn.Config, show: Show) -> uvicorn.Server:
    """A server that lets go of open streams when it is to end."""
    import uvicorn

    class Server(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            show.end()
            await super().shutdown(sockets)

    return Server(config)
