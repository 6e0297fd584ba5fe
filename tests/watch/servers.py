"""Servers of this machine that hear notices: mail (RFC 5321, what is needed of it) and HTTP."""

from __future__ import annotations

import json
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


class _Mail(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        if self.server.at_once:
            self._cover()
        self._say("220 here")
        while line := self.rfile.readline().strip():
            verb = line.split(b":")[0].upper()
            if verb.startswith((b"EHLO", b"HELO")):
                self._say("250-here")
                self._say("250-STARTTLS" if self.server.tls and not self.server.at_once else "250-8BITMIME")
                self._say("250 AUTH PLAIN")
            elif verb == b"STARTTLS":
                self._say("220 go on")
                self._cover()
            elif verb.startswith(b"AUTH"):
                self.server.logins.append(line.split()[-1].decode())
                self._say("235 good" if self.server.lets_in else "535 5.7.8 wrong: " + line.split()[-1].decode())
            elif verb == b"DATA":
                self._say("354 go on")
                self._letter()
                self._say("250 kept")
            elif verb == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 good")

    def finish(self) -> None:
        super().finish()
        self.connection.close()

    def _cover(self) -> None:
        """From here on through TLS."""
        self.connection = self.server.tls.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)

    def _letter(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        self.server.letters.append(message_from_bytes(b"".join(lines), policy=policy.default))

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


class MailServer(socketserver.ThreadingTCPServer):
    """Keeps letters and logins (base 64); `lets_in` decides what it answers to a login. With `tls` it is covered, from
    the start (`at_once`) or when asked."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, tls: ssl.SSLContext | None = None, at_once: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Mail)
        self.tls, self.at_once = tls, at_once
        self.letters: list[EmailMessage] = []
        self.logins: list[str] = []
        self.lets_in = True

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, *_: Any) -> None:
        """A client that trusts no stranger breaks the connection off."""


class _Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posts.append((self.path, json.loads(body)))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *_: Any) -> None:
        """Tests read what was posted instead."""


class HookServer(HTTPServer):
    """Keeps what is posted as (path, JSON); answers with `status` and `answer`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Hook)
        self.posts: list[tuple[str, Any]] = []
        self.status, self.answer = 200, b'{"errcode": 0, "errmsg": "ok"}'

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/hook?key=secret-key"


@contextmanager
def serving(server: MailServer | HookServer) -> Iterator[None]:
    """The server runs in a thread while the context is open."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
