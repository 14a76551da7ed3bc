"""The embedded signature: SuperBlob and CodeDirectory (xnu osfmk/kern/cs_blobs.h). All numbers are big-endian."""
import hashlib
import struct

EMBEDDED_SIGNATURE, CODE_DIRECTORY, REQUIREMENTS, CMS_WRAPPER = 0xFADE0CC0, 0xFADE0C02, 0xFADE0C01, 0xFADE0B01
XML_ENTITLEMENTS, DER_ENTITLEMENTS = 0xFADE7171, 0xFADE7172
SLOT_CODE_DIRECTORY, SLOT_REQUIREMENTS, SLOT_ENTITLEMENTS, SLOT_DER_ENTITLEMENTS = 0, 2, 5, 7
SLOT_ALTERNATES, SLOT_CMS = range(0x1000, 0x1005), 0x10000
MAGICS = {SLOT_CODE_DIRECTORY: CODE_DIRECTORY, SLOT_REQUIREMENTS: REQUIREMENTS, SLOT_ENTITLEMENTS: XML_ENTITLEMENTS,
          SLOT_DER_ENTITLEMENTS: DER_ENTITLEMENTS, SLOT_CMS: CMS_WRAPPER, **{s: CODE_DIRECTORY for s in SLOT_ALTERNATES}}
# hashType -> (constructor, length of a slot)
HASHES = {1: (hashlib.sha1, 20), 2: (hashlib.sha256, 32), 3: (hashlib.sha256, 20), 4: (hashlib.sha384, 48)}


def parse(data):
    """The blobs by slot type; every blob keeps its 8-byte header."""
    magic, length, count = struct.unpack_from(">3I", data)
    if magic != EMBEDDED_SIGNATURE:
        raise ValueError(f"the signature starts with {magic:#x}")
    if length > len(data) or 12 + 8 * count > length:
        raise ValueError(f"the signature says {length} bytes and {count} blobs; there are {len(data)} bytes")
    if any(data[length:]):
        raise ValueError("the padding after the signature is not zero")
    blobs, spans = {}, [(0, 12 + 8 * count)]
    for index in range(count):
        slot, offset = struct.unpack_from(">2I", data, 12 + 8 * index)
        blob_magic, blob_length = struct.unpack_from(">2I", data, offset)
        if slot in blobs or blob_length < 8 or offset + blob_length > length:
            raise ValueError(f"the blob of slot {slot:#x} is there twice or has a bad size")
        if MAGICS.get(slot, blob_magic) != blob_magic:
            raise ValueError(f"the blob of slot {slot:#x} has the magic {blob_magic:#x}")
        blobs[slot] = data[offset:offset + blob_length]
        spans.append((offset, offset + blob_length))
    spans.sort()
    if any(end > start for (_, end), (start, _) in zip(spans, spans[1:])):
        raise ValueError("blobs overlap")
    return blobs


class CodeDirectory:
    def __init__(self, blob):
        self.blob = blob
        (_, length, self.version, self.flags, self.hash_offset, identifier, self.special_count, self.code_count,
         limit, self.hash_size, self.hash_type, self.platform, self.page_shift, _) = struct.unpack_from(">9I4BI", blob)
        if length != len(blob):
            raise ValueError("the CodeDirectory is not as long as it says")
        if self.hash_type not in HASHES or HASHES[self.hash_type][1] != self.hash_size:
            raise ValueError(f"hash type {self.hash_type} with {self.hash_size} bytes")
        self.scatter = struct.unpack_from(">I", blob, 44)[0] if self.version >= 0x20100 else 0
        team = struct.unpack_from(">I", blob, 48)[0] if self.version >= 0x20200 else 0
        limit64 = struct.unpack_from(">Q", blob, 56)[0] if self.version >= 0x20300 else 0
        self.exec_base, self.exec_limit, self.exec_flags = (
            struct.unpack_from(">3Q", blob, 64) if self.version >= 0x20400 else (0, 0, 0))
        self.code_limit = limit64 or limit
        self.identifier = self._text(identifier)
        self.team = self._text(team) if team else None
        first, end = self.hash_offset - self.special_count * self.hash_size, self.hash_offset + self.code_count * self.hash_size
        if first < 44 or end > length:
            raise ValueError("the hashes lie outside the CodeDirectory")

    def _text(self, offset):
        end = self.blob.index(b"\0", offset)
        return self.blob[offset:end].decode()

    def digest(self, data):
        return HASHES[self.hash_type][0](data).digest()[:self.hash_size]

    def slot(self, index):
        """The hash of a code page (0 and up) or of a special slot (-1 and down); None when there is no such slot."""
        if not -self.special_count <= index < self.code_count:
            return None
        at = self.hash_offset + index * self.hash_size
        return self.blob[at:at + self.hash_size]

    @property
    def full_hash(self):
        return HASHES[self.hash_type][0](self.blob).digest()


def code_directories(blobs):
    """The primary CodeDirectory, then the alternates in the order of their slots."""
    return [CodeDirectory(blobs[slot]) for slot in (SLOT_CODE_DIRECTORY, *SLOT_ALTERNATES) if slot in blobs]
