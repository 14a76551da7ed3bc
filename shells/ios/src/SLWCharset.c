#include "SLWCharset.h"
#include "SLWUtf8.h"

// Browsers look no further for a declaration (https://html.spec.whatwg.org/#determining-the-character-encoding).
enum { Declaration = 1024, Escape = 0x1B };

typedef struct {
    const char *at;
    const char *end;
} Text;

static char Lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static _Bool IsSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static _Bool StartsWith(Text text, const char *word) {
    for (; *word; word++, text.at++) {
        if (text.at == text.end || Lower(*text.at) != *word) return 0;
    }
    return 1;
}

// The place of a word; the end if the word is missing.
static Text Find(Text text, const char *word) {
    while (text.at < text.end && !StartsWith(text, word)) text.at++;
    return text;
}

static Text SkipSpace(Text text) {
    while (text.at < text.end && IsSpace(*text.at)) text.at++;
    return text;
}

// Whether a label follows a word and is not that of UTF-8.
static _Bool NamesOther(Text text, const char *word) {
    text = Find(text, word);
    if (text.at == text.end) return 0;
    for (; *word; word++) text.at++;
    text = SkipSpace(text);
    if (StartsWith(text, "=")) text.at++;
    text = SkipSpace(text);
    if (StartsWith(text, "\"") || StartsWith(text, "'")) text.at++;
    return text.at < text.end && !StartsWith(text, "utf-8") && !StartsWith(text, "utf8");
}

static Text TagOf(Text text) {
    Text end = Find(text, ">");
    return (Text){text.at, end.at};
}

// The first declaration of a page counts; one in a comment does not.
static _Bool PageNamesOther(Text page) {
    while (page.at < page.end) {
        if (StartsWith(page, "<!--")) {
            page = Find(page, "-->");
        } else if (StartsWith(page, "<meta")) {
            Text tag = TagOf(page), charset = Find(tag, "charset");
            _Bool isDeclaration = charset.at < charset.end && (IsSpace(charset.at[-1]) || Find(tag, "http-equiv").at < tag.end);
            if (isDeclaration) return NamesOther(tag, "charset");
            page.at = tag.end;
        }
        if (page.at < page.end) page.at++;
    }
    return 0;
}

static _Bool DocumentNamesOther(Text document) {
    return StartsWith(document, "<?xml") && NamesOther(TagOf(document), "encoding");
}

static _Bool EndsWithXml(const char *type) {
    const char *end = type;
    while (*end && *end != ';') end++;
    return end - type >= 3 && end[-3] == 'x' && end[-2] == 'm' && end[-1] == 'l';
}

static _Bool DeclaresOther(const char *type, Text head) {
    Text name = {type, type};
    while (*name.end) name.end++;
    if (StartsWith(name, "text/html")) return DocumentNamesOther(head) || PageNamesOther(head);
    if (StartsWith(name, "text/css")) return StartsWith(head, "@charset") && NamesOther(head, "@charset");
    return EndsWithXml(type) && DocumentNamesOther(head);
}

_Bool SLWCharsetIsUtf8(const char *type, const unsigned char *head, long count, _Bool moreFollow) {
    if (!SLWUtf8IsValid(head, count, moreFollow)) return 0;
    // ISO-2022-JP is ASCII with escapes.
    for (long i = 0; i < count; i++) {
        if (head[i] == Escape) return 0;
    }
    const char *text = (const char *)head;
    return !DeclaresOther(type, (Text){text, text + (count < Declaration ? count : Declaration)});
}
