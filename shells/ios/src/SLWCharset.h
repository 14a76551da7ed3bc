// In which encoding a text of the app is announced.
#pragma once

// How many bytes of a file are looked at.
enum { SLWCharsetHead = 64 * 1024 };

// Whether a file is announced as UTF-8. A text that says another encoding itself, or is in another, is announced without one:
// the web view reads it as the page, or the page that asks for it, says. A page that says nothing is taken for UTF-8.
// The type is that of the file; the head is its first bytes.
_Bool SLWCharsetIsUtf8(const char *type, const unsigned char *head, long count, _Bool moreFollow);
