// Media types of the files of web apps (IANA registry, WHATWG MIME Sniffing).
#pragma once

enum { SLWMimeRoom = 64 };

// The value of Content-Type for a file; text has the charset UTF-8.
const char *SLWMimeOfFile(const char *file);

// Writes a type without its charset, which needs SLWMimeRoom bytes. False if the file has none.
_Bool SLWMimeWithoutCharset(const char *type, char *plain);
