"""The PDFs of a built site: which there are, what is made again, and what is said when something is wrong."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

import fonts
from curriculum import printables
from curriculum.jobs import sweep
from curriculum.printables import read
from curriculum.publish import publish

ROOT = Path(__file__).resolve().parents[1]
PAPER = ROOT / "tests/data/paper"
PAIRS = {"da-en": ("da/", ""), "da-fr": ("da/", "fr/"), "en-fr": ("", "fr/")}  # one file beside the sheet of either language
NAMES = [
    *(f"{language}worksheets/every-field{ending}.pdf" for language in ("", "da/", "fr/") for ending in ("", "-form", "-large", "-easy")),
    *(f"{own}worksheets/every-field-{pair}.pdf" for pair, both in PAIRS.items() for own in both),
    "modules/dialogue/presence/plan.pdf",
]


def project(folder: Path) -> Path:
    """The look and the fonts of the project, with a cache of its own."""
    (folder / ".cache").mkdir(parents=True)
    (folder / ".cache/fonts").symlink_to(ROOT / ".cache/fonts")
    (folder / "overrides/assets").mkdir(parents=True)
    (folder / "overrides/print").symlink_to(ROOT / "overrides/print")
    shutil.copytree(ROOT / "overrides/assets/stylesheets", folder / "overrides/assets/stylesheets")
    return folder


def one_page(root: Path, change: tuple[str, str] = ("", "")) -> Path:
    """A site of one sheet, with one thing changed in it."""
    page = root / "site/worksheets/every-field.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text((PAPER / "worksheets/every-field.html").read_text().replace(*change))
    return root / "site"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def test_every_printable_gets_its_editions(root: Path) -> None:
    shutil.copytree(PAPER, root / "site")
    assert publish(root / "site", root) == []
    made = {file.relative_to(root / "site").as_posix(): file.stat().st_size for file in root.rglob("site/**/*.pdf")}
    assert sorted(made) == sorted(NAMES)
    assert all(size <= (100_000 if "-form" in name else 50_000) for name, size in made.items())
    assert all(size <= 40_000 for name, size in made.items() if name.endswith("field.pdf"))
    assert not list(root.rglob("*.part")) + [file for file in root.rglob("*") if file.suffix[1:].isdigit()]


def test_only_what_changed_is_made_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(one_page(root), root)
    assert "4 of 4" in capsys.readouterr().err
    shutil.rmtree(root / "site")
    publish(one_page(root), root)
    assert capsys.readouterr().err == ""
    assert (root / "site/worksheets/every-field.pdf").is_file()
    publish(one_page(root, ("Hot face", "Warm face")), root)
    assert "4 of 4" in capsys.readouterr().err


def test_another_style_makes_all_again(root: Path) -> None:
    publish(one_page(root), root)
    with (root / "overrides/assets/stylesheets/print.css").open("a") as style:
        style.write("\n@media print { h1 { margin-top: 1mm; } }\n")
    publish(root / "site", root)
    assert len(list((root / ".cache/pdf").glob("*.pdf"))) == 8


def test_all_faults_are_told_at_once_with_the_page_they_stand_on(root: Path) -> None:
    site = one_page(root, ("</h1>", '</h1><p>☃</p><img alt="" src="file:///etc/passwd">'))
    second = site / "fr/worksheets/short.html"
    second.parent.mkdir(parents=True)
    second.write_text((PAPER / "fr/worksheets/every-field.html").read_text().replace('data-pages="2"', 'data-pages="1"'))
    problems = publish(site, root)
    assert {problem.path for problem in problems} == {"docs/en/worksheets/every-field.md", "docs/fr/worksheets/short.md"}
    assert "outside the project" in problems[0].message
    assert problems[-1].message == "short.pdf makes 2 pages, the sheet says 1"
    assert "pages: 2" in problems[-1].cure
    assert len(list((root / ".cache").glob("pdf/*.pdf"))) == 1  # large print promises no number of pages


FAULTS = {
    ("Hot face", "Hot ☃ face"): "no letter for '☃' (U+2603)",
    ("</h1>", '</h1><img src="https://example.org/a.png" alt="a">'): "outside the project",
    ("</h1>", '</h1><img src="gone.png" alt="a">'): "gone.png does not exist",
    ("</h1>", '</h1><p style="colour: red">x</p>'): "unknown property",
    ("</h1>", '</h1><p style="position: absolute; top: 290mm">Lost</p>'): "“Lost” stands beyond the edge of page 1",
    ("</h1>", '</h1><p style="width: 1mm; overflow-wrap: anywhere">Narrow</p>'): "“N a r r o w” stands in a column a letter wide on page 1",
    ("</h1>", '</h1><p style="color: #808080">Pale</p>'): "“Pale” has a contrast of 3.9:1 on page 1; expected 4.5:1 or more",
    ("</h1>", '</h1><p style="background: #555">Dark</p>'): "“Dark” has a contrast of ",
    ("</article>", '</article><article data-printable="sheet"><h1>x</h1></article>'): "a page holds one",
}


def test_each_fault_has_its_words(root: Path) -> None:
    site = root / "site/worksheets"
    site.mkdir(parents=True)
    for number, change in enumerate(FAULTS):
        (site / f"{number}.html").write_text((PAPER / "worksheets/every-field.html").read_text().replace(*change))
    problems = publish(root / "site", root)
    for number, message in enumerate(FAULTS.values()):
        assert any(message in problem.message for problem in problems if problem.path.endswith(f"/{number}.md"))


def test_an_edition_that_does_not_exist_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITIONS", "print lage")
    (problem,) = publish(one_page(root), root)
    assert (problem.message, problem.cure) == ("there is no edition “lage”", "Did you mean “large”?")
    monkeypatch.setenv("EDITIONS", "print")
    assert publish(one_page(root), root) == []
    assert [file.name for file in root.rglob("site/**/*.pdf")] == ["every-field.pdf"]


def test_a_sheet_on_letter_paper_keeps_its_pages(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPER", "letter")
    assert publish(one_page(root), root) == []
    with pikepdf.open(root / "site/worksheets/every-field.pdf") as opened:
        assert {tuple(map(round, map(float, sheet.mediabox[2:]))) for sheet in opened.pages} == {(612, 792)}


def test_languages_that_do_not_match_are_told(root: Path) -> None:
    shutil.copytree(PAPER, root / "site")
    page = root / "site/da/worksheets/every-field.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace('<p class="scale__ends">', '<p>x</p><p class="scale__ends">'), "utf-8")
    told = [problem for problem in publish(root / "site", root) if "cannot stand beside" in problem.message]
    assert {problem.path for problem in told} == {"docs/en/worksheets/every-field.md", "docs/fr/worksheets/every-field.md"}


def test_missing_fonts_name_their_command(root: Path) -> None:
    (root / ".cache/fonts").unlink()
    assert publish(one_page(root), root)[0].cure == "Run: python scripts/fonts.py"


def test_the_same_site_gives_the_same_bytes_elsewhere(root: Path, tmp_path: Path) -> None:
    publish(one_page(root), root)
    other = project(tmp_path / "another place" / "far away")
    one_page(other)
    code = f"from pathlib import Path; from curriculum.publish import publish; r = Path({str(other)!r}); publish(r / 'site', r)"
    strange = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "77", "LANG": "C", "PYTHONPATH": str(ROOT / "scripts")}
    (other / "run.py").write_text(f"if __name__ == '__main__':\n    {code}\n")
    subprocess.run([sys.executable, "run.py"], cwd=other, env=os.environ | strange, check=True, capture_output=True)
    for ending in ("", "-form", "-large", "-easy"):
        name = f"site/worksheets/every-field{ending}.pdf"
        assert (root / name).read_bytes() == (other / name).read_bytes()


def test_the_source_is_where_the_writer_looks() -> None:
    assert read(PAPER / "modules/dialogue/presence/plan.html", PAPER)[0].source == "docs/en/modules/dialogue/presence/plan.md"


def test_fonts_do_not_carry_the_reserved_name() -> None:
    from fontTools.ttLib import TTFont

    assert fonts.make(ROOT) == "up to date"
    for cut in fonts.CUTS:
        names = TTFont(ROOT / fonts.SCREEN / f"{cut.file}.woff2")["name"].names
        told = {record.nameID: str(record) for record in names}
        assert not any("Plex" in told[number] for number in (1, 3, 4, 6))
        assert "Open Font License" in told[13]
    assert "Reserved Font Name" in (ROOT / fonts.SCREEN / "OFL.txt").read_text()


def test_what_no_build_has_used_for_a_week_leaves_the_cache(tmp_path: Path) -> None:
    for name in ("used.pdf", "new.pdf", "old.pdf"):
        (tmp_path / name).write_bytes(b"")
    for name in ("used.pdf", "old.pdf"):
        os.utime(tmp_path / name, (0, 0))
    sweep(tmp_path, [tmp_path / "used.pdf"])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.pdf", "used.pdf"]


def test_a_kept_list_holds_only_while_everything_it_names_is_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITIONS", "print")
    assert publish(one_page(root), root) == []
    made = (root / "site/worksheets/every-field.pdf").read_bytes()
    [kept] = (root / ".cache/pdf").glob("*.list")
    monkeypatch.setattr(printables, "read", None)  # a list spares reading the pages
    assert publish(one_page(root), root) == []
    assert (root / "site/worksheets/every-field.pdf").read_bytes() == made
    monkeypatch.undo()
    monkeypatch.setenv("EDITIONS", "print")
    for file in (root / ".cache/pdf").glob("*.pdf"):
        file.unlink()
    assert publish(one_page(root), root) == []
    assert (root / "site/worksheets/every-field.pdf").read_bytes() == made
    page = root / "site/worksheets/every-field.html"
    page.write_text(page.read_text("utf-8").replace("Hot face", "Cold face"), "utf-8")
    assert publish(root / "site", root) == []
    assert len(list((root / ".cache/pdf").glob("*.list"))) == 2
    assert kept.is_file()
