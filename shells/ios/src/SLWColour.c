#include "SLWColour.h"

static int Hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

SLWColour SLWColourParse(const char *text) {
    const SLWColour white = {1, 1, 1, 1};
    if (!text || *text != '#') return white;
    unsigned long value = 0;
    int digits = 0;
    while (*++text) {
        if (Hex(*text) < 0 || ++digits > 8) return white;
        value = value * 16 + (unsigned long)Hex(*text);
    }
    if (digits == 6) value |= 0xFF000000;
    if (digits != 6 && digits != 8) return white;
    return (SLWColour){
        (double)(value >> 16 & 255) / 255,
        (double)(value >> 8 & 255) / 255,
        (double)(value & 255) / 255,
        (double)(value >> 24) / 255,
    };
}

_Bool SLWColourIsLight(SLWColour colour) {
    return 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue > 0.5;
}
