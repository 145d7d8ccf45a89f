"""Pages as they were last rendered, kept from build to build: what has not changed is not rendered again.

One JSON file a page in the cache. It holds only if the page's text, where all pages and pictures lie, the words, the
glossary and our code are what they were; anything else makes it anew. A page over which MkDocs warned is not kept.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache

from .jobs import save

PACKAGES = ("mkdocs", "Markdown", "pymdown-extensions")
DRAWINGS = "overrides/figures/*.svg"


class Listener(logging.Handler):
    """Hears whether MkDocs warns."""

    heard = False

    def emit(self, record: logging.LogRecord) -> None:
        self.heard = True

    def __enter__(self) -> "Listener":
        self.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


class Shelf:
    """The kept pages of one language.

    `files` are MkDocs' files, `known` is what else decides how a page looks, `toc` makes its contents of dicts.
    """

    def __init__(self, root: Path, files: Any, known: object, toc: Callable[[Any], Any]) -> None:
        self.folder, self.files, self.toc = root / ".cache/pages", files, toc
        told = json.dumps([known, sorted((file.src_uri, file.url) for file in files)], sort_keys=True, default=repr)
        self.base = hashlib.sha256(told.encode())
        for part in _machinery(root):
            self.base.update(part)

    def attach(self, page: Any, finish: Callable[[str], str]) -> None:
        """Let a page render itself from what is kept, or be kept when it has rendered and `finish` has seen its HTML."""
        render = page.render

        def rendered(config: Any, files: Any) -> None:
            kept, key = self.folder / page.file.src_uri.replace("/", "+").replace(".md", ".json"), self.key(page)
            if self.take(page, kept, key):
                return
            with Listener() as listener:
                render(config, files)
                page.content = finish(page.content)
            if not listener.heard:
                save(json.dumps({"key": key, **told(page)}).encode(), kept)

        page.render = rendered

    def key(self, page: Any) -> str:
        key = self.base.copy()
        key.update(json.dumps([page.file.src_uri, page.file.url, page.markdown]).encode())
        return key.hexdigest()

    def take(self, page: Any, kept: Path, key: str) -> bool:
        """Give a page what is kept of it, if that still holds."""
        try:
            found = json.loads(kept.read_text("utf-8"))
        except (OSError, ValueError):
            return False
        if not isinstance(found, dict) or found.get("key") != key:
            return False
        page.content, page.toc, page._title_from_render = found["content"], self.toc(found["toc"]), found["title"]
        page.present_anchor_ids = set(found["ids"])
        links = ((self.files.get_file_from_path(path), anchors) for path, anchors in found["links"].items())
        page.links_to_anchors = {file: anchors for file, anchors in links if file}
        return True


def templates(root: Path) -> FileSystemBytecodeCache:
    """Templates as Jinja compiled them: every language and every build asks for the same."""
    folder = root / ".cache/templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def told(page: Any) -> dict[str, Any]:
    """All that rendering gave a page."""
    return {
        "content": page.content,
        "toc": [_token(item) for item in page.toc],
        "title": page._title_from_render,
        "ids": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()},
    }


def _token(item: Any) -> dict[str, Any]:
    return {"name": item.title, "id": item.id, "level": item.level, "children": [_token(child) for child in item.children]}


def _machinery(root: Path) -> Iterator[bytes]:
    """Everything that makes HTML of Markdown."""
    yield repr([version(name) for name in PACKAGES]).encode()
    for file in (*sorted(Path(__file__).parent.glob("*.py")), *sorted(root.glob(DRAWINGS))):
        yield file.read_bytes()
