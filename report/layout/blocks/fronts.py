"""Blocks that fill a page of their own, as composed pages of the theme: covers, openers, spreads, blank pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from report.content.model import (
    Attachment,
    BackCover,
    Barcode,
    Blank,
    Block,
    Blocks,
    Chapter,
    Chart,
    Common,
    Cover,
    Photo,
    Prose,
    Region,
    TemplatePage,
    Text,
    TitlePage,
)
from report.content.spec import Spec
from report.layout.blocks.setting import Setting, label, prose_of, words
from report.layout.blocks.sources import day
from report.layout.book import STITCHED
from report.layout.desk import Desk, plain
from report.layout.numbering import Numbered
from report.layout.pieces import Plate, Spread
from report.problem import Place
from report.record import replace

CENTRE = (0.5, 0.5)


def page_of(
    template: str, place: Place, regions: Mapping[str, Prose | Photo | Barcode | None], common: Common
) -> TemplatePage:
    """A composed page of texts and pictures by the names of their regions; empty ones are left out."""
    given = {name: what for name, what in regions.items() if what}
    made: dict[str, Region] = {
        name: Blocks((what,), place) if isinstance(what, Photo | Barcode) else Text(what, place)
        for name, what in given.items()
    }
    return TemplatePage(template, "", "", "", {}, made, dict.fromkeys(made, place), place, common)


def cover(setting: Setting, given: Cover, pages: Spec) -> Plate:
    """Title, subtitle and issuer of the document on the cover, over a picture if there is one."""
    about, place = setting.book.report.about, given.place
    photo = given.photo and replace(given.photo, alt=given.photo.alt or about.title)
    logo = Photo(given.logo, CENTRE, about.body or about.title, (), place) if given.logo else None
    regions: dict[str, Prose | Photo | None] = {
        "photo": photo,
        "title": prose_of(about.title, place),
        "subtitle": prose_of(about.subtitle, place),
        "issuer": prose_of(about.body, place),
        "slogan": given.slogan,
        "logo": logo,
    }
    spread = photo is not None and photo.spread and pages.has("cover-spread")
    name = pages.text("cover-spread" if spread else "cover-photo" if photo else "cover")
    return _plate(setting, page_of(name, place, regions, given.common), given)


def title_page(setting: Setting, given: TitlePage, pages: Spec) -> Plate:
    """What the block does not say comes from the document."""
    return _plate(
        setting, page_of(pages.text("title-page"), given.place, title_parts(setting, given), given.common), given
    )


def title_parts(setting: Setting, given: TitlePage) -> dict[str, Prose]:
    """Title, subtitle, issuer and date, from the block or else from the document."""
    about, place = setting.book.report.about, given.place
    return {
        "title": given.title or prose_of(about.title, place),
        "subtitle": given.subtitle or prose_of(about.subtitle, place),
        "issuer": given.body or prose_of(about.body, place),
        "date": prose_of(day(given.date or about.date), place),
    }


def chapter(setting: Setting, given: Chapter, pages: Spec, numbered: Numbered) -> Plate:
    """The opener of a chapter: the theme's grounds take turns, a style of the block names another."""
    looks = pages.sub("chapter")
    photo = given.photo and replace(given.photo, alt=given.photo.alt or plain(given.title))
    regions: dict[str, Prose | Photo | None] = {"title": given.title, "kicker": given.kicker, "photo": photo}
    page = page_of(looks.text("photo" if photo else "plain"), given.place, regions, given.common)
    grounds = words(looks, "grounds")
    ground = given.common.style or grounds[(numbered.chapter - 1) % len(grounds)]
    parameters: dict[str, str | Decimal | Chart] = {"number": Decimal(numbered.chapter), "ground": ground}
    places = {**page.places, "ground": given.place, "number": given.place}
    page = replace(page, chapter=plain(given.title), parameters=parameters, places=places)
    return _plate(setting, replace(page, common=given.common._replace(style="")), given, looks.text("start"))


def back_cover(setting: Setting, given: BackCover, pages: Spec) -> Plate:
    """The last page; that of a saddle-stitched book stands where its count puts it."""
    run = label(setting.desk, "print-run", number=given.print_run) if given.print_run else ""
    regions: dict[str, Prose | Photo | Barcode | None] = {
        "title": prose_of(setting.book.title, given.place),
        "barcode": given.barcode,
        "text": given.text,
        "qr": prose_of(given.qr, given.place),
        "print-run": prose_of(run, given.place),
    }
    from report.layout.photos import spread_art  # few reports have it

    art = spread_art(setting.book.report)
    name = "back-cover"
    if art is not None and pages.has("back-cover-spread"):
        name, regions["photo"] = "back-cover-spread", replace(art, alt="")
    plate = _plate(setting, page_of(pages.text(name), given.place, regions, given.common), given, "verso")
    stitched = setting.book.report.sheet.binding == STITCHED
    return plate._replace(side="any") if stitched else plate


def attachment(setting: Setting, given: Attachment, pages: Spec, numbered: Numbered) -> Plate:
    """A title page for pages of another file, which follow it."""
    title = given.title or prose_of(attached_title(given), given.place)
    regions: dict[str, Prose | Photo | None] = {
        "label": prose_of(label(setting.desk, "attachment", number=numbered.label), given.place),
        "title": title,
        "file": prose_of(given.file, given.place),
    }
    page = page_of(pages.text("attachment"), given.place, regions, given.common)
    return _plate(setting, replace(page, contents=plain(title)), given)


def attached_title(given: Attachment) -> str:
    """What an attachment is called: its title, or the name of its file."""
    return plain(given.title) or given.file.rpartition("/")[2]


def blanks(setting: Setting, given: Blank, pages: Spec) -> Iterator[Plate]:
    """Pages that the author leaves blank."""
    page = page_of(pages.text("blank"), given.place, {}, given.common)
    yield _plate(setting, page, given)
    later = replace(page, common=page.common._replace(start="", anchor=""))
    for _ in range(given.pages - 1):
        yield Plate(later)


def spread(desk: Desk, given: Photo, pages: Spec) -> Spread:
    """A picture over two facing pages."""
    from report.layout.photos import credited

    names = pages.sub("spread")
    left = page_of(names.text("verso"), given.place, {"photo": given, "caption": credited(desk, given)}, given.common)
    hidden = replace(given, caption=(), credit=(), alt="")
    right = page_of(names.text("recto"), given.place, {"photo": hidden}, given.common._replace(anchor=""))
    return Spread(Plate(left, "verso"), Plate(right, "recto"))


def quiet(theme_pages: Spec, place: Place) -> TemplatePage:
    """The page that stands where a side or a sheet asks for one more."""
    return page_of(theme_pages.text("quiet"), place, {}, Common())


def _plate(setting: Setting, page: TemplatePage, given: Block, side: str = "any") -> Plate:
    template = setting.desk.theme.templates.get(page.template)
    own = template.side if template else "any"
    return Plate(page, given.common.start or (side if side != "any" else own))
