"""The embedded signature of one executable: pages, slots, CodeDirectory and CMS."""
import plistlib

from asn1crypto import core

from . import cms, entitlements, macho, requirements, superblob
from .superblob import SLOT_CMS, SLOT_DER_ENTITLEMENTS, SLOT_ENTITLEMENTS, SLOT_REQUIREMENTS

ADHOC, LINKER_SIGNED = 0x2, 0x20000
MAIN_BINARY, ALLOW_UNSIGNED = 0x1, 0x10
DIGEST_OIDS = {1: "1.3.14.3.2.26", 2: "2.16.840.1.101.3.4.2.1", 3: "2.16.840.1.101.3.4.2.1", 4: "2.16.840.1.101.3.4.2.2"}


class Signature:
    """What the other checks need of a verified signature."""

    def __init__(self):
        self.directories, self.entitlements, self.chain = [], None, []

    @property
    def primary(self):
        return self.directories[0] if self.directories else None


def check(image, info_plist, resources, identifier, is_main, trust, report, where):
    """Checks everything that lies inside the executable; info_plist and resources are the bytes that its slots seal."""
    result, blobs = Signature(), None
    with report.check("code-directory", where) as fail:
        blobs = superblob.parse(image.signature)
        result.directories = superblob.code_directories(blobs)
        if not result.directories:
            fail("there is no CodeDirectory")
        if len({d.hash_type for d in result.directories}) != len(result.directories):
            fail("two CodeDirectories have the same hash")
        if all(d.hash_type != 2 for d in result.directories):
            fail("no CodeDirectory has SHA-256")
    if not result.directories:
        return result
    check_cms(blobs, result, trust, report, where)
    check_entitlements(blobs, result, is_main, report, where)
    for directory in result.directories:
        with report.check("code-directory", where) as fail:
            check_directory(directory, image, identifier, is_main, result, fail)
        with report.check("pages", where) as fail:
            check_pages(directory, image, fail)
        check_slots(directory, blobs, info_plist, resources, report, where)
    with report.check("requirements-slot", where) as fail:
        evaluation = requirements.Evaluation(
            requirements.designated(blobs[SLOT_REQUIREMENTS]), result.primary.identifier, result.chain)
        if not evaluation.holds():
            fail("the designated requirement does not hold for this code and its certificates")
        if evaluation.named != result.primary.identifier:
            fail(f"the designated requirement names {evaluation.named}")
    return result


def check_directory(directory, image, identifier, is_main, result, fail):
    text = image.segment("__TEXT")
    allows_debugging = (result.entitlements or {}).get("get-task-allow") is True
    expected_flags = MAIN_BINARY | (ALLOW_UNSIGNED if allows_debugging else 0) if image.kind == macho.MH_EXECUTE else 0
    pages = -(-directory.code_limit // (1 << directory.page_shift))
    facts = [
        ("version", hex(directory.version), {"0x20400", "0x20500"}),
        ("page size (log2)", directory.page_shift, {12, 14}),
        ("code limit", directory.code_limit, {image.signatures[0][0]}),
        ("number of pages", directory.code_count, {pages}),
        ("scatter offset", directory.scatter, {0}),
        ("identifier", directory.identifier, {identifier}),
        ("team", directory.team, {result.chain[0].team} if result.chain else {directory.team}),
        ("platform", directory.platform, {0}),
        ("execSegBase", directory.exec_base, {text.fileoff}),
        ("execSegLimit", directory.exec_limit, {text.filesize}),
        ("execSegFlags", directory.exec_flags, {expected_flags}),
    ]
    for name, found, expected in facts:
        if found not in expected:
            fail(f"{name} is {found}, expected {' or '.join(map(str, sorted(expected, key=str)))}")
    if directory.flags & (ADHOC | LINKER_SIGNED):
        fail(f"the flags {directory.flags:#x} say ad-hoc or signed by the linker")
    if directory.team != result.primary.team or directory.identifier != result.primary.identifier:
        fail("the CodeDirectories name different code")


def check_pages(directory, image, fail):
    size = 1 << directory.page_shift
    for index in range(directory.code_count):
        page = image.data[index * size:min((index + 1) * size, directory.code_limit)]
        if directory.digest(page) != directory.slot(index):
            fail(f"page {index} (offset {index * size:#x}) is changed")


def check_slots(directory, blobs, info_plist, resources, report, where):
    sealed = [
        ("info-plist-slot", -1, info_plist),
        ("requirements-slot", -2, blobs.get(SLOT_REQUIREMENTS)),
        ("resources-slot", -3, resources),
        ("entitlements-slot", -5, blobs.get(SLOT_ENTITLEMENTS)),
        ("der-entitlements-slot", -7, blobs.get(SLOT_DER_ENTITLEMENTS)),
    ]
    for name, slot, content in sealed:
        with report.check(name, where) as fail:
            expected = directory.digest(content) if content is not None else bytes(directory.hash_size)
            if (directory.slot(slot) or bytes(directory.hash_size)) != expected:
                fail(f"slot {slot} is not the hash of what it seals")
    with report.check("code-directory", where) as fail:
        for slot in range(-directory.special_count, 0):
            if slot not in (-1, -2, -3, -5, -7) and any(directory.slot(slot)):
                fail(f"slot {slot} is not zero")


def check_entitlements(blobs, result, is_main, report, where):
    der = None
    with report.check("entitlements-slot", where) as fail:
        if SLOT_ENTITLEMENTS in blobs:
            result.entitlements = entitlements.from_xml(blobs[SLOT_ENTITLEMENTS])
        elif is_main:
            fail("there are no entitlements")
    with report.check("der-entitlements-slot", where) as fail:
        if SLOT_DER_ENTITLEMENTS in blobs:
            der = entitlements.from_der(blobs[SLOT_DER_ENTITLEMENTS])
        elif is_main:
            fail("there are no DER entitlements")
    with report.check("entitlements-match", where) as fail:
        if not entitlements.same(result.entitlements, der):
            fail(f"the XML says {result.entitlements}, the DER {der}")


def check_cms(blobs, result, trust, report, where):
    signed = None
    content = result.primary.blob
    with report.check("cms", where) as fail:
        signed = cms.Signed(blobs[SLOT_CMS][8:])
        if any(signed.rest):
            fail("bytes follow the CMS")
        fault = cms.signature_fault(signed.der, content)
        if fault:
            fail(fault)
        if signed.signer["digest_algorithm"]["algorithm"].native != "sha256":
            fail("the digest is not SHA-256")
        if signed.data["encap_content_info"]["content"].native is not None:
            fail("the CMS is not detached")
        for name in ("content_type", "message_digest", "signing_time"):
            if all(a["type"].native != name for a in signed.signer["signed_attrs"]):
                fail(f"the signed attribute {name} is missing")
    with report.check("cms-cd-hashes", where) as fail:
        if signed is None:
            raise ValueError("the CMS cannot be read")
        check_cd_hashes(signed, result.directories, fail)
    with report.check("chain", where) as fail:
        if signed is None:
            raise ValueError("the CMS cannot be read")
        result.chain = signed.chain
        cms.check_leaf(signed.chain, fail)
        fault = cms.with_root(signed.chain, trust.root, lambda root: cms.chain_fault(signed.der, content, root))
        # A bad signature is not a bad chain: openssl looks at both.
        if fault and not cms.signature_fault(signed.der, content):
            fail(fault)
    with report.check("certificate-expired", where) as fail:
        for certificate in result.chain:
            if not certificate.not_before <= trust.now <= certificate.not_after:
                fail(f"{certificate.common_name} is valid from {certificate.not_before} to {certificate.not_after}")


def check_cd_hashes(signed, directories, fail):
    """Both of Apple's attributes must list every CodeDirectory (Apple's Security, StaticCode.cpp: hash agility)."""
    untyped, typed = signed.attribute(cms.CDHASHES_PLIST), signed.attribute(cms.CDHASHES_TYPED)
    if not untyped or len(untyped) != 1:
        fail(f"attribute {cms.CDHASHES_PLIST} is not there once")
    else:
        listed = plistlib.loads(core.OctetString.load(untyped[0], strict=True).native)["cdhashes"]
        if listed != [d.full_hash[:20] for d in directories]:
            fail("the list of cdhashes does not name these CodeDirectories")
    if not typed:
        fail(f"attribute {cms.CDHASHES_TYPED} is missing")
    else:
        pairs = [core.SequenceOf.load(value, spec=core.Any) for value in typed]
        listed = sorted((core.ObjectIdentifier.load(p[0].dump()).dotted, core.OctetString.load(p[1].dump()).native) for p in pairs)
        if listed != sorted((DIGEST_OIDS[d.hash_type], d.full_hash) for d in directories):
            fail("the typed hashes do not name these CodeDirectories")
