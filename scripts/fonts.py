"""Command: make the three cuts of the text face, for the screen and for paper.

    python scripts/fonts.py

The source is the variable IBM Plex Sans of the package `fontpkg-ibm-plex-sans`.
Its licence reserves the name "Plex": a changed font must not carry it, so the
cuts are called Spor Sans and keep the copyright and licence records.

    .cache/fonts/               spor-*.ttf and faces.css, for the PDFs
    overrides/assets/fonts/     spor-*.woff2 and the licence, for the site

Static files, one a cut, with the whole alphabet in each: two files under one
family, weight and style would make letters change places in the PDFs.
"""

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import fontpkg_ibm_plex_sans as plex
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
PAPER = Path(".cache/fonts")
SCREEN = Path("overrides/assets/fonts")
FAMILY = "Spor Sans"
UPRIGHT, ITALIC = "IBMPlexSans[wdth,wght].ttf", "IBMPlexSans-Italic[wdth,wght].ttf"

# Latin, punctuation and signs of the languages; arrows and comparisons.
LETTERS = [
    *range(0x20, 0x250), *range(0x2000, 0x2070), 0x20AC, 0x2116, 0x2122,
    0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264, 0x2265,
]  # fmt: skip
# No ligatures: a form embeds the whole face, and says aloud only what has a letter of its own.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "tnum", "lnum"]
# Kept: copyright, the four names, version, trademark, licence and its address.
NAMES = {0, 1, 2, 3, 4, 5, 6, 7, 13, 14}


@dataclass(frozen=True)
class Cut:
    """One static file: drawn at `drawn`, declared as `weight`."""

    name: str
    source: str
    drawn: int
    weight: int
    style: str

    @property
    def face(self) -> str:
        return (
            f'@font-face {{ font-family: "{FAMILY}"; font-weight: {self.weight}; '
            f'font-style: {self.style}; src: url("{self.file}.ttf"); }}\n'
        )

    @property
    def file(self) -> str:
        return f"spor-{self.name.lower()}"


# Bold is drawn at 600: enough beside 400, and its counters stay open in small print.
CUTS = (
    Cut("Regular", UPRIGHT, 400, 400, "normal"),
    Cut("Italic", ITALIC, 400, 400, "italic"),
    Cut("Bold", UPRIGHT, 600, 700, "normal"),
)


def main() -> None:
    print(f"Fonts: {make(ROOT)}")


def make(root: Path) -> str:
    """Make the fonts below `root`, unless they are there already; say which it was."""
    stamp, mark = root / PAPER / "made", digest()
    if stamp.is_file() and stamp.read_text() == mark and is_complete(root):
        return "up to date"
    for folder in (PAPER, SCREEN):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for cut in CUTS:
        save(cut, root)
    (root / PAPER / "faces.css").write_text("".join(cut.face for cut in CUTS))
    (root / SCREEN / "OFL.txt").write_bytes((plex.ROOT / "LICENSE").read_bytes())
    stamp.write_text(mark)
    return f"{len(CUTS)} cuts of {FAMILY} made"


def digest() -> str:
    """What the result depends on: this file, the source and the tool."""
    parts = [Path(__file__).read_bytes(), version("fonttools").encode()]
    parts += [(plex.ROOT / "files" / name).read_bytes() for name in (UPRIGHT, ITALIC)]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def is_complete(root: Path) -> bool:
    files = [root / SCREEN / "OFL.txt", root / PAPER / "faces.css"]
    files += [root / PAPER / f"{cut.file}.ttf" for cut in CUTS]
    files += [root / SCREEN / f"{cut.file}.woff2" for cut in CUTS]
    return all(file.is_file() for file in files)


def save(cut: Cut, root: Path) -> None:
    # The time of day stays out of the file: the same source gives the same bytes.
    source = TTFont(plex.ROOT / "files" / cut.source, recalcTimestamp=False)
    font = instantiateVariableFont(source, {"wght": cut.drawn, "wdth": 100})
    thin(font)
    rename(font, cut.name)
    font.save(root / PAPER / f"{cut.file}.ttf")
    font.flavor = "woff2"
    font.save(root / SCREEN / f"{cut.file}.woff2")


def thin(font: TTFont) -> None:
    options = Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)


def rename(font: TTFont, style: str) -> None:
    """Give the font its own name wherever a reader or a program may see one."""
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in NAMES]
    own = {1: FAMILY, 2: style, 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}"}
    own[6] = f"{FAMILY.replace(' ', '')}-{style}"
    for record in table.names:
        record.string = own.get(record.nameID, record.toUnicode())
    font["OS/2"].usWeightClass = 700 if style == "Bold" else 400


if __name__ == "__main__":
    main()
