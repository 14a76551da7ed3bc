"""Requirement blobs and their evaluation (Apple's Security, libsecurity_codesigning/lib/requirement.h: opcodes and match kinds)."""
import struct

DESIGNATED = 3
REQUIREMENT = 0xFADE0C00
FALSE, TRUE, IDENTIFIER, APPLE_ANCHOR, ANCHOR_HASH, INFO_KEY_VALUE, AND, OR, CDHASH, NOT, INFO_KEY_FIELD, CERT_FIELD, \
    TRUSTED_CERT, TRUSTED_CERTS, CERT_GENERIC, APPLE_GENERIC_ANCHOR = range(16)
MATCH_EXISTS, MATCH_EQUAL = 0, 1


def designated(blob):
    """The expression of the designated requirement in a requirement set."""
    count = struct.unpack_from(">I", blob, 8)[0]
    for index in range(count):
        kind, offset = struct.unpack_from(">2I", blob, 12 + 8 * index)
        if kind == DESIGNATED:
            magic, length, form = struct.unpack_from(">3I", blob, offset)
            if magic != REQUIREMENT or form != 1 or offset + length > len(blob):
                raise ValueError("the designated requirement is malformed")
            return blob[offset + 12:offset + length]
    raise ValueError("there is no designated requirement")


class Evaluation:
    """Evaluates an expression. 'apple generic' anchors are taken as true here: whether the chain ends in a trusted root is a check of its own."""

    def __init__(self, code, identifier, chain):
        self.code, self.at, self.identifier, self.chain = code, 0, identifier, chain
        self.named = None

    def holds(self):
        result = self._expression()
        if self.at != len(self.code):
            raise ValueError("bytes follow the requirement")
        return result

    def _number(self):
        self.at += 4
        return struct.unpack_from(">I", self.code, self.at - 4)[0]

    def _data(self):
        length = self._number()
        start = self.at
        self.at += (length + 3) & ~3
        if self.at > len(self.code) or any(self.code[start + length:self.at]):
            raise ValueError("a string of the requirement is cut off or not padded with zeros")
        return self.code[start:start + length]

    def _expression(self):
        operation = self._number()
        if operation in (FALSE, TRUE):
            return operation == TRUE
        if operation == IDENTIFIER:
            self.named = self._data().decode()
            return self.named == self.identifier
        if operation in (AND, OR):
            left, right = self._expression(), self._expression()
            return (left and right) if operation == AND else (left or right)
        if operation == NOT:
            return not self._expression()
        if operation == APPLE_GENERIC_ANCHOR:
            return True
        if operation in (CERT_FIELD, CERT_GENERIC):
            return self._certificate(operation)
        raise ValueError(f"operation {operation} is not expected here")

    def _certificate(self, operation):
        slot = struct.unpack(">i", struct.pack(">I", self._number()))[0]
        name, match = self._data(), self._number()
        expected = self._data() if match != MATCH_EXISTS else None
        certificate = self.chain[slot] if -len(self.chain) <= slot < len(self.chain) else None
        if certificate is None:
            return False
        if operation == CERT_GENERIC:
            value = certificate.extension(oid_text(name))
        else:
            value = {b"subject.CN": certificate.common_name, b"subject.OU": certificate.team}.get(name)
        if match == MATCH_EXISTS:
            return value is not None
        if match == MATCH_EQUAL:
            return value is not None and value.encode() == expected
        raise ValueError(f"match {match} is not expected here")


def oid_text(data):
    """The dotted form of the content of an OBJECT IDENTIFIER (X.690, 8.19)."""
    arcs, value = [], 0
    for byte in data:
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            arcs.append(value)
            value = 0
    first = min(arcs[0] // 40, 2)
    return ".".join(map(str, [first, arcs[0] - 40 * first, *arcs[1:]]))
