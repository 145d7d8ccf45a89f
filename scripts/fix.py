"""Command: put right what the marks of a language can put right by themselves, in every page of docs/."""

import sys
from pathlib import Path

from curriculum import pages, settings, typography


def main(root: Path) -> int:
    """Mend the pages of the project at `root`; each changed page is named."""
    known = settings.read(root)
    for page in pages.read(known.docs, list(known.languages)):
        if not page.fault and typography.fix(root / page.path, page):
            print(f"mended {page.path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
