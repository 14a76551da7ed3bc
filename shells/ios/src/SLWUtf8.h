// UTF-8 (RFC 3629, 4).
#pragma once

// Whether bytes are UTF-8. A sequence that is cut off at the end is not, unless more bytes follow.
_Bool SLWUtf8IsValid(const unsigned char *bytes, long count, _Bool moreFollow);
