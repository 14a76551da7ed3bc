#!/usr/bin/env python3
"""Verifies the whole signature of an .ipa, written from public facts only and apart from the C# of this project.

    /usr/bin/python3 ipa_check.py FILE [--root root.pem] [--now 2026-01-31T12:00:00Z] [--json]

Without --root the self-signed certificate inside the CMS is believed, so that the chain is complete but not trusted.
Exit code: 0 everything holds, 1 something failed, 2 wrong arguments.
"""
import argparse
import datetime
import sys

from ipa import archive, bundle
from ipa.report import Report


def main():
    parser = argparse.ArgumentParser(description="Verifies the whole signature of an .ipa.")
    parser.add_argument("file")
    parser.add_argument("--root", help="PEM of the root certificate that is trusted")
    parser.add_argument("--now", type=instant, default=datetime.datetime.now(datetime.timezone.utc))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()

    report = Report()
    files = archive.read(arguments.file, report)
    if files is not None:
        bundle.check_application(files, bundle.Trust(arguments.root, arguments.now), report)
    print(report.as_json() if arguments.json else report.as_text())
    return 0 if report.ok else 1


def instant(text):
    value = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return value if value.tzinfo else value.replace(tzinfo=datetime.timezone.utc)


if __name__ == "__main__":
    sys.exit(main())
