"""Entitlements in their two encodings.

The DER form was read off public descriptions (apple-platform-rs, apple-codesign/src/plist_der.rs):
[APPLICATION 16] { INTEGER 1, [CONTEXT 16] { SEQUENCE { UTF8String key, value }, sorted by the bytes of the key } }.
"""
import plistlib

APPLICATION_16, CONTEXT_16 = 0x70, 0xB0
BOOLEAN, INTEGER, UTF8_STRING, SEQUENCE = 0x01, 0x02, 0x0C, 0x30


def from_xml(blob):
    value = plistlib.loads(blob[8:], fmt=plistlib.FMT_XML)
    if not isinstance(value, dict):
        raise ValueError("the entitlements are not a dictionary")
    return value


def from_der(blob):
    tag, body, rest = element(blob[8:])
    if tag != APPLICATION_16 or rest:
        raise ValueError(f"the DER entitlements start with tag {tag:#x}")
    tag, version, body = element(body)
    if (tag, version) != (INTEGER, b"\x01"):
        raise ValueError("the DER entitlements have another version")
    tag, entries, rest = element(body)
    if tag != CONTEXT_16 or rest:
        raise ValueError(f"the DER entitlements hold tag {tag:#x}")
    return dictionary(entries)


def element(data):
    """One DER element: (tag, content, what follows). Lengths must be minimal."""
    tag, length, at = data[0], data[1], 2
    if tag & 0x1F == 0x1F:
        raise ValueError("tags of more than one byte do not occur")
    if length & 0x80:
        count = length & 0x7F
        length, at = int.from_bytes(data[2:2 + count], "big"), 2 + count
        if count == 0 or length < 0x80 or length.bit_length() <= 8 * (count - 1):
            raise ValueError("a length is not minimal")
    if at + length > len(data):
        raise ValueError("an element is cut off")
    return tag, data[at:at + length], data[at + length:]


def dictionary(data):
    result, last = {}, None
    while data:
        tag, pair, data = element(data)
        key_tag, key, rest = element(pair)
        value_tag, value, rest = element(rest)
        if tag != SEQUENCE or key_tag != UTF8_STRING or rest:
            raise ValueError("an entry is not a key and a value")
        if last is not None and key <= last:
            raise ValueError(f"the key {key!r} is out of order")
        result[key.decode()], last = plain(value_tag, value), key
    return result


def plain(tag, content):
    if tag == BOOLEAN and content in (b"\0", b"\xff"):
        return content == b"\xff"
    if tag == INTEGER:
        return int.from_bytes(content, "big", signed=True)
    if tag == UTF8_STRING:
        return content.decode()
    if tag == CONTEXT_16:
        return dictionary(content)
    if tag == SEQUENCE:
        items = []
        while content:
            item_tag, item, content = element(content)
            items.append(plain(item_tag, item))
        return items
    raise ValueError(f"tag {tag:#x} does not occur in entitlements")


def same(left, right):
    """Equality that tells True from 1."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[k], right[k]) for k in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


def allowed(asked, granted):
    """Whether a profile's value grants a value; strings and lists may end in the wildcard '*'."""
    if isinstance(granted, list):
        wanted = asked if isinstance(asked, list) else [asked]
        return all(any(allowed(one, other) for other in granted) for one in wanted)
    if isinstance(granted, str) and isinstance(asked, str) and granted.endswith("*"):
        return asked.startswith(granted[:-1])
    if isinstance(granted, str) and granted == "*":
        return True
    return same(asked, granted) or asked is False
