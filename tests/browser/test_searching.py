"""What a reader finds: the theme's search behind our worker, in Chromium, from a server and from a disk."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import ROOT, served
from curriculum.navigation import absolute
from curriculum.search import point, split

PAGES = {
    "en": "A mentor listens. The listener asks: can you run?\n\nA *wheel*.",
    "fr": "L’écoute d'un cœur. Des chevaux.\n\nIls écoutent, qu'un prisonnier parle ou non. Son cheval.",
    "da": "Mentoren lytter. Smørret og øvelser.\n\nHvis du går på gaden: smør, en måde at lytte på.",
}
FOUND = {  # language: what a reader types, and the words that are marked in the answer
    "en": {"listening": ["listens", "listener"], "running": ["run"]},
    "fr": {
        "ecoute": ["écoute", "écoutent"],
        "l’écoute": ["écoute", "écoutent"],
        "chevaux": ["chevaux", "cheval"],
        "cheval": ["chevaux", "cheval"],
        "coeur": ["cœur"],
        "son": ["Son"],
    },
    "da": {
        "smoer": ["Smørret", "smør"],
        "smor": ["Smørret", "smør"],
        "ovelse": ["øvelser"],
        "gaar": ["går"],
        "lytter": ["lytter", "lytte"],
    },
}
CONFIG = """
site_name: Search
theme: {name: material, font: false, custom_dir: look}
use_directory_urls: false
extra: {generator: false, polyfills: [assets/javascripts/worker-shim.js]}
"""


def plugins() -> str:
    """The plugins as the project has them."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    return text[text.index("plugins:") : text.index("hooks:")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest site of three languages, in the theme as it comes, then split."""
    root = tmp_path_factory.mktemp("search")
    shutil.copytree(ROOT / "overrides/assets/javascripts", root / "look/assets/javascripts")
    for language, text in PAGES.items():
        (root / "docs" / language).mkdir(parents=True)
        (root / "docs" / language / "index.md").write_text(f"# Home\n\n{text}\n", "utf-8")
    (root / "mkdocs.yml").write_text(CONFIG + plugins(), "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=root, check=True)
    for page in (root / "site").rglob("*.html"):
        language = page.parent.name if page.parent.name in PAGES else "en"
        page.write_text(point(absolute(page.read_text("utf-8"), ""), language), "utf-8")
    split(root / "site", list(PAGES), "en")
    return root / "site"


@pytest.fixture(scope="module", params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The site on a server, and the site on a disk."""
    if request.param == "file":
        yield site.as_uri()
        return
    with served(site) as address:
        yield address


def home(address: str, language: str) -> str:
    return f"{address}/index.html" if language == "en" else f"{address}/{language}/index.html"


def search(page: Page, query: str) -> None:
    page.fill(".md-search__input", "")
    page.locator(".md-search__input").press_sequentially(query)


@pytest.mark.parametrize("language", PAGES)
def test_readers_find_words_however_they_spell_them(page: Page, address: str, language: str) -> None:
    page.goto(home(address, language))
    for query, words in FOUND[language].items():
        search(page, query)
        expect(page.locator(".md-search-result__link mark")).to_have_text(words)


def test_no_other_language_is_searched(page: Page, address: str) -> None:
    page.goto(home(address, "da"))
    search(page, "listener")
    expect(page.locator(".md-search-result__meta")).to_have_text("Ingen resultater fundet")
    expect(page.locator(".md-search-result__link")).to_have_count(0)


def test_nothing_is_loaded_until_a_reader_types(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(home(address, "da"), wait_until="networkidle")
    assert not [url for url in loaded if "/workers/" in url or url.endswith("/search/da.js")]
    search(page, "lytte")
    expect(page.locator(".md-search-result__link")).to_have_count(1)
    assert [url for url in loaded if url.endswith("/search/da.js")]


def test_a_word_that_is_nowhere_is_named_without_our_stems(page: Page, address: str) -> None:
    page.goto(home(address, "da"))
    search(page, "lyttende xylofonen")
    expect(page.locator(".md-search-result__terms del")).to_have_text(["xylofonen"])
