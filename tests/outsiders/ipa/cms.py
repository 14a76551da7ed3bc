"""CMS and certificates: openssl verifies, asn1crypto reads."""
import os
import subprocess
import tempfile

from asn1crypto import cms, core, pem, x509

WWDR = "1.2.840.113635.100.6.2.1"
DEVELOPMENT = {"1.2.840.113635.100.6.1.2", "1.2.840.113635.100.6.1.12"}
DISTRIBUTION = {"1.2.840.113635.100.6.1.4", "1.2.840.113635.100.6.1.7"}
CDHASHES_PLIST, CDHASHES_TYPED = "1.2.840.113635.100.9.1", "1.2.840.113635.100.9.2"


class Certificate:
    def __init__(self, parsed):
        self.parsed = parsed
        self.der = parsed.dump()
        subject = parsed.subject.native
        self.common_name = subject.get("common_name")
        self.team = subject.get("organizational_unit_name")
        validity = parsed["tbs_certificate"]["validity"]
        self.not_before, self.not_after = validity["not_before"].native, validity["not_after"].native

    def extension(self, oid):
        """The value of an extension as bytes, or None."""
        for extension in self.parsed["tbs_certificate"]["extensions"]:
            if extension["extn_id"].dotted == oid:
                return extension["extn_value"].contents
        return None

    def has_any(self, oids):
        return any(self.extension(oid) is not None for oid in oids)

    @property
    def self_issued(self):
        return self.parsed.subject == self.parsed.issuer

    @property
    def pem(self):
        return pem.armor("CERTIFICATE", self.der)


class Signed:
    """One SignedData with exactly one signer."""

    def __init__(self, der):
        self.der = der
        content, self.rest = take(der)
        info = cms.ContentInfo.load(content, strict=True)
        if info["content_type"].native != "signed_data":
            raise ValueError("it is not SignedData")
        self.data = info["content"]
        if len(self.data["signer_infos"]) != 1:
            raise ValueError(f"{len(self.data['signer_infos'])} signers")
        self.signer = self.data["signer_infos"][0]
        self.certificates = [Certificate(c.chosen) for c in self.data["certificates"]] if self.data["certificates"] else []

    @property
    def chain(self):
        """The signer's certificate first, then each issuer, as far as the CMS holds them."""
        sid = self.signer["sid"].chosen
        leaf = next((c for c in self.certificates if c.parsed.issuer == sid["issuer"]
                     and c.parsed.serial_number == sid["serial_number"].native), None)
        if leaf is None:
            raise ValueError("the signer's certificate is not in the CMS")
        chain = [leaf]
        while not chain[-1].self_issued and len(chain) < 8:
            issuer = next((c for c in self.certificates if c.parsed.subject == chain[-1].parsed.issuer), None)
            if issuer is None:
                break
            chain.append(issuer)
        return chain

    def attribute(self, oid):
        """The values of a signed attribute as DER, or None."""
        for attribute in self.signer["signed_attrs"]:
            if attribute["type"].dotted == oid:
                return [value.dump() for value in attribute["values"]]
        return None


def take(data):
    """Splits off one DER element; what follows must be padding."""
    value = core.Any.load(data)
    element = value.dump()
    return element, data[len(element):]


def signature_fault(der, content=None):
    """What openssl says of the signature alone (no chain), or None when it holds. content is for a detached one."""
    return openssl(der, content, ["-noverify"])


def chain_fault(der, content, root):
    """What openssl says of signature and chain up to the given PEM file. Times are checked apart from this.

    Apple marks its own extensions critical, which openssl does not know: -ignore_critical.
    """
    return openssl(der, content, ["-CAfile", root, "-no-CApath", "-no-CAstore", "-purpose", "any", "-ignore_critical", "-no_check_time"])


def openssl(der, content, options):
    with tempfile.TemporaryDirectory() as folder:
        signature, body = os.path.join(folder, "cms.der"), os.path.join(folder, "content")
        with open(signature, "wb") as stream:
            stream.write(der)
        command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", signature, "-out", os.devnull, *options]
        if content is not None:
            with open(body, "wb") as stream:
                stream.write(content)
            command += ["-content", body]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return None
    lines = [line for line in run.stderr.splitlines() if ":error:" in line or "error" in line.lower()]
    return (lines or ["openssl refuses it"])[-1].split(":", 1)[-1].strip()


def with_root(chain, root, use):
    """Calls use(path of the trusted PEM): the given one, or else the self-signed end of the chain."""
    if root:
        return use(root)
    if not chain[-1].self_issued:
        return "the CMS holds no root and none was given"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "root.pem")
        with open(path, "wb") as stream:
            stream.write(chain[-1].pem)
        return use(path)


def check_leaf(chain, fail):
    """What Apple's code-signing certificates carry."""
    leaf = chain[0]
    if not leaf.has_any(DEVELOPMENT | DISTRIBUTION):
        fail("the certificate has none of Apple's code-signing extensions")
    usage = leaf.parsed.key_usage_value
    if usage is None or "digital_signature" not in usage.native:
        fail("the certificate is not for digital signatures")
    extended = leaf.parsed.extended_key_usage_value
    if extended is None or "code_signing" not in extended.native:
        fail("the certificate is not for code signing")
    if leaf.parsed.ca:
        fail("the certificate is an authority's")
    if len(chain) < 2 or chain[1].extension(WWDR) is None:
        fail("the issuer is not a Worldwide Developer Relations authority")
