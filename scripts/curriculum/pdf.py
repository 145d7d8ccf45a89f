"""A printed document → one PDF. With `breaks`, `proof`, `finish` and `widgets` all that knows WeasyPrint.

Publish imports it in the worker processes alone: the import takes half a second, and needs three system libraries.
"""

import logging
import os
import re
import warnings
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

# Fonts of the machine are hidden: what is drawn is ours, or it is missing and told.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).resolve().parents[2] / "overrides/print/fonts.conf")

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", "No fonts configured")  # as intended
    import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from . import breaks, finish, proof
from .jobs import Leaf

NUMBER = re.compile("⟦([^⟧]+)⟧")
VARIANT = "pdf/a-2a"  # and, after the finisher, PDF/UA-1


@dataclass(frozen=True)
class Made:
    """One PDF, and what there is to say against it."""

    data: bytes
    pages: int
    complaints: tuple[str, ...]


class ProjectFetcher(URLFetcher):  # type: ignore[misc]
    """Opens files of the project; the network and the rest of the disk do not exist."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self.folders = [folder.resolve() for folder in folders]

    def fetch(self, url: str, headers: Any = None) -> Any:
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        file = Path(url2pathname(parts.path)).resolve()
        is_ours = parts.scheme == "file" and any(file.is_relative_to(folder) for folder in self.folders)
        if not is_ours:
            raise FatalURLFetchingError(f"{url} lies outside the project")
        if not file.is_file():
            raise FatalURLFetchingError(f"{file.name} does not exist")
        return super().fetch(url, headers)


Tools = tuple[FontConfiguration, list[weasyprint.CSS], ProjectFetcher]


class Listener(logging.Handler):
    """Hears what WeasyPrint says while one document is made."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())

    def __enter__(self) -> "Listener":
        logging.getLogger("weasyprint").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("weasyprint").removeHandler(self)


@cache
def shared(styles: tuple[Path, ...], folders: tuple[Path, ...]) -> Tools:
    """Fonts, stylesheets and fetcher: read once in a process, used for every PDF."""
    breaks.install()
    finish.install()
    fonts = FontConfiguration()
    fetcher = ProjectFetcher(folders)
    # Nobody listens yet: what screens need and paper does not know is passed over here.
    faces = weasyprint.CSS(filename=styles[0], font_config=fonts, url_fetcher=fetcher)
    rules = "\n".join(style.read_text("utf-8") for style in styles[1:])  # one sheet is matched faster than eleven
    return fonts, [faces, weasyprint.CSS(string=rules, font_config=fonts, url_fetcher=fetcher)], fetcher


def make(leaves: Sequence[Leaf], title: str, styles: tuple[Path, ...], folders: tuple[Path, ...]) -> Made:
    """One PDF of one leaf or several, with everything that was said about it on the way.

    `styles` are the stylesheets in their order, `folders` all that may be read.
    """
    try:
        laid = [lay_out(leaf, styles, folders) for leaf in leaves]
        return bind(laid, title, any(leaf.is_form for leaf in leaves), labels(leaves, laid))
    except (Exception, FatalURLFetchingError) as error:  # the second is no Exception, by intent of WeasyPrint
        return Made(b"", 0, (f"{type(error).__name__}: {error}",))


@lru_cache(maxsize=24)  # the sheets of a lesson are laid out once, for themselves and for its packs
def lay_out(leaf: Leaf, styles: tuple[Path, ...], folders: tuple[Path, ...]) -> tuple[Any, tuple[str, ...]]:
    """A leaf as pages, and what WeasyPrint said about it."""
    if leaf.span:
        whole, said = lay_out(replace(leaf, span=None), styles, folders)
        return cut(whole, *leaf.span), said
    fonts, sheets, fetcher = shared(styles, folders)
    text = number(leaf.html, lay_out(leaf.numbers, styles, folders)[0]) if leaf.numbers else leaf.html
    with Listener() as listener:
        source = weasyprint.HTML(string=text, base_url=leaf.base.resolve().as_uri(), url_fetcher=fetcher)
        document = source.render(font_config=fonts, stylesheets=sheets, pdf_variant=VARIANT, pdf_forms=leaf.is_form)
    return document, (*listener.heard, *proof.read(document))


def number(text: str, document: Any) -> str:
    """Fill in the pages of ids; KeyError for one that no page holds."""
    pages: dict[str, int] = {}
    for count, page in enumerate(document.pages, 1):
        pages = dict.fromkeys(page.anchors, count) | pages
    return NUMBER.sub(lambda found: str(pages[found[1]]), text)


def cut(whole: Any, first: str, end: str) -> Any:
    """A part of a document, which knows at which page it `begins`; a link that would lead out of it leads nowhere."""
    begin = next(place for place, page in enumerate(whole.pages) if first in page.anchors)
    after = next((place for place, page in enumerate(whole.pages) if end in page.anchors), None)
    part = whole.copy([copy(page) for page in whole.pages[begin:after]])
    part.begins = begin + 1
    held = {anchor for page in part.pages for anchor in page.anchors}
    for page in part.pages:
        lost = [link for link in page.links if link[0] == "internal" and link[1] not in held]
        for _, _, _, box in lost:
            box.link_annotation = None  # of a book that was written before
        page.links = [link for link in page.links if link not in lost]
    return part


def labels(leaves: Sequence[Leaf], laid: Sequence[tuple[Any, tuple[str, ...]]]) -> list[tuple[int, str, int]]:
    """What a PDF reader calls the pages of a book: place, style and first number of each leaf; around the body they are roman."""
    found, place, roman = [], 0, 1
    for leaf, (document, _) in zip(leaves, laid, strict=True):
        found.append((place, "/r", roman) if leaf.numbers else (place, "/D", getattr(document, "begins", 1)))
        place += len(document.pages)
        roman += len(document.pages) if leaf.numbers else 0
    return found if roman > 1 else []


def bind(laid: list[tuple[Any, tuple[str, ...]]], title: str, is_form: bool, labels: Sequence[tuple[int, str, int]] = ()) -> Made:
    """Finished pages as one PDF: never merged files, which would lose their tags."""
    whole = laid[0][0]
    if len(laid) > 1:
        whole = whole.copy([page for document, _ in laid for page in document.pages])
        whole.metadata = copy(whole.metadata)
        whole.metadata.title = title
    whole.labels = labels
    with Listener() as listener:
        data = whole.write_pdf(pdf_identifier=True, finisher=finish.finish, pdf_variant=VARIANT, pdf_forms=is_form)
    heard = dict.fromkeys(message for _, messages in laid for message in messages)
    return Made(data, len(whole.pages), (*heard, *listener.heard, *proof.strange_letters(whole)))
