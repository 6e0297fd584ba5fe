"""The YAML language server of editors, spoken to as an editor does: JSON-RPC over its standard streams."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

import pytest

from tests.tools import need

PROGRAM = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}
PATIENCE = 120
"""Seconds after which a silent server counts as broken."""

Json = dict[str, Any]


def command() -> list[str]:
    """How the server is started; the test is skipped where it is not installed, and fails in CI."""
    node = need("node")
    if not PROGRAM.is_file():
        message = "yaml-language-server is not installed: run `npm ci` in tests/editors"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return [node, str(PROGRAM), "--stdio"]


class Server:
    """One server for several documents; to be used in a `with`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self.heard: queue.Queue[Json] = queue.Queue()

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.reader = threading.Thread(target=self._listen, daemon=True)
        self.reader.start()
        capabilities: Json = {
            "workspace": {"configuration": True},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
        }
        asked = {"processId": os.getpid(), "rootUri": self.folder.as_uri(), "capabilities": capabilities}
        self.ask("initialize", asked)
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        return self

    def __exit__(self, *_: object) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def opened(self, name: str, text: str) -> list[Json]:
        """Opens a document of the folder and waits for its diagnostics."""
        return self.all_opened({name: text})[name]

    def all_opened(self, texts: Mapping[str, str]) -> dict[str, list[Json]]:
        """Opens documents together, since the server waits before it looks at one; their diagnostics by name."""
        names = {(self.folder / name).as_uri(): name for name in texts}
        for uri, name in names.items():
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": texts[name]}
            self.tell("textDocument/didOpen", {"textDocument": document})
        found: dict[str, list[Json]] = {}
        while found.keys() != texts.keys():
            heard = self._until(lambda heard: heard.get("method") == "textDocument/publishDiagnostics")["params"]
            if heard["uri"] in names:
                found[names[heard["uri"]]] = heard["diagnostics"]
        return found

    def completions(self, name: str, line: int, column: int) -> dict[str, Json]:
        """What may be typed at a place (from 0) of an open document, by label."""
        position = {"line": line, "character": column}
        found = self.ask("textDocument/completion", {"textDocument": self._document(name), "position": position})
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: item for item in items}

    def hover(self, name: str, line: int, column: int) -> str:
        """What is shown of a place (from 0) of an open document."""
        position = {"line": line, "character": column}
        found = self.ask("textDocument/hover", {"textDocument": self._document(name), "position": position})
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, params: Any) -> Any:
        self.count += 1
        number = self.count
        self._send({"id": number, "method": method, "params": params})
        found = self._until(lambda heard: heard.get("id") == number and "method" not in heard)
        assert "error" not in found, found
        return found["result"]

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _document(self, name: str) -> Json:
        return {"uri": (self.folder / name).as_uri()}

    def _until(self, wanted: Callable[[Json], bool]) -> Json:
        """The next message that is wanted; questions of the server are answered on the way."""
        while True:
            heard = self.heard.get(timeout=PATIENCE)
            if "id" in heard and "method" in heard:
                self._send({"id": heard["id"], "result": self._answer(heard)})
            elif wanted(heard):
                return heard

    def _answer(self, heard: Json) -> Any:
        if heard["method"] == "workspace/configuration":
            return [SETTINGS.get(item.get("section"), {}) for item in heard["params"]["items"]]
        return None

    def _send(self, message: Json) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while head := stream.readline():
            length = 0
            while head.strip():
                name, _, value = head.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                head = stream.readline()
            self.heard.put(json.loads(stream.read(length)))
