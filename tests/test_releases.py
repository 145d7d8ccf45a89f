"""The releases: read from their page in each language, dated by the reference."""

from pathlib import Path

from curriculum.releases import PLACE, read, save

ENGLISH = """---
title: Releases
summary: What is in each.
releases: {"2026.1": 2026-11-30, "2026.10": 2027-02-01, "2027.1": 2027-03-01}
---

Some words.

## 2026.10 { #r2026-10 }

Second, with *emphasis* and a [link](index.md).

- One more thing

## 2026.1 { #r2026-1 }

First.
"""
DANISH = "---\ntitle: Udgivelser\nsummary: Kort.\n---\n\n## 2026.1 { #r2026-1 }\n\nDen første.\n"


def written(docs: Path) -> Path:
    for language, text in (("en", ENGLISH), ("da", DANISH)):
        (docs / language / PLACE).parent.mkdir(parents=True)
        (docs / language / PLACE).write_text(text, "utf-8")
    return docs


def test_the_newest_comes_first_and_its_words_are_plain(tmp_path: Path) -> None:
    newest, oldest = read(written(tmp_path), "en", "en")
    assert (newest.name, newest.id, newest.text) == ("2026.10", "r2026-10", "Second, with emphasis and a link. One more thing")
    assert (oldest.day.isoformat(), oldest.rfc822) == ("2026-11-30T00:00:00+00:00", "Mon, 30 Nov 2026 00:00:00 +0000")


def test_a_language_tells_its_own_and_borrows_the_rest(tmp_path: Path) -> None:
    assert [release.text for release in read(written(tmp_path), "da", "en")] == [
        "Second, with emphasis and a link. One more thing",
        "Den første.",
    ]


def test_without_a_page_there_are_none(tmp_path: Path) -> None:
    assert read(tmp_path, "en", "en") == []


def test_an_empty_feed_is_not_written(tmp_path: Path) -> None:
    assert save("\n", tmp_path / "da/releases.rss") == ""
    assert not (tmp_path / "da").exists()
