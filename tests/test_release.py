"""A release on a branch of its own, beside those before it; the branch is read as a host would serve it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ADDRESS = "https://spor.example/course/"
WHO = {f"GIT_{role}_{what}": "spor@spor.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, env=os.environ | WHO, capture_output=True, text=True, check=True)
    return done.stdout


def release(root: Path, name: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/release.py", name]
    env = os.environ | WHO | {"SITE_URL": ADDRESS, "PDF": "no"}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def repository(project: Path) -> Path:
    git(project, "init", "--quiet")
    git(project, "commit", "--quiet", "--allow-empty", "--message", "The beginning")
    return project


def test_a_release_is_named_by_year_and_number(project: Path) -> None:
    done = release(project, "1.0")
    assert done.returncode == 1
    assert "make release VERSION=2026.1" in done.stdout


def test_two_releases_stand_side_by_side(project: Path) -> None:
    root = repository(project)
    for name in ("2026.1", "2026.2"):
        done = release(root, name)
        assert done.returncode == 0, done.stderr
    folders = git(root, "ls-tree", "--name-only", "gh-pages").split()
    assert {"2026.1", "2026.2", "latest", "index.html", "404.html"} <= set(folders)
    versions = json.loads(git(root, "show", "gh-pages:versions.json"))
    assert [(one["version"], one["aliases"]) for one in versions] == [("2026.2", ["latest"]), ("2026.1", [])]
    assert 'url=latest/"' in git(root, "show", "gh-pages:index.html")
    assert '"base": "/course/latest/"' in git(root, "show", "gh-pages:404.html")
    sitemap = git(root, "show", "gh-pages:2026.1/sitemap.xml")
    assert f"<loc>{ADDRESS}latest/</loc>" in sitemap  # what the version selector takes for the root
    assert f'hreflang="da" href="{ADDRESS}latest/da/danger.html"' in sitemap
    assert not (root / "site").exists()


def test_a_site_with_an_error_is_not_released(project: Path) -> None:
    root = repository(project)
    with (root / "docs/en/danger.md").open("a", encoding="utf-8") as page:
        page.write("\n[Nowhere](nowhere.md)\n")
    done = release(root, "2026.1")
    assert done.returncode == 1
    assert "Release 2026.1 was not made." in done.stdout
    assert git(root, "branch", "--list", "gh-pages") == ""
