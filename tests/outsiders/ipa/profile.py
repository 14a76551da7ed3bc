"""embedded.mobileprovision, and whether it allows what the signature asks for."""
import datetime
import plistlib

from . import cms
from .entitlements import allowed

PATH = "embedded.mobileprovision"
TEAM_KEY = "com.apple.developer.team-identifier"


def check(content, info, signature, trust, report, where):
    profile = None
    with report.check("profile-intact", where) as fail:
        if content is None:
            raise ValueError(f"there is no {PATH}")
        signed = cms.Signed(content)
        if signed.rest:
            fail("bytes follow the profile")
        fault = cms.signature_fault(content)
        if fault:
            fail(fault)
        elif trust.root:
            fault = cms.chain_fault(content, None, trust.root)
            if fault:
                fail(f"its signer: {fault}")
        profile = plistlib.loads(signed.data["encap_content_info"]["content"].native, fmt=plistlib.FMT_XML)
    for name, body in (("profile-expired", expiry), ("profile-team", team), ("profile-certificate", certificate),
                       ("profile-app-id", application_identifier), ("profile-entitlements", entitlements), ("profile-kind", kind)):
        with report.check(name, where) as fail:
            if profile is None:
                raise ValueError("the profile cannot be read")
            body(profile, info, signature, trust, fail)


def expiry(profile, _info, _signature, trust, fail):
    created, expires = (profile[key].replace(tzinfo=datetime.timezone.utc) for key in ("CreationDate", "ExpirationDate"))
    if expires <= trust.now:
        fail(f"it expired at {expires}")
    if created > trust.now:
        fail(f"it is valid from {created} only")


def team(profile, _info, signature, _trust, fail):
    teams = profile["TeamIdentifier"]
    found = {
        "the CodeDirectory": signature.primary.team if signature.primary else None,
        "the certificate": signature.chain[0].team if signature.chain else None,
        "the entitlements": (signature.entitlements or {}).get(TEAM_KEY, teams[0]),
    }
    for where, value in found.items():
        if value not in teams:
            fail(f"the profile is for {', '.join(teams)}, {where} says {value}")


def certificate(profile, _info, signature, _trust, fail):
    if not signature.chain or signature.chain[0].der not in profile["DeveloperCertificates"]:
        fail("the signing certificate is not in the profile")


def application_identifier(profile, info, signature, _trust, fail):
    asked = (signature.entitlements or {}).get("application-identifier")
    granted = profile["Entitlements"]["application-identifier"]
    prefixes = profile["ApplicationIdentifierPrefix"]
    if asked not in [f"{prefix}.{info['CFBundleIdentifier']}" for prefix in prefixes]:
        fail(f"the application identifier {asked} is not a prefix of {prefixes} and {info['CFBundleIdentifier']}")
    if asked is None or not allowed(asked, granted):
        fail(f"the profile allows {granted}, the signature says {asked}")


def entitlements(profile, _info, signature, _trust, fail):
    for key, value in (signature.entitlements or {}).items():
        granted = profile["Entitlements"].get(key)
        if value is not False and (granted is None or not allowed(value, granted)):
            fail(f"{key} = {value}, the profile allows {granted}")
    if signature.entitlements is None:
        fail("there are no entitlements to compare")


def kind(profile, _info, signature, _trust, fail):
    debug = profile["Entitlements"].get("get-task-allow", False)
    asked = (signature.entitlements or {}).get("get-task-allow", False)
    if asked != debug:
        fail(f"get-task-allow is {asked}, in the profile {debug}")
    if profile.get("ProvisionsAllDevices") and "ProvisionedDevices" in profile:
        fail("it is for all devices and for some")
    if "iOS" not in profile.get("Platform", ["iOS"]):
        fail(f"it is for {profile['Platform']}")
    if signature.chain:
        expected = cms.DEVELOPMENT if debug else cms.DISTRIBUTION
        if not signature.chain[0].has_any(expected):
            fail(f"a certificate for {'distribution' if debug else 'development'} does not fit this profile")
