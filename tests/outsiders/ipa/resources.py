"""_CodeSignature/CodeResources: files (SHA-1), files2 (SHA-256) and the rules that choose them."""
import hashlib
import plistlib
import re

PATH = "_CodeSignature/CodeResources"
# The rules of a bundle without a Resources folder (Apple's Security, bundlediskrep.cpp, defaultResourceRules).
RULES = {
    "^.*": True,
    "^.*\\.lproj/": {"optional": True, "weight": 1000.0},
    "^.*\\.lproj/locversion.plist$": {"omit": True, "weight": 1100.0},
    "^Base\\.lproj/": {"weight": 1010.0},
    "^version.plist$": True,
}
RULES2 = {
    "^.*": True,
    ".*\\.dSYM($|/)": {"weight": 11.0},
    "^(.*/)?\\.DS_Store$": {"omit": True, "weight": 2000.0},
    "^.*\\.lproj/": {"optional": True, "weight": 1000.0},
    "^.*\\.lproj/locversion.plist$": {"omit": True, "weight": 1100.0},
    "^Base\\.lproj/": {"weight": 1010.0},
    "^Info\\.plist$": {"omit": True, "weight": 20.0},
    "^PkgInfo$": {"omit": True, "weight": 20.0},
    "^embedded\\.provisionprofile$": {"weight": 20.0},
    "^version\\.plist$": {"weight": 20.0},
}


class Rules:
    def __init__(self, table):
        self.rules = []
        for pattern, rule in table.items():
            rule = rule if isinstance(rule, dict) else {}
            self.rules.append((rule.get("weight", 1), re.compile(pattern), rule))

    def verdict(self, path):
        """(sealed, optional) for a path: the matching rule of the highest weight decides."""
        matching = [(weight, rule) for weight, pattern, rule in self.rules if pattern.search(path)]
        if not matching:
            return False, False
        rule = max(matching, key=lambda pair: pair[0])[1]
        return not rule.get("omit", False), rule.get("optional", False)


def check(files, executable, report, where):
    """Compares the seal with the files of the bundle, both ways."""
    seal = None
    with report.check("resources-slot", where) as fail:
        seal = plistlib.loads(files.contents[PATH], fmt=plistlib.FMT_XML)
        if seal.keys() != {"files", "files2", "rules", "rules2"}:
            fail(f"CodeResources has the keys {sorted(seal)}")
        for name, expected in (("rules", RULES), ("rules2", RULES2)):
            if seal[name] != expected:
                fail(f"{name} are not the default ones")
    for name in ("resources-missing", "resources-extra", "resources-changed"):
        with report.check(name, where):
            if seal is None:
                raise ValueError("CodeResources cannot be read")
    if seal is None:
        return
    present = {n: b for n, b in files.contents.items() if n != executable and not n.startswith("_CodeSignature/")}
    with report.check("resources-extra", where) as fail:
        for name in files.contents:
            if name.startswith("_CodeSignature/") and name != PATH:
                fail(f"{name} lies beside the seal")
    compare(seal["files"], Rules(RULES), present, 1, report, where)
    compare(seal["files2"], Rules(RULES2), present, 2, report, where)


def compare(listed, rules, present, version, report, where):
    name = "files" if version == 1 else "files2"
    with report.check("resources-missing", where) as fail:
        for path, entry in listed.items():
            if path not in present and not (isinstance(entry, dict) and entry.get("optional")):
                fail(f"{path} is in {name} but not in the bundle")
    with report.check("resources-extra", where) as fail:
        for path in present:
            if path not in listed and rules.verdict(path)[0]:
                fail(f"{path} is in the bundle but not in {name}")
        for path in listed:
            if not rules.verdict(path)[0]:
                fail(f"{path} is in {name} although a rule leaves it out")
    with report.check("resources-changed", where) as fail:
        for path, entry in listed.items():
            optional = isinstance(entry, dict) and entry.get("optional", False)
            if optional != rules.verdict(path)[1]:
                fail(f"{path}: 'optional' in {name} does not follow from the rules")
            if path in present and not unchanged(entry, present[path], version):
                fail(f"{path} is not what {name} says")


def unchanged(entry, content, version):
    sha1, sha256 = hashlib.sha1(content).digest(), hashlib.sha256(content).digest()
    if version == 1:
        return (entry["hash"] if isinstance(entry, dict) else entry) == sha1
    return entry["hash2"] == sha256 and entry.get("hash", sha1) == sha1
