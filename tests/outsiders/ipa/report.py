"""What was checked, what failed, and what could not be reached."""
import contextlib
import json

CHECKS = [
    "zip", "structure", "macho", "pages", "info-plist-slot", "requirements-slot", "resources-slot", "entitlements-slot",
    "der-entitlements-slot", "entitlements-match", "code-directory", "cms", "cms-cd-hashes", "chain", "resources-missing",
    "resources-extra", "resources-changed", "profile-intact", "profile-expired", "profile-team", "profile-certificate",
    "profile-app-id", "profile-entitlements", "profile-kind", "certificate-expired",
]


class Report:
    def __init__(self):
        self.reasons = {}
        self.reached = set()

    @contextlib.contextmanager
    def check(self, name, where=""):
        """Runs one check. It yields a function fail(reason); whatever the body raises counts as a failure too."""
        assert name in CHECKS, name
        self.reached.add(name)
        prefix = f"{where}: " if where else ""
        try:
            yield lambda reason: self.fail(name, prefix + str(reason))
        except Exception as fault:  # Broken input shows as whatever the parsers raise.
            self.fail(name, f"{prefix}{type(fault).__name__}: {fault}")

    def fail(self, name, reason):
        self.reached.add(name)
        reasons = self.reasons.setdefault(name, [])
        if reason not in reasons:
            reasons.append(reason)

    @property
    def unreached(self):
        return [name for name in CHECKS if name not in self.reached]

    @property
    def ok(self):
        return not self.reasons and not self.unreached

    def as_text(self):
        lines = []
        for name in CHECKS:
            if name in self.reasons:
                lines += [f"FAIL {name}: {reason}" for reason in self.reasons[name]]
            else:
                lines.append(f"ok {name}" if name in self.reached else f"-- {name}: not reached")
        return "\n".join(lines)

    def as_json(self):
        return json.dumps({
            "ok": self.ok,
            "failed": [name for name in CHECKS if name in self.reasons],
            "unreached": self.unreached,
            "reasons": self.reasons,
        })
