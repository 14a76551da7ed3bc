"""The application and the bundles inside it."""
import plistlib
import re
import stat
import struct

from . import macho, profile, resources, signature

APPLICATION = re.compile(r"^(Payload/[^/]+\.app/)")
PROGRAMS = (".appex/", ".app/")
VERSION = re.compile(r"^(.*?[^0-9.])(\.?[0-9]+)?[0-9.]*$")


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
        files = files.under(folder)
        check_bundle(files, True, trust, report, "")
        seen = {plistlib.loads(files.contents["Info.plist"]).get("CFBundleExecutable")}
        for nested in sorted({name[:-len("Info.plist")] for name in files.contents if name.endswith("/Info.plist")}):
            executable = nested + (executable_of(files.under(nested), nested) or "")
            if nested.endswith(PROGRAMS) or is_code(files.contents.get(executable, b"")):
                check_bundle(files.under(nested), nested.endswith(PROGRAMS), trust, report, nested)
                seen.add(executable)
        for name in sorted(files.contents):
            if name not in seen and is_code(files.contents[name]):
                check_loose(name, files.contents[name], trust, report)


def is_code(content):
    """Does dyld of iOS load it? Only images for arm64 and iOS, however they are called."""
    if len(content) < 32 or struct.unpack_from("<2I", content) != (macho.MH_MAGIC_64, macho.CPU_TYPE_ARM64):
        return content[:4] == b"\xca\xfe\xba\xbe" and 0 < struct.unpack_from(">I", content, 4)[0] < 32
    kind = struct.unpack_from("<I", content, 12)[0]
    return kind in (macho.MH_EXECUTE, macho.MH_DYLIB, macho.MH_BUNDLE) and (macho.Image(content).build or (macho.PLATFORM_IOS,))[0] == macho.PLATFORM_IOS


def executable_of(files, folder):
    """The executable that Info.plist names, or the file that is called like the folder."""
    info = plistlib.loads(files.contents["Info.plist"])
    return info.get("CFBundleExecutable") or folder.rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]


def identifier_of(name):
    """What codesign calls code without an id (Apple's Security, diskrep.cpp, canonicalIdentifier)."""
    name = name.rsplit("/", 1)[-1]
    head, dot, tail = name.rpartition(".")
    if dot and head and not tail.isdigit():
        name = head
    found = VERSION.match(name)
    return found.group(1) + (found.group(2) or "") if found else name


def check_loose(name, content, trust, report):
    image = None
    with report.check("macho", name) as fail:
        image = macho.Image(content)
        macho.check(image, fail, False)
        if len(image.signatures) != 1:
            image = None
    if image is not None:
        signature.check(image, None, None, identifier_of(name), False, trust, report, name)


def check_bundle(files, is_application, trust, report, where):
    info, image = None, None
    with report.check("structure", where) as fail:
        info = plistlib.loads(files.contents["Info.plist"])
        check_info(info, executable_of(files, where), files, is_application, fail)
    executable = executable_of(files, where) if info is not None else None
    if executable not in files.contents:
        return
    with report.check("macho", where) as fail:
        image = macho.Image(files.contents[executable])
        macho.check(image, fail, is_application, info.get("MinimumOSVersion"))
        if len(image.signatures) != 1:
            image = None
    resources.check(files, executable, report, where)
    if image is None:
        return
    signed = signature.check(image, files.contents["Info.plist"], files.contents.get(resources.PATH),
                             info.get("CFBundleIdentifier") or identifier_of(executable), is_application, trust, report, where)
    if is_application:
        profile.check(files.contents.get(profile.PATH), info, signed, trust, report, where)


def check_info(info, executable, files, is_application, fail):
    for key in ("CFBundleIdentifier", "CFBundleExecutable", "CFBundleVersion", "CFBundlePackageType"):
        if is_application and (not isinstance(info.get(key), str) or not info[key]):
            fail(f"Info.plist has no {key}")
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
