#include "SLWOrigin.h"

_Bool SLWTextStartsWith(const char *text, const char *start) {
    if (!text) return 0;
    while (*start && *text == *start) text++, start++;
    return !*start;
}

_Bool SLWTextEquals(const char *text, const char *other) {
    if (!text || !other) return 0;
    while (*text && *text == *other) text++, other++;
    return *text == *other;
}

static unsigned long Length(const char *text) {
    unsigned long length = 0;
    while (text[length]) length++;
    return length;
}

_Bool SLWOriginOwns(const char *origin, const char *address) {
    if (!SLWTextStartsWith(address, origin)) return 0;
    char next = address[Length(origin)];
    return next == 0 || next == '/' || next == '?' || next == '#';
}

const char *SLWOriginPath(const char *origin, const char *address, unsigned long *length) {
    const char *path = address + Length(origin);
    *length = 0;
    while (path[*length] && path[*length] != '?' && path[*length] != '#') (*length)++;
    return path;
}

static char Lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static _Bool IsOneOf(const char *scheme, const char *const *schemes) {
    for (; scheme && *schemes; schemes++) {
        const char *a = scheme, *b = *schemes;
        while (*a && Lower(*a) == *b) a++, b++;
        if (!*a && !*b) return 1;
    }
    return 0;
}

_Bool SLWLinkMayOpen(const char *scheme) {
    static const char *const schemes[] = {"http", "https", "mailto", "tel", "sms", "facetime", "facetime-audio", 0};
    return IsOneOf(scheme, schemes);
}

_Bool SLWLinkIsForFrames(const char *scheme) {
    static const char *const schemes[] = {"http", "https", "about", "blob", "data", 0};
    return IsOneOf(scheme, schemes);
}
