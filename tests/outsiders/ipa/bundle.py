"""The application and the bundles inside it."""
import plistlib
import re
import stat

from . import macho, profile, resources, signature

APPLICATION = re.compile(r"^(Payload/[^/]+\.app/)")
NESTED = re.compile(r"^((?:.*?/)?(?:Frameworks/[^/]+\.framework|PlugIns/[^/]+\.appex|Watch/[^/]+\.app)/)")


class Trust:
    def __init__(self, root, now):
        self.root, self.now = root, now


def check_application(files, trust, report):
    folder = None
    with report.check("structure") as fail:
        folders = {m.group(1) for m in map(APPLICATION.match, files.contents) if m}
        if len(folders) != 1:
            raise ValueError(f"Payload holds {len(folders)} applications")
        folder = folders.pop()
        for name in files.contents:
            if not name.startswith(folder) and not name.startswith(("Symbols/", "SwiftSupport/", "META-INF/", "iTunes")):
                fail(f"{name} does not belong into an .ipa")
    if folder is not None:
        check_bundle(files.under(folder), True, trust, report, "")


def check_bundle(files, is_application, trust, report, where):
    for folder in sorted({m.group(1) for m in map(NESTED.match, files.contents) if m}):
        check_bundle(files.under(folder), folder.endswith((".appex/", ".app/")), trust, report, where + folder)

    info, image = None, None
    with report.check("structure", where) as fail:
        info = plistlib.loads(files.contents["Info.plist"])
        check_info(info, files, is_application, fail)
    if info is None or info.get("CFBundleExecutable") not in files.contents:
        return
    executable = info["CFBundleExecutable"]
    with report.check("macho", where) as fail:
        image = macho.Image(files.contents[executable])
        macho.check(image, fail, is_application, info.get("MinimumOSVersion"))
        if len(image.signatures) != 1:
            image = None
    resources.check(files, executable, report, where)
    if image is None:
        return
    signed = signature.check(image, files.contents["Info.plist"], files.contents.get(resources.PATH),
                             info["CFBundleIdentifier"], is_application, trust, report, where)
    if is_application:
        profile.check(files.contents.get(profile.PATH), info, signed, trust, report, where)


def check_info(info, files, is_application, fail):
    for key in ("CFBundleIdentifier", "CFBundleExecutable", "CFBundleVersion", "CFBundlePackageType"):
        if not isinstance(info.get(key), str) or not info[key]:
            fail(f"Info.plist has no {key}")
    executable = info.get("CFBundleExecutable")
    if executable not in files.contents:
        fail(f"the executable {executable} is not in the bundle")
    elif is_application and files.modes[executable] is not None and not files.modes[executable] & stat.S_IXUSR:
        fail(f"the executable has the mode {files.modes[executable]:o}")
    if is_application and "iPhoneOS" not in info.get("CFBundleSupportedPlatforms", ["iPhoneOS"]):
        fail(f"it is for {info['CFBundleSupportedPlatforms']}")
    folded = {}
    for name in files.contents:
        other = folded.setdefault(name.casefold(), name)
        if other != name:
            fail(f"{other} and {name} differ only in case")
