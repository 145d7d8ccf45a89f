"""Titles of sections, and the addresses of a page in the other languages."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

ALTERNATE = re.compile(r'<link rel="alternate" href="([^"]*)" hreflang="([^"]*)">')


def name_sections(items: list[Any]) -> None:
    """A section of the nav bears the title of its index page, in the language of that page."""
    for item in items:
        if item.is_section:
            index = next((child for child in item.children if child.is_page and child.is_index), None)
            item.title = index.title if index and index.title else item.title
            name_sections(item.children)


def absolute(html: str, address: str) -> str:
    """Language links of a page's head as whole addresses; none when the page has no address of its own.

    The space in `rel` is valid, and keeps the theme's script from asking for a sitemap beside each page.
    """

    def link(found: re.Match[str]) -> str:
        return f'<link rel="alternate " href="{urljoin(address, found[1])}" hreflang="{found[2]}">' if address else ""

    return ALTERNATE.sub(link, html)


def lead_home(alternates: list[dict[str, Any]], homes: dict[str, str], site_url: str | None) -> list[dict[str, Any]]:
    """The languages of a page that has no place of its own, each with the home of that language, from the root of the host."""
    root = urlsplit(site_url or "/").path
    return [{**one, "link": f"{root}{homes[one['lang']].lstrip('/')}index.html"} for one in alternates]
