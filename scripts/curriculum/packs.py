"""What a trainer hands out: for each lesson a pack for those who take part and one for who leads; for each module and the whole, a book."""

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from . import handbook, settings, words
from .editions import EXAMPLE
from .jobs import Job, Maker
from .printables import Printable

Shelf = dict[tuple[str, str, str], Printable]  # language of the page, place, kind
TRAINER = "trainer"  # whom a copy of a sheet is for: not for those who take part


def shelve(found: list[Printable]) -> Shelf:
    return {(printable.home, printable.place, printable.kind): printable for printable in found}


def used(front: Printable) -> dict[str, str]:
    """The sheets of a session in their order, place to whom a copy is for: as the front of its pack names them."""
    named = html.fragment_fromstring(front.html).get("data-sheets", "").split()
    return {f"worksheets/{slug}.md": unit for slug, _, unit in (one.partition(":") for one in named)}


def bundles(found: list[Printable]) -> dict[str, str]:
    """The Markdown page of each printable, and the lesson that it is laid out with: for a sheet, the first that uses it."""
    together: dict[str, str] = {}
    for front in (printable for printable in found if printable.kind == "front"):
        folder = front.source.removesuffix("plan.md")
        together |= {front.source: folder, f"{folder}index.md": folder}
        for place in used(front):
            together.setdefault(f"docs/{front.language}/{place}", folder)
    return together


def jobs(found: list[Printable], maker: Maker, docs: Path) -> Iterator[Job]:
    """Every pack of every language, and its books."""
    shelf = shelve(found)
    for front in (printable for printable in found if printable.kind == "front"):
        yield from session(front, shelf, maker)
    if not any(printable.kind in ("module", "chapter") for printable in found):
        return
    order = {place: number for number, place in enumerate(settings.read(docs.parent).order)}
    for language in dict.fromkeys(printable.home for printable in found):
        own = sorted((one for one in found if one.home == language), key=lambda one: order.get(one.place, len(order)))
        yield from handbook.jobs(own, maker, words.load(docs, language))


def session(front: Printable, shelf: Shelf, maker: Maker) -> Iterator[Job]:
    """The two packs of one lesson, beside its plan."""
    language, lesson, folder = front.home, front.place.replace("plan.md", "index.md"), front.name.removesuffix("plan")
    keys, back, plan = shelf[language, lesson, "keys"], shelf[language, lesson, "back"], shelf[language, front.place, "plan"]
    sheets = {shelf[language, place, "sheet"]: unit for place, unit in used(front).items() if (language, place, "sheet") in shelf}
    handed = [maker.leaf(sheet) for sheet, unit in sheets.items() if unit != TRAINER]
    yield maker.job([maker.leaf(front), *handed, maker.leaf(back)], [f"{folder}pack"], front)
    shown = [
        maker.leaf(sheet, edition) for sheet in sheets for edition in ("print", "example") if edition == "print" or EXAMPLE in sheet.html
    ]
    yield maker.job([maker.leaf(plan, "plan"), maker.leaf(keys), *shown], [f"{folder}pack-trainer"], plan)
