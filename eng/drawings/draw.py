#!/usr/bin/env python3
"""Writes the drawings of the documentation as SVG, from their descriptions in connectivity.py and architecture.py.

Usage: eng/drawings/draw.py [--check]
With --check nothing is written; it prints the drawings that differ from their descriptions and ends with 1 if there are any.
A drawing whose texts would leave their boxes or meet a line is an error that names the text.
"""
import pathlib
import sys

sys.dont_write_bytecode = True

import architecture
import connectivity
from layout import Layout
from paint import svg

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    stale = []
    for drawing in connectivity.DRAWINGS + architecture.DRAWINGS:
        path, text = ROOT / drawing.path, svg(Layout(drawing))
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(drawing.path)
        if not arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale:
        print("\n".join(stale))
    return 1 if stale and arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
