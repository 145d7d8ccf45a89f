"""One search for each language.

The theme puts every language into one index and knows neither accents nor stems. After a build, `split` makes an
index for each language, and `point` has a page use our worker (overrides/assets/javascripts/search-worker.js), which
stands before the theme's own and loads nothing until a reader types.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Entry = dict[str, Any]

WORKER = "search-worker.js"
ENGINE = re.compile(r"assets/javascripts/workers/(search\.[0-9a-f]+\.min\.js)")


def point(html: str, language: str) -> str:
    """Have a page search in its own language."""
    return ENGINE.sub(rf"assets/javascripts/{WORKER}?language={language}&engine=\1", html)


def split(site: Path, languages: list[str], default: str) -> None:
    """Make an index for each language from the one that the theme left in the site."""
    folder = site / "search"
    index = json.loads((folder / "search_index.json").read_text("utf-8"))
    for language, entries in _by_language(index["docs"], languages, default).items():
        (folder / f"{language}.js").write_text(f"self.entries = {_dump(entries)}\n", "utf-8")
    empty = _dump({"config": index["config"], "docs": []})
    (folder / "search_index.json").write_text(empty, "utf-8")
    (folder / "search_index.js").write_text(f"var __index = {empty}\n", "utf-8")  # what the theme asks for on file://
    _drop_stemmers(site, languages)
    for unread in (*site.rglob("*.map"), *site.glob("sitemap.xml.gz")):
        unread.unlink()


def _by_language(entries: Iterable[Entry], languages: list[str], default: str) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {language: [] for language in languages}
    for entry in entries:
        folder = entry["location"].partition("/")[0]
        found[folder if folder in found and folder != default else default].append(entry)
    return found


def _drop_stemmers(site: Path, languages: list[str]) -> None:
    """Of the theme's thirty languages, keep the stemmers of ours."""
    keep = {f"lunr.{name}.min.js" for name in [*languages, "stemmer.support"]}
    for path in (site / "assets/javascripts/lunr").rglob("*.js"):
        if path.name not in keep:
            path.unlink()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
