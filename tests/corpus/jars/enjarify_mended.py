"""Runs enjarify 1.0.3 with three of its faults mended, so that what differs after a round trip is our compiler's doing.

It forgets the sign of const-wide/32 ("Dalvik bytecode": the literal is sign-extended) and of short encoded values ("Dalvik
executable format": VALUE_INT and VALUE_LONG are sign-extended), and its table of short code for float and double constants
has wrong keys: 4503599627370496.0 comes out as 1.0. Only the special values of that table are right.
"""
from enjarify import dalvikformats, main, parsedex, util
from enjarify.jvm.constants import genlookup, lookup

read_31i = dalvikformats._FUNC['31i']
read_value = parsedex.encodedValue
WIDTHS = {0x04: 32, 0x06: 64}


def signed_31i(*words):
    register, literal = read_31i(*words)
    return [register, util.s32(literal)]


def signed_value(dex, stream):
    tag = stream.data[stream.pos]
    value = read_value(dex, stream)
    if tag & 31 not in WIDTHS:
        return value
    kind, bits = value
    return kind, util.signExtend(bits, ((tag >> 5) + 1) * 8) % (1 << WIDTHS[tag & 31])


def keep(table, special):
    for key in set(table) - special:
        del table[key]


keep(lookup.FLOATS, {0, genlookup.FLOAT_SIGN, genlookup.FLOAT_NAN, genlookup.FLOAT_INF, genlookup.FLOAT_NINF})
keep(lookup.DOUBLES, {0, genlookup.DOUBLE_SIGN, genlookup.DOUBLE_NAN, genlookup.DOUBLE_INF, genlookup.DOUBLE_NINF})
dalvikformats._FUNC['31i'] = signed_31i
parsedex.encodedValue = signed_value
main.main()
