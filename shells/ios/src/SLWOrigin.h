// The origin under which the app's own files are served, such as app://localhost, and which links may leave it.
#pragma once

// Whether an address belongs to the app. Only a path, a query, a fragment or nothing may follow the origin:
// app://localhost@evil.example and app://localhost:8080 are other origins.
_Bool SLWOriginOwns(const char *origin, const char *address);

// The path of an address that the origin owns, still encoded.
const char *SLWOriginPath(const char *origin, const char *address, unsigned long *length);

// Whether links with a scheme may be opened by another app.
// https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/
_Bool SLWLinkMayOpen(const char *scheme);

// Whether frames may show addresses with a scheme.
_Bool SLWLinkIsForFrames(const char *scheme);

_Bool SLWTextEquals(const char *text, const char *other);

_Bool SLWTextStartsWith(const char *text, const char *start);
