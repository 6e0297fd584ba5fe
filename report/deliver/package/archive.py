"""The zip of a job: everything that the shop needs, in a folder of its own, with checksums; the same bytes always."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

from report.content.catalogue import Catalogue
from report.deliver.certificate import certificate
from report.deliver.edition import as_bytes
from report.deliver.package.fontlist import as_csv, fonts, licences
from report.deliver.package.parts import Job
from report.deliver.package.thumbnails import contact_sheet
from report.deliver.package.ticket import ticket, ticket_page

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: the first that a zip can say."""
READABLE = 0o100644 << 16
UNIX = 3
CHECKSUMS = "SHA256SUMS"


def package(job: Job, catalogue: Catalogue) -> Mapping[str, bytes]:
    """What lies in the package, by its path in it; checksums come last."""
    files: dict[str, bytes] = {}
    for part in job.parts:
        files[part.name] = part.data
    for part in job.parts:
        files[f"{part.stem}-certificate.pdf"] = certificate(part.name, part.record, part.problems)
        files[f"{part.stem}-certificate.json"] = as_bytes(part.record)
    files[f"{job.name}-ticket.pdf"] = ticket_page(job)
    files[f"{job.name}-ticket.json"] = as_bytes(ticket(job))
    files[f"{job.name}-thumbnails.pdf"] = contact_sheet(job)
    rows = list(fonts(job, catalogue))
    files[f"{job.name}-fonts.csv"] = as_csv(rows)
    files |= {f"licences/{name}": data for name, data in licences(rows).items()}
    return {**files, CHECKSUMS: checksums(files)}


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Lines that `sha256sum -c` reads."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()).encode()


def zipped(files: Mapping[str, bytes], folder: str) -> bytes:
    """The files in a folder of a zip. Nothing is deflated: pages are already, and deflated bytes differ by machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{name}", EPOCH)
            entry.create_system, entry.external_attr = UNIX, READABLE
            archive.writestr(entry, data)
    return out.getvalue()
