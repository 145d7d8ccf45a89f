"""A printed document → one PDF. The only file, with `finish` and `breaks`, that knows WeasyPrint.

Publish imports it in the worker processes alone: the import takes half a second, and needs three system libraries.
"""

import logging
import os
import warnings
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
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
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from . import breaks, finish
from .jobs import Leaf

FAMILY = "Spor Sans"
SLACK = 1  # CSS pixels
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
    sheets = [weasyprint.CSS(filename=style, font_config=fonts, url_fetcher=fetcher) for style in styles]
    return fonts, sheets, fetcher


def make(leaves: Sequence[Leaf], title: str, styles: tuple[Path, ...], folders: tuple[Path, ...]) -> Made:
    """One PDF of one leaf or several, with everything that was said about it on the way.

    `styles` are the stylesheets in their order, `folders` all that may be read.
    """
    try:
        return bind([lay_out(leaf, styles, folders) for leaf in leaves], title, any(leaf.is_form for leaf in leaves))
    except (Exception, FatalURLFetchingError) as error:  # the second is no Exception, by intent of WeasyPrint
        return Made(b"", 0, (f"{type(error).__name__}: {error}",))


@lru_cache(maxsize=24)  # the sheets of a lesson are laid out once, for themselves and for its packs
def lay_out(leaf: Leaf, styles: tuple[Path, ...], folders: tuple[Path, ...]) -> tuple[Any, tuple[str, ...]]:
    """A leaf as pages, and what WeasyPrint said about it."""
    fonts, sheets, fetcher = shared(styles, folders)
    with Listener() as listener:
        source = weasyprint.HTML(string=leaf.html, base_url=leaf.base.resolve().as_uri(), url_fetcher=fetcher)
        document = source.render(font_config=fonts, stylesheets=sheets, pdf_variant=VARIANT, pdf_forms=leaf.is_form)
    return document, (*listener.heard, *outside(document))


def bind(laid: list[tuple[Any, tuple[str, ...]]], title: str, is_form: bool) -> Made:
    """Finished pages as one PDF: never merged files, which would lose their tags."""
    whole = laid[0][0]
    if len(laid) > 1:
        whole = whole.copy([page for document, _ in laid for page in document.pages])
        whole.metadata = copy(whole.metadata)
        whole.metadata.title = title
    with Listener() as listener:
        data = whole.write_pdf(pdf_identifier=True, finisher=finish.finish, pdf_variant=VARIANT, pdf_forms=is_form)
    heard = dict.fromkeys(message for _, messages in laid for message in messages)
    return Made(data, len(whole.pages), (*heard, *listener.heard, *strange_letters(whole)))


def strange_letters(document: Any) -> list[str]:
    """Letters that our face lacks, and faces that are not ours."""
    fonts = list(document.fonts.values())
    missing = sorted({chr(code) for font in fonts for code in font.missing})
    strange = sorted({font.family for font in fonts} - {FAMILY})
    told = [f"{FAMILY} has no letter for {letter!r} (U+{ord(letter):04X})" for letter in missing]
    return told + [f"uses the font {family}, which is not the project's" for family in strange]


def outside(document: Any) -> list[str]:
    """Words that stand beyond the edge of their page, where no reader finds them."""
    pages = [(number, page, page._page_box.descendants(placeholders=True)) for number, page in enumerate(document.pages, 1)]
    texts = [(number, page, box) for number, page, boxes in pages for box in boxes if isinstance(box, TextBox) and box.text.strip()]
    return [
        f"“{box.text.strip()}” stands beyond the edge of page {number}"
        for number, page, box in texts
        if box.position_y + box.height > page.height + SLACK or box.position_x + box.width > page.width + SLACK
    ]
