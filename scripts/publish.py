"""Command: make the PDFs again from a site that is built already.

python scripts/publish.py [site]
"""

import sys
from pathlib import Path

from curriculum.problems import report
from curriculum.publish import publish

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    if problems := publish(site.resolve(), ROOT):
        sys.exit(report(problems))


if __name__ == "__main__":
    main()
