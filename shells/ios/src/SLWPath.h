// Turns the path of an address into the name of a file of the app.
#pragma once

enum { SLWPathExtra = 16 };

// Writes the name of the file that an encoded path names, without a leading slash and terminated by NUL; a folder's path
// (with a trailing slash) names its index.html. The result needs room for length + SLWPathExtra bytes. False if the path cannot
// name a file: bad escapes, encoded slashes, dot segments, empty segments, backslashes, control characters, broken UTF-8.
_Bool SLWPathResolve(const char *encoded, unsigned long length, char *file);

// Whether the last segment has a file extension; a route of a single-page app has none.
_Bool SLWPathHasExtension(const char *file);
