"""Built HTML → Printable: every element of a page that carries `data-printable`, made ready for paper.

The element is the same as on the site. Here it loses what paper cannot use (anchors, scripts, links into
the site when the site has no address) and gains what a PDF needs and a browser does not: a full name on
every control, the height of a box as `--rows`, a title in every drawing that says something.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from .leads import aim, flatten, words

MARK = b"data-printable"
BOOKISH = ("module", "chapter")  # parts of books, where links lead from one to another
SCREEN = "contains(concat(' ', @class, ' '), ' screen ')"
HEAD = "//meta[@name='author' or @name='description']"


@dataclass(frozen=True)
class Printable:
    """A part of one page that can be printed on its own."""

    kind: str  # sheet, plan, pocket, leaflet, timetable; a part of packs: front, keys, back, module, chapter
    title: str
    language: str  # of its words; on a page that is not translated yet, the reference's
    home: str  # language of the page
    direction: str  # ltr or rtl
    html: str
    base: Path  # the built page; pictures are relative to it
    name: str  # the PDF's path below the site, without its ending
    source: str  # the Markdown page, for complaints
    pages: int | None  # how many pages of A4 it promises to take
    head: tuple[tuple[str, str], ...]  # author, description: as the page has them
    pictures: tuple[Path, ...]

    @property
    def place(self) -> str:
        """The Markdown page's path inside its language."""
        return self.source.split("/", 2)[2]


def find(site: Path) -> Iterator[Path]:
    """The built pages that hold something to print."""
    return (page for page in sorted(site.rglob("*.html")) if MARK in page.read_bytes())


def read(page: Path, site: Path) -> list[Printable]:
    document = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    return [printable(part, page, site) for part in document.iter() if part.get("data-printable")]


def printable(part: HtmlElement, page: Path, site: Path) -> Printable:
    whole = part.getroottree().getroot()
    language, place = str(whole.get("lang", "en")), page.relative_to(site)
    own = str(part.get("lang", language))  # a page may stand in for one that is not translated yet
    inside = place.relative_to(language) if place.parts[0] == language else place
    pages, title = part.get("data-pages", ""), part.find(".//h1")
    clean = prepare(part, canonical(whole), place.as_posix() if part.get("data-printable") in BOOKISH else "")
    clean.set("data-run", " · ".join(filter(None, [str(part.get("data-id", "")), words(title)])))
    return Printable(
        kind=str(part.get("data-printable") or "sheet"),
        title=words(whole.find(".//title") if title is None else title),
        language=own,
        home=language,
        direction=str(part.get("dir") or next((body.get("dir", "ltr") for body in whole.iter("body")), "ltr")),
        html=html.tostring(clean, encoding="unicode", with_tail=False),
        base=page,
        name=place.with_name(part.get("data-name", place.stem)).as_posix(),
        source=Path("docs", own, inside).with_suffix(".md").as_posix(),
        pages=int(pages) if pages.isdigit() else None,
        head=tuple((str(meta.get("name")), str(meta.get("content"))) for meta in whole.xpath(HEAD)),
        pictures=tuple(page.parent / urlsplit(image.get("src", "")).path for image in clean.iter("img")),
    )


def canonical(page: HtmlElement) -> str:
    return next((str(link.get("href")) for link in page.xpath("//link[@rel='canonical'][@href]")), "")


def prepare(part: HtmlElement, address: str, place: str) -> HtmlElement:
    """What paper can use of a part; with a `place`, its links keep in `data-to` the page of the site that they lead to."""
    part = deepcopy(part)
    for other in part.xpath(".//*[@data-printable]"):
        other.drop_tree()
    part.attrib.pop("hidden", None)
    for extra in part.xpath(f".//script|.//button|.//a[contains(@class,'headerlink')]|.//*[{SCREEN}]"):
        extra.drop_tree()
    for form in part.iter("form"):
        form.tag = "div"  # WeasyPrint would look for labels in a form; the names below are fuller
    for link in part.xpath(".//a[@href]"):
        if place and not urlsplit(link.get("href")).scheme:
            link.set("data-to", urljoin(place, link.get("href")))
        aim(link, part, address)
    for inner in part.xpath(".//a[@href]//*[self::em or self::strong]"):
        flatten(inner)
    said: set[str] = set()
    for control in part.xpath(".//input|.//textarea"):
        name(control, part, said)
    for drawing in part.iter("svg"):
        caption(drawing)
        hush(drawing)
    return part


def name(control: HtmlElement, part: HtmlElement, said: set[str]) -> None:
    """`title` becomes the name that a PDF reader says, no two alike; `data-question` that of a whole radio group."""
    own = control.get("aria-label") or words(label(control, part)) or control.get("title", "")
    question = words(field(control), "field__label")
    title = own if not question or own == question else f"{question} – {own}"
    number = next(number for number in count(1) if f"{title} {number}" not in said)
    said.add(f"{title} {number}")
    control.set("title", title if number == 1 else f"{title} ({number})")
    if control.get("type") == "radio":
        control.set("data-question", question or own)
    if rows := control.get("rows"):
        for box in (control, *control.iterancestors("tr")):
            box.set("style", f"--rows:{rows}")


def field(control: HtmlElement) -> HtmlElement | None:
    return next((box for box in control.iterancestors() if "field" in str(box.get("class", "")).split()), None)


def label(control: HtmlElement, part: HtmlElement) -> HtmlElement | None:
    named = part.xpath(".//label[@for=$id]", id=control.get("id", ""))
    return named[0] if named else next(control.iterancestors("label"), None)


def caption(drawing: HtmlElement) -> None:
    """WeasyPrint takes the spoken words of a drawing from its title."""
    said = drawing.get("aria-label")
    if said and drawing.find("title") is None:
        drawing.insert(0, html.fragment_fromstring("<title></title>"))
        drawing[0].text = said


def hush(drawing: HtmlElement) -> None:
    """What holds nothing but an ornament is an ornament: no empty element is left in the tag tree."""
    around = drawing.getparent()
    if drawing.get("aria-hidden") == "true" and around is not None and len(around) == 1 and not words(around):
        around.set("aria-hidden", "true")
