#include "SLWPath.h"
#include "SLWUtf8.h"

static const char Index[] = "index.html";

static int Hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Decodes percent escapes; -1 for a bad escape and for bytes that no name may contain.
static long Decode(const char *encoded, unsigned long length, unsigned char *bytes) {
    long count = 0;
    for (unsigned long i = 0; i < length; i++) {
        int value = (unsigned char)encoded[i];
        if (value == '%') {
            if (length - i < 3 || Hex(encoded[i + 1]) < 0 || Hex(encoded[i + 2]) < 0) return -1;
            value = Hex(encoded[i + 1]) * 16 + Hex(encoded[i + 2]);
            if (value == '/') return -1;
            i += 2;
        }
        if (value < ' ' || value == 0x7F || value == '\\') return -1;
        bytes[count++] = (unsigned char)value;
    }
    return count;
}

static _Bool IsName(const unsigned char *segment, long length) {
    return length > 0 && !(length == 1 && segment[0] == '.') && !(length == 2 && segment[0] == '.' && segment[1] == '.');
}

static _Bool AreNames(const unsigned char *path, long length) {
    long start = 0;
    for (long i = 0; i <= length; i++) {
        if (i < length && path[i] != '/') continue;
        if (!IsName(path + start, i - start)) return 0;
        start = i + 1;
    }
    return 1;
}

_Bool SLWPathResolve(const char *encoded, unsigned long length, char *file) {
    unsigned char *bytes = (unsigned char *)file;
    if (length > 0 && encoded[0] == '/') {
        encoded++;
        length--;
    }
    long count = Decode(encoded, length, bytes);
    if (count < 0 || !SLWUtf8IsValid(bytes, count, 0)) return 0;
    _Bool isFolder = count == 0 || bytes[count - 1] == '/';
    if (count > 0 && !AreNames(bytes, isFolder ? count - 1 : count)) return 0;
    for (const char *c = Index; isFolder && *c; c++) bytes[count++] = (unsigned char)*c;
    bytes[count] = 0;
    return 1;
}

_Bool SLWPathHasExtension(const char *file) {
    _Bool has = 0;
    for (; *file; file++) has = *file == '.' || (has && *file != '/');
    return has;
}
