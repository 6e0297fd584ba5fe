"""An edition on the disk: kept in editions/, standing in the folder of a build, or a PDF alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from report.deliver.differences.model import Datum, Recorded
from report.problem import ContentError, problem

MANIFEST = "manifest.json"
LOCK = ".lock.json"


def read_edition(path: Path) -> Recorded:
    """The edition of a folder, a lock, a manifest or a PDF. Raises ContentError for anything else."""
    if path.is_dir():
        return _of_folder(path)
    if not path.exists():
        raise ContentError([problem("diff-no-edition", file=path)])
    if path.suffix.lower() == ".pdf":
        return Recorded(path, path.name, path.stem, "", "", {path.stem: path}, None, {}, {})
    return _of_json(path)


def _of_folder(folder: Path) -> Recorded:
    if (folder / MANIFEST).is_file():
        return _of_json(folder / MANIFEST)
    locks = sorted(folder.glob(f"*{LOCK}"))
    if len(locks) == 1:
        return _of_json(locks[0])
    if locks:
        raise ContentError([problem("diff-many-locks", file=folder, first=locks[0].name)])
    inner = sorted(path.parent for path in folder.glob(f"editions/*/{MANIFEST}")) or sorted(
        path.parent for path in folder.glob(f"*/{MANIFEST}")
    )
    raise ContentError([problem("diff-no-lock", file=folder, near=inner[-1] if inner else "")])


def _of_json(path: Path) -> Recorded:
    try:
        told: Mapping[str, Any] = json.loads(path.read_bytes())
        identifier = str(told["id"])
        names = (
            [str(one["name"]) for one in told["files"]]
            if path.name == MANIFEST
            else [str(name) for name in told["files"]]
        )
        held = told.get("figures")
        figures = None if held is None else {str(name): Datum(*map(str, one)) for name, one in _figures(held).items()}
        inputs = {str(name): str(digest) for name, digest in told["inputs"].items()}
        tool = dict(told["tool"])
    except (OSError, LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ContentError([problem("diff-not-an-edition", file=path)]) from error
    files = {_delivery(name, identifier): path.parent / name for name in names}
    missing = [file for file in files.values() if not file.is_file()]
    if missing or not files:
        raise ContentError([problem("diff-file-gone", file=path, name=missing[0].name if missing else "PDF")])
    date, title = str(told.get("date") or ""), str(told.get("title") or "")
    label = str(told.get("edition") or date or path.parent.name)
    return Recorded(path, label, identifier, title, date, files, figures, inputs, tool)


def _figures(held: Any) -> Mapping[str, Any]:
    """Figures of a lock by name, or those of a manifest as a list of what each is."""
    if isinstance(held, list):
        return {one["name"]: [one[key] for key in ("value", "unit", "printed", "place")] for one in held}
    return dict(held)


def _delivery(name: str, identifier: str) -> str:
    return Path(name).stem.removeprefix(f"{identifier}-")
