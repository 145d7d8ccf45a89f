"""What every kind of page looks like, in every language, light and dark, on a phone and on a desk."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT, watch
from curriculum import settings
from curriculum.pages import Page as Source

SETTINGS = settings.read(ROOT)
EYES = {path.stem: path.read_text("utf-8") for path in (ROOT / "tests/data/eyes").glob("*.js")}
PHONE, DESK = 360, 1280
WIDTHS = [320, PHONE, 768, DESK]
MODES = [(scheme, width) for scheme in ("light", "dark") for width in (PHONE, DESK)]
# Every rule that axe has, those for AAA and of good practice too; only what it calls an experiment is left out.
RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def length(place: str) -> int:
    return (SETTINGS.docs / SETTINGS.reference / place).stat().st_size


def kinds() -> dict[str, str]:
    """The longest page of each kind, and the two that are like no other."""
    longest = {Source("", place, "").kind: place for place in sorted(SETTINGS.order, key=length)}
    return longest | {"danger": "danger.md", "lost": "no/page/here.md"}


SEEN = [(kind, language) for kind in kinds() for language in SETTINGS.languages if kind != "lost" or language == SETTINGS.reference]


def address(web: str, language: str, place: str) -> str:
    root = web if language == SETTINGS.reference else f"{web}/{language}"
    return f"{root}/{place.replace('.md', '.html')}"


class Seen:
    """A page as it lies open, and whatever went wrong with it since."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.context = browser.new_context(reduced_motion="reduce")  # nothing is seen half-way
        self.page = self.context.new_page()
        self.troubles = watch(self.page)
        self.page.goto(url)
        self.page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")

    def modes(self) -> Iterator[tuple[str, int]]:
        """The page in each of its modes, one after the other."""
        for scheme, width in MODES:
            self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            self.page.set_viewport_size({"width": width, "height": 800})
            yield scheme, width

    def look(self, eye: str) -> list[str]:
        found: list[str] = self.page.evaluate(EYES[eye])
        return found


def faults(page: Page) -> list[str]:
    """What axe finds on a page."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.fixture(scope="module", params=SEEN, ids="-".join)
def seen(request: pytest.FixtureRequest, browser: Browser, web: str) -> Iterator[Seen]:
    kind, language = request.param
    seen = Seen(browser, address(web, language, kinds()[kind]))
    yield seen
    seen.context.close()


def test_axe_finds_nothing(seen: Seen) -> None:
    assert {mode: found for mode in seen.modes() if (found := faults(seen.page))} == {}


def test_all_text_is_easy_to_read(seen: Seen) -> None:
    assert {mode: found for mode in seen.modes() if (found := seen.look("contrast"))} == {}


def test_all_that_can_be_pressed_is_large_enough(seen: Seen) -> None:
    assert {mode: found for mode in seen.modes() if (found := seen.look("targets"))} == {}


def test_nothing_has_to_be_moved_sideways(seen: Seen) -> None:
    wide = {}
    for width in WIDTHS:
        seen.page.set_viewport_size({"width": width, "height": 800})
        wide[width] = seen.look("sideways")
    assert wide == {width: [] for width in WIDTHS}


def test_the_way_out_stands_in_the_first_row(seen: Seen) -> None:
    for width in WIDTHS:
        seen.page.set_viewport_size({"width": width, "height": 800})
        box = seen.page.locator("a.leave").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 60
        assert box["x"] + box["width"] <= width
        languages = seen.page.locator(".languages").bounding_box()
        assert languages
        assert languages["x"] + languages["width"] <= box["x"] + 1


def test_the_door_for_danger_stands_in_the_foot(seen: Seen) -> None:
    expect(seen.page.locator("footer .foot__door a")).to_be_visible()


def test_nothing_was_asked_of_another_host_and_nothing_failed(seen: Seen, web: str) -> None:
    lost = [trouble for trouble in seen.troubles if "404" in trouble]
    assert [trouble for trouble in seen.troubles if trouble not in lost] == []
    assert bool(lost) == seen.page.url.endswith("no/page/here.html")
    assert len(lost) <= 2  # the page itself, and the browser's word for it


OPENED = {"menu": (PHONE, ".masthead__menu"), "search": (DESK, ".search__input"), "search on a phone": (PHONE, ".search__input")}


@pytest.mark.parametrize("part", OPENED)
def test_what_opens_is_as_easy_to_use_as_the_page(page: Page, web: str, part: str) -> None:
    width, control = OPENED[part]
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address(web, "da", "modules/dialogue/presence/index.md"))
    page.click(control)
    if "search" in part:
        page.keyboard.type("lytte")
        expect(page.locator(".md-search-result__link").first).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        looked = {eye: page.evaluate(EYES[eye]) for eye in EYES}
        assert looked == {eye: [] for eye in EYES}
        assert faults(page) == []
