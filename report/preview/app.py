"""The addresses of the preview; all of them only read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from report.messages import fill
from report.messages.preview import PAGE
from report.preview.guard import Guard
from report.preview.pictures import LEAST, MOST, Asked, plates_of
from report.preview.show import Show
from report.preview.telling import excerpt, ledger, spots_of

WEB = Path(__file__).parent / "web"
KINDS: Mapping[str, str] = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FOREVER = "private, max-age=31536000, immutable"


def application(show: Show, token: str, port: int) -> Guard:
    """The preview as an ASGI application behind its guard."""
    desk = _Desk(show, token)
    routes = [
        Route("/", desk.page),
        Route("/web/{name}", desk.file),
        Route("/api/words", desk.words),
        Route("/api/state", desk.state),
        Route("/api/events", desk.events),
        Route("/api/ledger", desk.ledger),
        Route("/api/source", desk.source),
        Route("/api/pages/{number:int}/spots", desk.spots),
        Route("/api/pages/{number:int}/{version:int}.png", desk.picture),
    ]
    return Guard(Starlette(routes=routes), token, port)


class _Desk:
    """Answers."""

    def __init__(self, show: Show, token: str) -> None:
        self._show = show
        self._words = {name: fill(row, show.language)[0] for name, row in PAGE.items()}
        # a browser keeps pictures: those of another run under the same numbers must not be shown again
        self._run = token[:6]

    async def page(self, _: Request) -> Response:
        words = {name: escape(said) for name, said in self._words.items()}
        language = "zh-CN" if self._show.language == "zh" else "en"
        text = Template((WEB / "index.html").read_text(encoding="utf-8"))
        return Response(text.substitute(words, language=language), media_type="text/html")

    async def file(self, request: Request) -> Response:
        name = request.path_params["name"]
        files = {path.name: path for path in WEB.iterdir() if path.suffix in KINDS}
        if name not in files:
            return _missing()
        return Response(files[name].read_bytes(), media_type=KINDS[files[name].suffix])

    async def words(self, _: Request) -> Response:
        return JSONResponse({**self._words, "run": self._run})

    async def state(self, _: Request) -> Response:
        return Response(self._show.state, media_type="application/json")

    async def events(self, request: Request) -> Response:
        """Whoever listens says which delivery is to be shown."""
        await self._show.choose(request.query_params.get("delivery", ""))
        return StreamingResponse(self._show.events(), media_type="text/event-stream")

    async def ledger(self, _: Request) -> Response:
        take = self._show.take
        return JSONResponse(ledger(take, self._show.language) if take is not None else [])

    async def source(self, request: Request) -> Response:
        take, line = self._show.take, _number(request, "line")
        found = excerpt(take, self._show.home, request.query_params.get("file", ""), line) if take and line else None
        return JSONResponse(found) if found is not None else _missing()

    async def spots(self, request: Request) -> Response:
        leaf, take = self._show.leaf(request.path_params["number"]), self._show.take
        if leaf is None or take is None or take.stage is None:
            return _missing()
        return JSONResponse(spots_of(leaf, take.stage.moorings))

    async def picture(self, request: Request) -> Response:
        width, plate = _number(request, "w"), request.query_params.get("plate", "")
        stage = self._show.take.stage if self._show.take is not None else None
        if stage is None or not LEAST <= width <= MOST or (plate and plate not in plates_of(stage)):
            return _missing()
        asked = Asked(request.path_params["number"], request.path_params["version"], width, plate)
        data = await self._show.picture(asked)
        if data is None:
            return _missing()
        return Response(data, media_type="image/png", headers={"Cache-Control": FOREVER})


def _number(request: Request, name: str) -> int:
    """A number of the query; 0 for none."""
    said = request.query_params.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 0


def _missing() -> Response:
    return Response(json.dumps({"error": "not found"}), 404, media_type="application/json")
