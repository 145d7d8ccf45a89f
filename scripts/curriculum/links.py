"""Links, anchors and images that lead nowhere."""

import posixpath
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .outline import Outline
from .pages import Page
from .problems import Problem, nearest

Outlines = Mapping[str, Outline | None]


def problems(docs: Path, pages: list[Page], drawn: Outlines, places: set[str]) -> list[Problem]:
    """Of all pages of one language: broken links, anchors and images, images without alt, blocks left as text.

    `drawn` holds outlines by path. A page without one is not sound, and `places` of the reference may lack a
    translation: they only count as targets.
    """
    outlines: Outlines = dict.fromkeys(places) | {page.place: drawn.get(page.path) for page in pages}
    found = []
    for page in pages:
        bones = outlines[page.place]
        if bones is None:
            continue
        found += [problem for link in bones.links for problem in _of_link(page, link, outlines)]
        found += [problem for source, alt in bones.images for problem in _of_image(docs, page, source, alt)]
        found += [
            page.problem(page.line_of(text), f"“{text}” stands in the page as text", "Check the block's name and options.")
            for text in bones.leftovers
        ]
    return found


def _of_link(page: Page, link: str, outlines: Outlines) -> list[Problem]:
    target = urlsplit(link)
    if target.scheme or target.netloc:
        return []
    line = page.line_of(f"({link})")
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page.place), unquote(target.path))) if target.path else page.place
    if place not in outlines:
        cure = nearest(place, outlines) if place.endswith(".md") else "Link to the .md file of a page in the same language."
        return [page.problem(line, f"the link “{link}” leads to no page", cure)]
    bones = outlines[place]
    if bones and target.fragment and target.fragment not in bones.ids:
        return [page.problem(line, f"the link “{link}” leads to no heading", nearest(target.fragment, bones.ids))]
    return []


def _of_image(docs: Path, page: Page, source: str, alt: str | None) -> list[Problem]:
    line, found = page.line_of(f"({source}"), []
    if not (alt or "").strip():
        found.append(page.problem(line, f"the image “{source}” has no alternative text", "Say in the square brackets what it shows."))
    path = docs / page.language / posixpath.dirname(page.place) / unquote(source)
    if urlsplit(source).scheme or not path.resolve().is_file():
        found.append(page.problem(line, f"the image “{source}” is not there", "Put it into docs/assets/ and link it from there."))
    return found
