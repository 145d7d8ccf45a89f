"""The picture that goes with a link somebody shares: the logo and a few words, one a language, 1200 × 630 pixels (Open Graph)."""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from PIL import Image, ImageDraw, ImageFont

from . import words

SIZE, FINE = (1200, 630), 3  # pixels; drawn three times as large, for smooth edges
LEFT, TOP, SCALE = 80, 100, 6  # where the logo stands, and pixels for one of its units
STEPS = 40  # straight parts of a curve
Point = tuple[float, float]


def picture(root: Path, title: str, line: str) -> bytes:
    """A PNG with the logo above a large and a small line of words; colours, logo and face are the project's own."""
    paper, ink, green = (_token(root, name) for name in ("paper", "ink", "line"))
    image = Image.new("RGB", (SIZE[0] * FINE, SIZE[1] * FINE), paper)
    _logo(ImageDraw.Draw(image), (root / "overrides/figures/logo.svg").read_text("utf-8"), green, paper)
    image = image.resize(SIZE, Image.Resampling.LANCZOS)
    draw = ImageDraw.Draw(image)
    draw.text((LEFT, 350), title, ink, ImageFont.truetype(root / ".cache/fonts/spor-bold.ttf", 110))
    draw.text((LEFT, 495), line, ink, ImageFont.truetype(root / ".cache/fonts/spor-regular.ttf", 50))
    stored = BytesIO()
    image.save(stored, "PNG", optimize=True)
    return stored.getvalue()


def save(site: Path, root: Path, title: str, languages: Iterable[str]) -> None:
    """The picture of every language among the site's assets; its small line is the tagline."""
    for language in languages:
        line = words.load(root / "docs", language)["tagline"]
        (site / f"assets/social-{language}.png").write_bytes(picture(root, title, line))


def _token(root: Path, name: str) -> str:
    """A colour of the light scheme, as the stylesheet gives it."""
    found = re.search(rf"--{name}: (#\w+);", (root / "overrides/assets/stylesheets/tokens.css").read_text("utf-8"))
    return found[1] if found else "#000"


def _logo(draw: ImageDraw.ImageDraw, svg: str, line: str, paper: str) -> None:
    width = round(5 * SCALE * FINE)
    for path in re.findall(r' d="([^"]+)"', svg):
        for points in _flat(path):
            places = [_place(point) for point in points]
            draw.line(places, line, width)
            for x, y in places:  # round ends and joints
                draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), line)
    for x, y, radius in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', svg):
        (left, top), away = _place((float(x), float(y))), (float(radius) + 2.5) * SCALE * FINE
        draw.ellipse((left - away, top - away, left + away, top + away), paper, line, width)


def _place(point: Point) -> Point:
    return (LEFT + point[0] * SCALE) * FINE, (TOP + point[1] * SCALE) * FINE


def _flat(path: str) -> list[list[Point]]:
    """The strokes of an SVG path as points; its curves are cubic."""
    pen, strokes = RecordingPen(), list[list[Point]]()
    parse_path(path, pen)
    for step, points in pen.value:
        if step == "moveTo":
            strokes.append(list(points))
        elif step == "lineTo":
            strokes[-1] += points
        elif step == "curveTo":
            strokes[-1] += _curve(strokes[-1][-1], *points)
    return strokes


def _curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    def at(t: float, axis: int) -> float:
        rest = 1 - t
        return float(rest**3 * start[axis] + 3 * rest**2 * t * one[axis] + 3 * rest * t**2 * two[axis] + t**3 * end[axis])

    return [(at(step / STEPS, 0), at(step / STEPS, 1)) for step in range(1, STEPS + 1)]
