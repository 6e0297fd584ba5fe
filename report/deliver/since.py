"""An earlier edition beside the file that is being made: what a proof marks, for each delivery."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report.content.nearest import nearest
from report.deliver.differences.editions import read_edition
from report.deliver.differences.model import Mark, Recorded
from report.deliver.keeping import FOLDER, editions
from report.layout.changebars import Changes, Stretch
from report.patterns import late
from report.problem import ContentError, problem, ranges, valued

LAST = "last"
"""The edition that was kept last."""
DATED = late(r"\d{4}-\d{2}-\d{2}")


class Since:
    """Marks what changed since an edition: `last`, the number, date or name of one that was kept, or a path.

    `folder` is that of the finished files, out/<id> unless given. Used by a build as it makes its proofs.
    """

    def __init__(self, given: str, folder: Path | None = None) -> None:
        self._given, self._folder = given, folder
        self._old: Recorded | None = None

    def __call__(self, identifier: str, keys: Sequence[str], key: str, data: bytes) -> Changes:
        """What is new in the file of a delivery; `keys` are all that are made.

        Raises ContentError for what is no edition of this report.
        """
        old = self._old = self._old or self._edition(identifier, keys)
        file = old.files.get(key)
        if file is None:
            return Changes(problems=(problem("since-no-delivery", None, "notice", edition=old.label, delivery=key),))
        from report.deliver.differences.revisions import revisions

        found = revisions((str(file), file.read_bytes()), (key, data))
        pages: dict[int, list[Stretch]] = {}
        for mark in found.marks:
            pages.setdefault(mark.page, []).append(_stretch(mark))
        changed, removed = (str(count) if count else "" for count in found[1:])
        counts = {"changed": changed, "removed": removed, "pages": ranges([*pages])}
        code = "since-marked" if changed or removed else "since-same"
        said = valued(code, None, "notice", {"edition": old.label, "delivery": key, **counts})
        return Changes(pages, _said(old.label, **counts), (said,))

    def _edition(self, identifier: str, keys: Sequence[str]) -> Recorded:
        """The edition that is meant, if it is one of this report and has a file to compare."""
        path = self._path(self._folder or Path("out", identifier))
        found = read_edition(path)
        if found.inputs:
            if found.identifier != identifier:
                raise ContentError([problem("since-other-report", file=path, old=found.identifier, new=identifier)])
        else:
            found = _alone(found, identifier, keys)
        if not any(key in found.files for key in keys):
            known = "、".join(found.files)
            raise ContentError([problem("diff-no-delivery", file=path, name="、".join(keys), all=known)])
        return found

    def _path(self, folder: Path) -> Path:
        present = {path.name: path for path in editions(folder)}
        if self._given == LAST:
            if not present:
                raise ContentError([problem("since-none-kept", file=folder / FOLDER)])
            return [*present.values()][-1]
        meant = [path for name, path in present.items() if _named(name, self._given)]
        if meant:
            return meant[-1]
        path = Path(self._given)
        if path.exists():
            return path
        near = nearest(self._given, [*present])
        known = "、".join(present)
        raise ContentError([problem("since-no-edition", file=folder / FOLDER, name=self._given, near=near, all=known)])


def _named(name: str, given: str) -> bool:
    """Whether an edition is meant: by its name, its number or its date."""
    number, _, rest = name.partition("-")
    if given.isascii() and given.isdigit():
        return int(given) == int(number)
    return given == name or (DATED.fullmatch(given) is not None and rest.startswith(given))


def _alone(found: Recorded, identifier: str, keys: Sequence[str]) -> Recorded:
    """A PDF by itself: it is of the delivery that its name says, or else beside all of them."""
    (file,) = found.files.values()
    _check(file, identifier)
    key = file.stem.removeprefix(f"{identifier}-")
    files = {key: file} if key in keys else dict.fromkeys(keys, file)
    return Recorded(found.path, file.name, identifier, "", "", files, None, {}, {})


def _check(file: Path, identifier: str) -> None:
    """Stops at what Banxin did not make, and at another report's file: XMP names the document."""
    import pikepdf

    from report.foreign import MISSHAPEN
    from report.pdf.metadata import document_id

    try:
        with pikepdf.open(file) as opened:
            maker = str(opened.docinfo.get("/Producer", ""))
            title = str(opened.docinfo.get("/Title", ""))
            packet = opened.Root.Metadata.read_bytes() if "/Metadata" in opened.Root else b""
    except (pikepdf.PdfError, *MISSHAPEN, OSError) as error:
        raise ContentError([problem("diff-unreadable", file=file)]) from error
    if not maker.startswith("Banxin "):
        raise ContentError([problem("since-not-ours", file=file)])
    if not any(document_id(one, title).encode() in packet for one in (identifier, f"{identifier}-cover")):
        raise ContentError([problem("since-other-report", file=file, old=title, new=identifier)])


def _stretch(mark: Mark) -> Stretch:
    return Stretch(mark.x, mark.y, mark.width, mark.height, mark.kind == "look")


def _said(edition: str, changed: str, removed: str, pages: str) -> str:
    """What the first page says; a proof is of the house, whose language is Chinese, as its watermark is."""
    counts = [f"改动 {changed} 处"] * bool(changed) + [f"删去 {removed} 处"] * bool(removed)
    where = f"，在第 {pages} 页" if pages else ""
    return f"对照 {edition}：{'，'.join(counts) or '没有变化'}{where}"
