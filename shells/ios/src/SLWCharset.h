// The encoding to announce for a text of the app.
#pragma once

// How many bytes of a file are examined.
enum { SLWCharsetHead = 64 * 1024 };

// Whether a file is announced as UTF-8. If a text declares or has another encoding, none is announced: the web view then follows
// the page, or the page that requests the text. A page without a declaration is announced as UTF-8.
// The type is that of the file; the head is its first bytes.
_Bool SLWCharsetIsUtf8(const char *type, const unsigned char *head, long count, _Bool moreFollow);
