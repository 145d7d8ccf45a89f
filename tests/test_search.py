"""One search for each language: the indexes, and the address of the worker."""

import json
from pathlib import Path

from curriculum.search import point, split


def entries(*places: str) -> list[dict[str, str]]:
    return [{"location": place, "title": place, "text": ""} for place in places]


def site_with(folder: Path, places: list[str]) -> Path:
    """What of a built site `split` looks at."""
    index = {"config": {"lang": ["en"]}, "docs": entries(*places)}
    stemmers = folder / "assets/javascripts/lunr/min"
    for made in (folder / "search", stemmers):
        made.mkdir(parents=True)
    (folder / "search/search_index.json").write_text(json.dumps(index), "utf-8")
    for name in ("da", "fr", "de", "stemmer.support"):
        (stemmers / f"lunr.{name}.min.js").write_text("", "utf-8")
    return folder


def places(site: Path, language: str) -> list[str]:
    text = (site / f"search/{language}.js").read_text("utf-8")
    return [entry["location"] for entry in json.loads(text.removeprefix("self.entries = "))]


def test_each_language_gets_its_own_entries(tmp_path: Path) -> None:
    site = site_with(tmp_path, ["index.html", "data.html#a", "da/index.html", "fr/a/index.html#b", "da/x.html"])
    split(site, ["en", "fr", "da"], "en")
    assert places(site, "en") == ["index.html", "data.html#a"]
    assert places(site, "fr") == ["fr/a/index.html#b"]
    assert places(site, "da") == ["da/index.html", "da/x.html"]


def test_a_language_built_alone_stands_at_the_root(tmp_path: Path) -> None:
    site = site_with(tmp_path, ["index.html", "danger.html"])
    split(site, ["da"], "da")
    assert places(site, "da") == ["index.html", "danger.html"]


def test_what_every_page_loads_holds_no_entries(tmp_path: Path) -> None:
    site = site_with(tmp_path, ["index.html"])
    split(site, ["en"], "en")
    empty = (site / "search/search_index.json").read_text("utf-8")
    assert json.loads(empty) == {"config": {"lang": ["en"]}, "docs": []}
    assert (site / "search/search_index.js").read_text("utf-8") == f"var __index = {empty}\n"


def test_only_the_stemmers_of_our_languages_are_kept(tmp_path: Path) -> None:
    site = site_with(tmp_path, [])
    split(site, ["en", "da"], "en")
    kept = {path.name for path in (site / "assets").rglob("*.js")}
    assert kept == {"lunr.da.min.js", "lunr.stemmer.support.min.js"}


def test_a_page_asks_for_the_worker_of_its_language() -> None:
    html = '{"search": "../assets/javascripts/workers/search.a76f.min.js"}'
    assert point(html, "da") == '{"search": "../assets/javascripts/search-worker.js?language=da&engine=search.a76f.min.js"}'
