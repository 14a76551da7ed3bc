#include "SLWMime.h"

enum { LongestExtension = 11 };

// Each list of extensions has a space on both sides, so that a search for " js " does not find mjs.
static const struct {
    const char *type;
    const char *extensions;
} Types[] = {
    {"text/html; charset=utf-8", " html htm "},
    {"application/xhtml+xml; charset=utf-8", " xhtml xht "},
    {"text/css; charset=utf-8", " css "},
    {"text/javascript; charset=utf-8", " js mjs cjs "},
    {"application/json; charset=utf-8", " json map topojson "},
    {"application/ld+json; charset=utf-8", " jsonld "},
    {"application/geo+json; charset=utf-8", " geojson "},
    {"application/manifest+json; charset=utf-8", " webmanifest "},
    {"application/wasm", " wasm "},
    {"text/plain; charset=utf-8", " txt text log "},
    {"text/markdown; charset=utf-8", " md "},
    {"text/csv; charset=utf-8", " csv "},
    {"text/vtt; charset=utf-8", " vtt "},
    {"text/calendar; charset=utf-8", " ics "},
    {"application/xml; charset=utf-8", " xml xsl xslt "},
    {"application/rss+xml; charset=utf-8", " rss "},
    {"application/atom+xml; charset=utf-8", " atom "},
    {"image/svg+xml; charset=utf-8", " svg "},
    {"image/png", " png "},
    {"image/apng", " apng "},
    {"image/jpeg", " jpg jpeg jpe "},
    {"image/gif", " gif "},
    {"image/webp", " webp "},
    {"image/avif", " avif "},
    {"image/bmp", " bmp "},
    {"image/x-icon", " ico cur "},
    {"image/tiff", " tif tiff "},
    {"image/heic", " heic "},
    {"image/heif", " heif "},
    {"font/woff", " woff "},
    {"font/woff2", " woff2 "},
    {"font/ttf", " ttf "},
    {"font/otf", " otf "},
    {"font/collection", " ttc "},
    {"application/vnd.ms-fontobject", " eot "},
    {"video/mp4", " mp4 m4v "},
    {"video/webm", " webm "},
    {"video/ogg", " ogv "},
    {"video/quicktime", " mov "},
    {"video/3gpp", " 3gp "},
    {"video/x-matroska", " mkv "},
    {"video/mp2t", " ts "},
    {"audio/mpeg", " mp3 "},
    {"audio/mp4", " m4a "},
    {"audio/aac", " aac "},
    {"audio/ogg", " ogg oga opus "},
    {"audio/wav", " wav "},
    {"audio/flac", " flac "},
    {"audio/webm", " weba "},
    {"audio/midi", " mid midi "},
    {"application/vnd.apple.mpegurl", " m3u8 "},
    {"application/dash+xml; charset=utf-8", " mpd "},
    {"application/pdf", " pdf "},
    {"application/zip", " zip "},
    {"application/gzip", " gz "},
    {"application/epub+zip", " epub "},
    {"model/gltf+json; charset=utf-8", " gltf "},
    {"model/gltf-binary", " glb "},
};

static _Bool Contains(const char *list, const char *word) {
    for (; *list; list++) {
        const char *a = list, *b = word;
        while (*b && *a == *b) a++, b++;
        if (!*b) return 1;
    }
    return 0;
}

// Writes " extension " in lower case; false if there is none, or it is longer than all known ones.
static _Bool Extension(const char *file, char *word) {
    const char *dot = 0;
    for (; *file; file++) dot = *file == '.' ? file : *file == '/' ? 0 : dot;
    if (!dot || file - dot - 1 > LongestExtension || file - dot < 2) return 0;
    *word++ = ' ';
    while (*++dot) {
        if (*dot == ' ') return 0;
        *word++ = *dot >= 'A' && *dot <= 'Z' ? (char)(*dot + 'a' - 'A') : *dot;
    }
    *word++ = ' ';
    *word = 0;
    return 1;
}

const char *SLWMimeOfFile(const char *file) {
    char word[LongestExtension + 3];
    if (Extension(file, word)) {
        for (unsigned long i = 0; i < sizeof Types / sizeof *Types; i++) {
            if (Contains(Types[i].extensions, word)) return Types[i].type;
        }
    }
    return "application/octet-stream";
}

_Bool SLWMimeWithoutCharset(const char *type, char *plain) {
    while (*type && *type != ';') *plain++ = *type++;
    *plain = 0;
    return *type == ';';
}
