#include "SLWUtf8.h"

// The length of a sequence by its first byte; 0 if no sequence begins with it.
static long Length(unsigned char first) {
    if (first < 0x80) return 1;
    return first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

// Whether the bytes of a sequence that are present, except the first one, are valid.
static _Bool AreContinued(const unsigned char *bytes, long count) {
    unsigned char low = bytes[0] == 0xE0 ? 0xA0 : bytes[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = bytes[0] == 0xED ? 0x9F : bytes[0] == 0xF4 ? 0x8F : 0xBF;
    if (count > 1 && (bytes[1] < low || bytes[1] > high)) return 0;
    for (long i = 2; i < count; i++) {
        if (bytes[i] < 0x80 || bytes[i] > 0xBF) return 0;
    }
    return 1;
}

_Bool SLWUtf8IsValid(const unsigned char *bytes, long count, _Bool moreFollow) {
    for (long i = 0; i < count;) {
        long length = Length(bytes[i]);
        _Bool isCut = length > count - i;
        if (length == 0 || (isCut && !moreFollow)) return 0;
        if (!AreContinued(bytes + i, isCut ? count - i : length)) return 0;
        i += length;
    }
    return 1;
}
