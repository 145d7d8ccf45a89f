"""A sheet filled in on screen: by keyboard alone, printed, cleared, and kept by nobody."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Dialog, Page, expect
from pypdf import PdfReader

from conftest import ROOT, build, served
from curriculum import words

SHEETS = {  # between them every kind of field: table, scale, ticks, bubbles, date, signatures
    "en": "worksheets/mentoring-agreement.html",
    "fr/": "worksheets/week-and-nights.html",
    "da/": "worksheets/anger-thermometer.html",
}
FIELDS = "[...document.querySelector('.sheet__form').elements].filter(field => field.name)"
VALUES = f"{FIELDS}.map(field => [field.id, ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value])"
HERE = """() => {
  const { id, type } = document.activeElement, ring = getComputedStyle(document.activeElement)
  const isIn = document.activeElement.matches(".sheet__form :is(input, textarea)")
  return { id, type, isIn, isSeen: ring.outlineStyle === "solid" && parseFloat(ring.outlineWidth) >= 2 }
}"""
KEPT = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie,
  ...(await indexedDB.databases()).map(base => base.name), ...await caches.keys()].filter(Boolean)"""


def sheet(web: str, language: str) -> str:
    return f"{web}/{language.removeprefix('en')}{SHEETS[language]}"


def word(number: int) -> str:
    """A word that is typed nowhere else, with letters of all three languages."""
    return f"æøåéç{number}x"


def fill(page: Page) -> dict[str, Any]:
    """Go through the sheet with Tab: write, tick, choose; the answer holds what was put where, in the order of the keys."""
    put: dict[str, Any] = {}
    page.focus(".skip")
    for number in range(150):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if put and not here["isIn"]:
            break
        if not here["isIn"]:
            continue
        assert here["isSeen"], here
        if here["type"] == "checkbox":
            page.keyboard.press("Space")
            put[here["id"]] = True
        elif here["type"] == "radio":
            page.keyboard.press("Space")
            page.keyboard.press("ArrowRight")
            page.keyboard.press("ArrowDown")
            put[page.evaluate(HERE)["id"]] = True
        else:
            page.keyboard.type(word(number))
            put[here["id"]] = word(number)
    return put


def filled(page: Page) -> dict[str, Any]:
    """What stands in the sheet now, without what is empty."""
    return {name: value for name, value in page.evaluate(VALUES) if value}


@pytest.mark.parametrize("language", SHEETS)
def test_a_sheet_is_filled_in_by_keyboard_alone_and_printed(page: Page, web: str, language: str) -> None:
    page.goto(sheet(web, language))
    put = fill(page)
    groups = page.evaluate(f"new Set({FIELDS}.map(field => field.name)).size")
    assert len(put) == groups > 15
    assert filled(page) == put
    assert list(filled(page)) == list(put)  # the keys go through it as it is read
    printed = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = "".join("".join(one.extract_text().split()) for one in printed.pages)
    assert [word for word in put.values() if word is not True and word not in text] == []
    assert len(printed.pages) == int(page.get_attribute(".sheet", "data-pages") or 0)


def dark(page: Page) -> int:
    """How many dark points a page has when it is printed."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    points = [sheet.render(scale=1).to_pil().convert("L").histogram() for sheet in document]
    document.close()
    return sum(sum(histogram[:128]) for histogram in points)


def test_what_was_ticked_and_chosen_is_seen_on_paper(page: Page, web: str) -> None:
    page.goto(sheet(web, "da/"))
    empty = dark(page)
    page.locator(".tick input").first.check()
    ticked = dark(page)
    page.locator(".scale__stop input").nth(2).check()
    assert empty + 30 < ticked < dark(page) - 30


@pytest.mark.parametrize("language", SHEETS)
def test_clear_asks_and_clears(page: Page, web: str, language: str) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        if len(asked) == 1:
            dialog.dismiss()
        else:
            dialog.accept()

    page.on("dialog", answer)
    page.goto(sheet(web, language))
    told = words.load(ROOT / "docs", language.strip("/"))
    clear = page.get_by_role("button", name=told["sheet_clear"], exact=True)
    clear.click()
    assert asked == []  # nothing is asked about an empty sheet
    put = fill(page)
    clear.focus()
    page.keyboard.press("Enter")
    assert (asked, filled(page)) == ([told["sheet_ask"]], put)
    clear.click()
    assert (len(asked), filled(page)) == (2, {})


def test_print_is_one_button(page: Page, web: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true }")
    page.goto(sheet(web, "da/"))
    page.get_by_role("button", name=words.load(ROOT / "docs", "da")["sheet_print"], exact=True).press("Enter")
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("language", SHEETS)
def test_nobody_keeps_what_was_written(page: Page, web: str, language: str) -> None:
    address = sheet(web, language)
    page.goto(address)
    put = fill(page)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")  # in a line it would send the form
    assert page.url == address
    assert page.evaluate(KEPT) == []
    assert page.context.cookies() == []
    page.reload()
    assert put
    assert filled(page) == {}
    fill(page)
    page.goto(f"{web}/index.html")
    page.go_back()
    assert filled(page) == {}


def test_without_script_nothing_is_sent_either(web: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sheet(web, "fr/"))
    field = page.locator(".sheet__form input[type=text]").first
    field.fill("Jour gris")
    field.press("Enter")
    page.wait_for_timeout(200)
    assert page.url == sheet(web, "fr/")
    assert field.input_value() == "Jour gris"
    context.close()


def test_a_published_release_keeps_nothing_either(page: Page, project: Path) -> None:
    """As mike serves it: the page asks which releases there are, tells an old one, and does not note what it was told."""
    host = project / "host"
    made = build(project, host / "2026.1", MIKE_DOCS_VERSION="2026.1", SITE_URL="http://127.0.0.1/2026.1/", PDF="no")
    assert made.returncode == 0, made.stderr
    (host / "versions.json").write_text(json.dumps([release("2026.2", "latest"), release("2026.1")]))
    with served(host) as address:
        page.goto(f"{address}/2026.1/worksheets/every-field.html")
        expect(page.locator("[data-md-component=outdated]")).to_be_visible()
        assert page.evaluate(KEPT) == []


def release(name: str, *aliases: str) -> dict[str, Any]:
    return {"version": name, "title": name, "aliases": aliases}
