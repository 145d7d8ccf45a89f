"""Every complaint has an example that provokes it, and reads word for word as a colleague would say it."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, build
from curriculum import audit, settings
from curriculum.problems import report

CASES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "tests/data/complaints.yml").read_text("utf-8"))


def spoil(root: Path, case: dict[str, Any]) -> None:
    """Do to a project what the case says."""
    path = root / case["file"]
    if case.get("remove"):
        path.unlink()
    elif "write" in case:
        path.write_text(case["write"], "utf-8")
    else:
        text = path.read_text("utf-8")
        for edit in case["replace"]:
            assert edit["old"] in text
            text = text.replace(edit["old"], edit["new"], 1)
        path.write_text(text, "utf-8")


def unnumbered(told: str) -> str:
    """Complaints without their lines in the words files, which are the real ones and grow."""
    return re.sub(r"(_words\.yml):\d+", r"\1", told)


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told(name: str, project: Path) -> None:
    spoil(project, CASES[name])
    assert unnumbered(report(audit.full(settings.read(project))) + "\n") == unnumbered(CASES[name]["says"])


def test_the_small_site_is_sound(project: Path) -> None:
    assert audit.full(settings.read(project)) == []


def test_the_curriculum_is_sound() -> None:
    assert report(audit.full(settings.read(ROOT))) == "0 problems found."


def test_all_mistakes_are_told_at_once_and_the_exit_code_is_one(project: Path) -> None:
    names = ("a misspelt block", "a fact in a translation", "a broken link")
    for name in names:
        spoil(project, CASES[name])
    told = subprocess.run(
        [sys.executable, str(project.resolve() / "scripts" / "check.py"), str(project)], capture_output=True, text=True, check=False
    )
    assert told.returncode == 1
    assert told.stdout.count("docs/") >= len(names)
    assert told.stdout.endswith("3 problems found.\n")


def test_a_mistake_leaves_the_last_good_site_alone(project: Path) -> None:
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one")
    spoil(project, CASES["a misspelt option"])
    made = build(project, site, PDF="no")
    assert made.returncode == 1
    assert "Did you mean “rows”?" in made.stdout + made.stderr
    assert (site / "index.html").read_text() == "the last good one"
