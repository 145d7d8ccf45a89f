"""Command: every complaint about the pages in docs/, sorted by file; exit code 1 if there is any.

python scripts/check.py [project] [--json]     --json: for editors, a list of {path, line, message, cure}
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from curriculum import audit, settings
from curriculum.problems import report


def main(root: Path, as_json: bool = False) -> int:
    """Check the project at `root`; complaints go to standard output."""
    found = audit.full(settings.read(root))
    print(json.dumps([asdict(one) for one in sorted(set(found))], ensure_ascii=False, indent=1) if as_json else report(found))
    return 1 if found else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", nargs="?", default=".", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    sys.exit(main(given.root.resolve(), given.json))
