#include "SLWRange.h"

static const long long Most = 0x7FFFFFFFFFFFFFFF;

static _Bool IsSpace(char c) {
    return c == ' ' || c == '\t';
}

static const char *SkipSpace(const char *text) {
    while (IsSpace(*text)) text++;
    return text;
}

// Reads digits; the value is -1 if there are none, and stops at the largest value.
static const char *ReadNumber(const char *text, long long *value) {
    *value = -1;
    for (; *text >= '0' && *text <= '9'; text++) {
        int digit = *text - '0';
        long long before = *value < 0 ? 0 : *value;
        *value = before > (Most - digit) / 10 ? Most : before * 10 + digit;
    }
    return text;
}

static const char *SkipUnit(const char *text) {
    for (const char *unit = "bytes="; *unit; unit++, text++) {
        char c = *text >= 'A' && *text <= 'Z' ? (char)(*text + 'a' - 'A') : *text;
        if (c != *unit) return 0;
    }
    return text;
}

static SLWRange Suffix(long long count, long long fileLength) {
    if (count == 0 || fileLength == 0) return (SLWRange){SLWRangeUnsatisfiable, 0, 0};
    return (SLWRange){SLWRangeSatisfiable, count < fileLength ? fileLength - count : 0, fileLength - 1};
}

SLWRange SLWRangeParse(const char *header, long long fileLength) {
    const SLWRange none = {SLWRangeNone, 0, 0};
    const char *text = header ? SkipUnit(header) : 0;
    if (!text) return none;
    long long first, last;
    text = SkipSpace(ReadNumber(SkipSpace(text), &first));
    if (*text != '-') return none;
    text = SkipSpace(ReadNumber(SkipSpace(text + 1), &last));
    if (*text || (first < 0 && last < 0)) return none;
    if (first < 0) return Suffix(last, fileLength);
    if (last < 0) last = Most;
    if (last < first) return none;
    if (first >= fileLength) return (SLWRange){SLWRangeUnsatisfiable, 0, 0};
    return (SLWRange){SLWRangeSatisfiable, first, last < fileLength ? last : fileLength - 1};
}

char *SLWNumber(unsigned long long value, char *text) {
    char digits[SLWNumberRoom];
    int count = 0;
    do digits[count++] = (char)('0' + value % 10);
    while (value /= 10);
    while (count > 0) *text++ = digits[--count];
    *text = 0;
    return text;
}

void SLWContentRange(long long first, long long last, long long fileLength, char *text) {
    for (const char *unit = "bytes "; *unit; unit++) *text++ = *unit;
    if (first < 0) {
        *text++ = '*';
    } else {
        text = SLWNumber((unsigned long long)first, text);
        *text++ = '-';
        text = SLWNumber((unsigned long long)last, text);
    }
    *text++ = '/';
    SLWNumber((unsigned long long)fileLength, text);
}
