// Media types of the files of web apps (IANA registry, WHATWG MIME Sniffing).
#pragma once

// The value of Content-Type for a file: text is served as UTF-8.
const char *SLWMimeOfFile(const char *file);
