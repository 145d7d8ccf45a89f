"""What is wrong with finished pages, as a reader of proofs would see it: letters, edges, columns."""

from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TextBox

FAMILY = "Spor Sans"
SLACK = 1  # CSS pixels
THIN, LINES = 2, 4  # so few letters in a line, so many lines of them: no column for words


def strange_letters(document: Any) -> list[str]:
    """Letters that our face lacks, and faces that are not ours."""
    fonts = list(document.fonts.values())
    missing = sorted({chr(code) for font in fonts for code in font.missing})
    strange = sorted({font.family for font in fonts} - {FAMILY})
    told = [f"{FAMILY} has no letter for {letter!r} (U+{ord(letter):04X})" for letter in missing]
    return told + [f"uses the font {family}, which is not the project's" for family in strange]


def outside(document: Any) -> list[str]:
    """Words that stand beyond the edge of their page, where no reader finds them."""
    pages = [(number, page, page._page_box.descendants(placeholders=True)) for number, page in enumerate(document.pages, 1)]
    texts = [(number, page, box) for number, page, boxes in pages for box in boxes if isinstance(box, TextBox) and box.text.strip()]
    return [
        f"“{box.text.strip()}” stands beyond the edge of page {number}"
        for number, page, box in texts
        if box.position_y + box.height > page.height + SLACK or box.position_x + box.width > page.width + SLACK
    ]


def squeezed(document: Any) -> list[str]:
    """Texts in a column that has room for a letter or two."""
    blocks = ((number, box) for number, page in enumerate(document.pages, 1) for box in page._page_box.descendants(placeholders=True))
    found = []
    for number, block in blocks:
        lines = [text for child in getattr(block, "children", ()) if isinstance(child, LineBox) and (text := said(child))]
        if len(lines) >= LINES and sum(len(line) <= THIN for line in lines) > len(lines) / 2:
            found.append(f"“{' '.join(lines)[:40]}” stands in a column a letter wide on page {number}")
    return found


def said(line: Any) -> str:
    return "".join(box.text for box in line.descendants() if isinstance(box, TextBox)).strip()
