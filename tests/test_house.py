"""The house itself: which way imports point, how long a file and a function may be, and no words in code."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

from conftest import ROOT

CODE = sorted((ROOT / "scripts").rglob("*.py"))
LINES, LONGEST, USUAL = 180, 30, 9


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> set[str]:
    """Top-level names of all that a file imports; modules of the curriculum by their own names."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            names |= {f".{node.module}"} if node.module else {f".{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def functions() -> dict[str, int]:
    """Length in lines of every function, by file and name."""
    return {
        f"{path.name}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in CODE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
    }


def test_mkdocs_is_known_in_hooks_alone() -> None:
    assert [path.name for path in CODE if "mkdocs" in imported(path)] == ["hooks.py"]


def test_weasyprint_is_known_where_pdfs_are_made() -> None:
    known = {"pdf.py", "proof.py", "finish.py", "widgets.py", "breaks.py"}
    assert {path.name for path in CODE if imported(path) & {"weasyprint", "pydyf"}} <= known


def test_the_curriculum_imports_nothing_from_the_commands() -> None:
    commands = {path.stem for path in (ROOT / "scripts").glob("*.py")}
    for path in (ROOT / "scripts/curriculum").glob("*.py"):
        assert not imported(path) & commands - {"curriculum"}, path.name


@pytest.mark.parametrize("leaf", ["problems", "settings", "search", "grammar"])
def test_a_leaf_imports_no_other_module(leaf: str) -> None:
    assert not {name for name in imported(ROOT / f"scripts/curriculum/{leaf}.py") if name.startswith(".")}


def test_a_file_is_read_in_one_sitting() -> None:
    long = {path.name: count for path in CODE if (count := len(path.read_text("utf-8").splitlines())) > LINES}
    assert long == {}


def test_a_function_is_read_in_one_glance() -> None:
    lengths = functions()
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    assert median(lengths.values()) <= USUAL


def test_every_file_says_what_it_is_for() -> None:
    assert [path.name for path in CODE if not ast.get_docstring(tree(path))] == []


def test_templates_hold_no_words() -> None:
    """Text between tags in a template comes from the words or the page; only marks and names of programs stand there."""
    found = {}
    for template in sorted((ROOT / "overrides").rglob("*.html")):
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<(script|style).*?</\1>|<[^>]*>",
            " ", template.read_text("utf-8"), flags=re.S,
        )  # fmt: skip
        words = [word for word in re.findall(r"(?<![$\w])[^\W\d_]{2,}", text) if word not in ("Spor",)]
        if words:
            found[template.name] = words
    assert found == {}


def test_nothing_names_the_place_where_it_was_made() -> None:
    kinds = (".md", ".py", ".yml", ".css", ".js", ".html")
    folders = ("docs", "overrides", "scripts", "tests")
    tracked = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in kinds]
    forbidden = ("/" + "tmp/", "/" + "work/", "help" + "er-")
    assert [path.name for path in tracked if any(word in path.read_text("utf-8") for word in forbidden)] == []
