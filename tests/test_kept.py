"""Pages kept from build to build: what is taken again, what makes a page anew, and what is never kept."""

import logging
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from mkdocs.structure.toc import get_toc

from conftest import build
from curriculum.kept import Shelf


class File(NamedTuple):
    """As much of a file of MkDocs as is asked for."""

    src_uri: str
    url: str


FILE, OTHER = File("en/a.md", "a.html"), File("en/b.md", "b.html")
TOKENS = [{"name": "One", "id": "one", "level": 2, "children": [{"name": "Two", "id": "two", "level": 3, "children": []}]}]


class Files(list[Any]):
    """As MkDocs has them: a list that finds one by its path."""

    def get_file_from_path(self, path: str) -> Any:
        return next((file for file in self if file.src_uri == path), None)


class Page(SimpleNamespace):
    """As much of a page of MkDocs as is kept; `rendered` counts."""

    def __init__(self, markdown: str, warn: bool = False) -> None:
        super().__init__(file=FILE, markdown=markdown, rendered=0, warn=warn)

    def render(self, config: Any, files: Any) -> None:
        self.rendered += 1
        self.content, self.toc, self._title_from_render = f"<p>{self.markdown}</p>", get_toc(TOKENS), "A"  # type: ignore[arg-type]
        self.present_anchor_ids, self.links_to_anchors = {"one", "two"}, {OTHER: {"x": "b.md#x"}}
        if self.warn:
            logging.getLogger("mkdocs.structure.pages").warning("no such page")


@pytest.fixture
def render(tmp_path: Path) -> Callable[..., Page]:
    """Render a page as a build of its own would."""

    def once(markdown: str = "x", known: object = 1, files: Any = (FILE, OTHER), warn: bool = False) -> Page:
        page, shelf = Page(markdown, warn), Shelf(tmp_path, Files(files), known, get_toc)
        shelf.attach(page, lambda html: html.upper())
        page.render(None, files)
        return page

    return once


def test_the_same_page_is_not_rendered_again(render: Callable[..., Page]) -> None:
    first, second = render(), render()
    assert (first.rendered, second.rendered) == (1, 0)
    for name in ("content", "present_anchor_ids", "links_to_anchors", "_title_from_render"):
        assert getattr(second, name) == getattr(first, name)
    assert str(second.toc) == str(first.toc)
    assert second.content == "<P>X</P>"


@pytest.mark.parametrize("change", [{"markdown": "y"}, {"known": 2}, {"files": (FILE,)}])
def test_what_decides_how_a_page_looks_makes_it_anew(render: Callable[..., Page], change: dict[str, Any]) -> None:
    render()
    assert render(**change).rendered == 1


def test_a_page_with_a_warning_warns_again(render: Callable[..., Page]) -> None:
    assert [render(warn=True).rendered, render(warn=True).rendered] == [1, 1]


def test_a_spoilt_file_is_made_anew(render: Callable[..., Page], tmp_path: Path) -> None:
    render()
    [kept] = (tmp_path / ".cache/pages").glob("*")
    for spoilt in ("{", "[]"):
        kept.write_text(spoilt, "utf-8")
        assert render().rendered == 1
    assert render().rendered == 0


def test_a_second_build_makes_the_same_site(project: Path) -> None:
    first, second = project / "first", project / "second"
    for folder in (first, second):
        made = build(project, folder, PDF="no")
        assert made.returncode == 0, made.stdout + made.stderr
    assert len(list((project / ".cache/pages").glob("*.json"))) > 20
    files = [path.relative_to(first) for path in first.rglob("*") if path.is_file()]
    assert [path for path in files if (first / path).read_bytes() != (second / path).read_bytes()] == []
