"""Who may ask: this machine's browser, under the names of this machine, from our own page, with the token.

A page of another site can make a browser ask us anything; it can neither know the token nor send our cookie (SameSite),
and a name that is turned to 127.0.0.1 to get around that (DNS rebinding) is not one of ours. Nothing can be written.
"""

from __future__ import annotations

from http import HTTPStatus
from secrets import compare_digest
from urllib.parse import urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
OWN = ("same-origin", "none")
"""Where a request may come from (Fetch Metadata): our page, or the reader's own hand."""


class Guard:
    """Lets through what our own page asks for on this port."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app, self._token = app, token
        self._cookie = f"banxin-{port}"  # cookies know no ports: two previews must not take each other's
        self._hosts = frozenset(f"{name}:{port}" for name in NAMES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope)
        refused = self._refused(request)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await (refused or self._app)(scope, receive, guarded)

    def _refused(self, request: Request) -> Response | None:
        """What is answered instead: a refusal, or the way to the page once the token has become a cookie."""
        if request.headers.get("host", "") not in self._hosts:
            return _no(HTTPStatus.MISDIRECTED_REQUEST)
        if not self._ours(request):
            return _no(HTTPStatus.FORBIDDEN)
        if request.method not in ("GET", "HEAD"):
            return _no(HTTPStatus.METHOD_NOT_ALLOWED)
        given = request.query_params.get("token")
        if not _equal(given or request.cookies.get(self._cookie, ""), self._token):
            return _no(HTTPStatus.FORBIDDEN)
        if given is None:
            return None
        return self._remembered(request)

    def _ours(self, request: Request) -> bool:
        origin = request.headers.get("origin")
        site = request.headers.get("sec-fetch-site", "none")
        return site in OWN and (origin is None or origin in {f"http://{host}" for host in self._hosts})

    def _remembered(self, request: Request) -> Response:
        """The token leaves the address, where others could read it over a shoulder or in a history."""
        rest = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "token"])
        found = RedirectResponse(f"{request.url.path}?{rest}" if rest else request.url.path, HTTPStatus.SEE_OTHER)
        found.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
        return found


def _equal(one: str, other: str) -> bool:
    return compare_digest(one.encode(), other.encode())


def _no(status: HTTPStatus) -> Response:
    return PlainTextResponse(f"{status.value} {status.phrase}\n", status)
