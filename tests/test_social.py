"""The picture of a shared link: as large as announced, our own letters and line, the same bytes each time."""

from io import BytesIO

from PIL import Image

from conftest import ROOT
from curriculum.social import SIZE, picture


def test_the_picture_shows_the_line_and_the_words() -> None:
    image = Image.open(BytesIO(picture(ROOT, "Spor", "Åben mentoruddannelse"))).convert("RGB")
    assert image.size == SIZE
    colours = {colour: count for count, colour in image.getcolors(SIZE[0] * SIZE[1]) or []}
    paper, green, ink = (0xFC, 0xFB, 0xF8), (0x0A, 0x57, 0x42), (0x1A, 0x1F, 0x1E)
    assert colours[paper] > colours[green] > 10_000
    assert colours[ink] > 10_000


def test_other_words_make_another_picture_and_the_same_make_the_same() -> None:
    assert picture(ROOT, "Spor", "One") == picture(ROOT, "Spor", "One") != picture(ROOT, "Spor", "Two")
