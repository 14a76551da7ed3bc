// Runs the parts of the shell that need no system on the machine that tests.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "SLWCharset.h"
#include "SLWColour.h"
#include "SLWCrashLimit.h"
#include "SLWMime.h"
#include "SLWOrigin.h"
#include "SLWPath.h"
#include "SLWRange.h"

static int checks, failures;

static void Same(const char *what, const char *expected, const char *actual) {
    checks++;
    if (strcmp(expected, actual) == 0) return;
    failures++;
    printf("%s: expected %s, got %s\n", what, expected, actual);
}

static void True(const char *what, int actual) {
    Same(what, "1", actual ? "1" : "0");
}

static void False(const char *what, int actual) {
    Same(what, "0", actual ? "1" : "0");
}

// On the heap and no larger than promised, so that the address sanitizer sees a byte too many.
static void Path(const char *encoded, const char *expected) {
    size_t length = strlen(encoded);
    char *copy = malloc(length + 1);
    memcpy(copy, encoded, length);
    char *file = malloc(length + SLWPathExtra);
    Same(encoded, expected, SLWPathResolve(copy, length, file) ? file : "-");
    free(file);
    free(copy);
}

static void Paths(void) {
    Path("", "index.html"), Path("/", "index.html"), Path("/a.js", "a.js"), Path("/a/", "a/index.html"), Path("/a/b.css", "a/b.css");
    Path("/%61", "a"), Path("/%C3%A4.png", "\xC3\xA4.png"), Path("/a%20b", "a b"), Path("/a+b", "a+b"), Path("/...", "..."), Path("/.a", ".a");
    Path("/..", "-"), Path("/a/../b", "-"), Path("/%2e%2e/b", "-"), Path("/%2E./b", "-"), Path("/.", "-"), Path("/a/./b", "-");
    Path("//", "-"), Path("//a", "-"), Path("/a//b", "-"), Path("/a//", "-"), Path("/a%2fb", "-"), Path("/..%2Fb", "-"), Path("/a%5Cb", "-");
    Path("/a\\b", "-"), Path("/%00", "-"), Path("/a%00.html", "-"), Path("/%1f", "-"), Path("/%7f", "-"), Path("/%", "-"), Path("/%4", "-");
    Path("/%zz", "-"), Path("/%4g", "-"), Path("/%ff", "-"), Path("/%C0%AF", "-"), Path("/%E0%80%AF", "-"), Path("/%ED%A0%80", "-");
    Path("/%C3", "-"), Path("/%F0%9F%98%80", "\xF0\x9F\x98\x80"), Path("/%F4%90%80%80", "-"), Path("/%252e%252e/x", "%2e%2e/x");
    True("extension", SLWPathHasExtension("a/b.js"));
    False("route", SLWPathHasExtension("a.b/c"));
    False("route at the top", SLWPathHasExtension("about"));
}

static void Range(const char *header, long long length, const char *expected) {
    char text[100];
    SLWRange range = SLWRangeParse(header, length);
    snprintf(text, sizeof text, "%d %lld-%lld", range.kind, range.first, range.last);
    Same(header ? header : "none", expected, text);
}

static void Ranges(void) {
    Range(0, 10, "0 0-0"), Range("", 10, "0 0-0"), Range("bytes=0-", 10, "1 0-9"), Range("bytes=0-0", 10, "1 0-0"), Range("bytes=2-5", 10, "1 2-5");
    Range("bytes=5-99", 10, "1 5-9"), Range("bytes=-3", 10, "1 7-9"), Range("bytes=-30", 10, "1 0-9"), Range("Bytes= 1 - 2 ", 10, "1 1-2");
    Range("bytes=10-", 10, "2 0-0"), Range("bytes=-0", 10, "2 0-0"), Range("bytes=0-", 0, "2 0-0"), Range("bytes=-1", 0, "2 0-0");
    Range("bytes=5-2", 10, "0 0-0"), Range("bytes=-", 10, "0 0-0"), Range("bytes=", 10, "0 0-0"), Range("bytes", 10, "0 0-0"), Range("items=0-1", 10, "0 0-0");
    Range("bytes=0-1,3-4", 10, "0 0-0"), Range("bytes=a-b", 10, "0 0-0"), Range("bytes=1x-2", 10, "0 0-0"), Range("bytes=--1", 10, "0 0-0");
    Range("bytes=0-99999999999999999999999", 10, "1 0-9"), Range("bytes=99999999999999999999999-", 10, "2 0-0");
    Range("bytes=9223372036854775807-", 10, "2 0-0"), Range("bytes=-99999999999999999999999", 10, "1 0-9");
    char text[SLWContentRangeRoom];
    SLWContentRange(0, 9, 10, text);
    Same("content range", "bytes 0-9/10", text);
    SLWContentRange(-1, -1, 10, text);
    Same("content range of 416", "bytes */10", text);
    SLWContentRange(0x7FFFFFFFFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0x7FFFFFFFFFFFFFFF, text);
    Same("largest", "bytes 9223372036854775807-9223372036854775807/9223372036854775807", text);
    SLWNumber(0, text);
    Same("zero", "0", text);
}

static void Types(void) {
    Same("html", "text/html; charset=utf-8", SLWMimeOfFile("index.html"));
    Same("case", "image/png", SLWMimeOfFile("a/B.PNG"));
    Same("module", "text/javascript; charset=utf-8", SLWMimeOfFile("x.min.mjs"));
    Same("manifest", "application/manifest+json; charset=utf-8", SLWMimeOfFile("app.webmanifest"));
    Same("wasm", "application/wasm", SLWMimeOfFile("a.wasm"));
    const char *unknown[] = {"a", "a.", "a.html/b", "a.unknown", "a.htm l", "a.averyverylongextension", "", "a. html"};
    for (unsigned i = 0; i < sizeof unknown / sizeof *unknown; i++) Same(unknown[i], "application/octet-stream", SLWMimeOfFile(unknown[i]));
}

// On the heap and no larger than promised.
static void Charset(const char *expected, const char *type, const char *text, size_t length, int moreFollow) {
    char *head = malloc(length + !length);
    memcpy(head, text, length);
    Same(text, expected, SLWCharsetIsUtf8(type, (const unsigned char *)head, (long)length, moreFollow) ? "utf-8" : "none");
    free(head);
}

static void Page(const char *expected, const char *text) {
    Charset(expected, "text/html; charset=utf-8", text, strlen(text), 0);
}

static void Style(const char *expected, const char *text) {
    Charset(expected, "text/css; charset=utf-8", text, strlen(text), 0);
}

static void Picture(const char *expected, const char *text) {
    Charset(expected, "image/svg+xml; charset=utf-8", text, strlen(text), 0);
}

static void Script(const char *expected, const char *text) {
    Charset(expected, "text/javascript; charset=utf-8", text, strlen(text), 0);
}

static void Charsets(void) {
    Page("utf-8", "<p>plain"), Page("utf-8", "<p>\xC3\xA9\xE6\x97\xA5"), Page("utf-8", "<meta charset=utf-8>\xC3\xA9"), Page("none", "<p>\xE9");
    Page("utf-8", "<META Charset = 'UTF8' >"), Page("none", "<meta charset=\"Shift_JIS\">"), Page("utf-8", "<meta charset"), Page("utf-8", "<meta charset=");
    Page("none", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\">"), Page("utf-8", "");
    Page("utf-8", "<!-- <meta charset=Shift_JIS> --><p>"), Page("none", "<!-- <meta charset=utf-8> --><meta charset=Shift_JIS>");
    Page("none", "<meta name=viewport content=width><meta charset=koi8-r>"), Page("utf-8", "<meta charset=utf-8><meta charset=koi8-r>");
    Page("utf-8", "<!-- never closed <meta charset=koi8-r>"), Page("none", "<?xml version='1.0' encoding='windows-1251'?><html>");
    Style("none", "@charset \"windows-1251\";"), Style("utf-8", "@charset \"utf-8\";"), Style("utf-8", "a{} @charset \"windows-1251\";");
    Picture("none", "<?xml version='1.0' encoding='ISO-8859-1'?><svg/>"), Picture("utf-8", "<svg/>"), Picture("utf-8", "<?xml version='1.0' encoding=\"UTF-8\"?>");
    Script("none", "// \x1B$B"), Script("utf-8", "var charset = 'Shift_JIS'"), Script("none", "a\x93\xFA" "b");
    const char *letters = "a\xE6\x97\xA5\xF0\x9F\x98\x80";
    for (size_t i = 0; i <= 8; i++) {
        Charset("utf-8", "text/plain", letters, i, 1);
        Charset(i < 2 || i == 4 || i == 8 ? "utf-8" : "none", "text/plain", letters, i, 0);
    }
    char plain[SLWMimeRoom];
    True("has a charset", SLWMimeWithoutCharset("application/manifest+json; charset=utf-8", plain));
    Same("without charset", "application/manifest+json", plain);
    False("has none", SLWMimeWithoutCharset("image/png", plain));
}

static void Origins(void) {
    const char *origin = "app://localhost";
    True("root", SLWOriginOwns(origin, "app://localhost"));
    True("path", SLWOriginOwns(origin, "app://localhost/a"));
    True("query", SLWOriginOwns(origin, "app://localhost?a"));
    True("fragment", SLWOriginOwns(origin, "app://localhost#a"));
    False("user", SLWOriginOwns(origin, "app://localhost@evil.example/"));
    False("port", SLWOriginOwns(origin, "app://localhost:8080/"));
    False("longer", SLWOriginOwns(origin, "app://localhosts/"));
    False("scheme", SLWOriginOwns(origin, "https://localhost/"));
    False("none", SLWOriginOwns(origin, 0));
    unsigned long length;
    Same("rest", "/a?b", SLWOriginPath(origin, "app://localhost/a?b", &length));
    True("length", length == 2);
    True("mailto", SLWLinkMayOpen("MailTo"));
    False("javascript", SLWLinkMayOpen("javascript"));
    False("file", SLWLinkMayOpen("file"));
    False("prefix", SLWLinkMayOpen("httpsx"));
    False("no scheme", SLWLinkMayOpen(0));
    True("frame", SLWLinkIsForFrames("https"));
    False("frame of tel", SLWLinkIsForFrames("tel"));
}

int main(void) {
    Paths();
    Ranges();
    Types();
    Charsets();
    Origins();
    SLWCrashLimit limit = {{0}, 0};
    for (int i = 0; i < 3; i++) True("crash", SLWCrashLimitMayReload(&limit, 100 + i));
    False("fourth crash", SLWCrashLimitMayReload(&limit, 103));
    True("crash much later", SLWCrashLimitMayReload(&limit, 500));
    True("alpha", SLWColourParse("#80FF0000").alpha < 0.51 && SLWColourParse("#80FF0000").red == 1);
    True("short", SLWColourParse("#000000").alpha == 1 && !SLWColourIsLight(SLWColourParse("#000000")));
    True("nonsense is white", SLWColourIsLight(SLWColourParse("#12")) && SLWColourIsLight(SLWColourParse("#123456789")) && SLWColourIsLight(SLWColourParse(0)));
    printf("%d checks, %d failures\n", checks, failures);
    return failures != 0;
}
