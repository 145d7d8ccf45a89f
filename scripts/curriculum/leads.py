"""Links on paper: where each leads, or what becomes of it when it leads nowhere."""

from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement


def aim(link: HtmlElement, part: HtmlElement, address: str) -> None:
    """On paper a link leads to the site or to another place on the same paper, or it is no link."""
    target = str(link.get("href"))
    if target.startswith("#"):
        is_kept = bool(part.xpath(".//*[@id=$id]", id=target[1:]))
    else:
        target = urljoin(address, target)
        is_kept = urlsplit(target).scheme in ("http", "https", "mailto", "tel")
    if is_kept:
        link.set("href", target)
    elif link.get("data-to"):
        link.tag = "span"  # a book may hold its target
        link.attrib.pop("href")
    else:
        unlink(link)


def unlink(link: HtmlElement) -> None:
    """Within a sentence, what was a link is set off as the name of another page."""
    around = next(link.iterancestors("p"), None)
    is_name = around is not None and words(around) != words(link)
    link.attrib.clear()
    link.tag = "em"
    if not is_name:
        link.drop_tag()


def flatten(inner: HtmlElement) -> None:
    """Emphasis within a link becomes the link's own: WeasyPrint would take it for a second link without a place (70.0)."""
    link = next(inner.iterancestors("a"))
    if words(link) == words(inner):
        link.set("style", "font-style: italic" if inner.tag == "em" else "font-weight: 700")
    inner.drop_tag()


def words(element: HtmlElement | None, part: str = "") -> str:
    """The words of an element, or of the first element in it that has the class `part`."""
    if element is not None and part:
        found = element.xpath(".//*[contains(concat(' ',@class,' '),concat(' ',$part,' '))]", part=part)
        element = found[0] if found else None
    return "" if element is None else " ".join(str(element.text_content()).split())
