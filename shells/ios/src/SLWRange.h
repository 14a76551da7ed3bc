// One range of a Range header, resolved against the length of a file (RFC 9110, 14.1.2 and 14.2).
#pragma once

typedef enum {
    // No range, or one that is to be ignored: another unit, several ranges, invalid syntax. The response is the whole file.
    SLWRangeNone,
    SLWRangeSatisfiable,
    // The header requests bytes that the file does not have: the response is 416.
    SLWRangeUnsatisfiable,
} SLWRangeKind;

typedef struct {
    SLWRangeKind kind;
    long long first;
    long long last;
} SLWRange;

enum { SLWContentRangeRoom = 80, SLWNumberRoom = 24 };

// header is NULL if there is none.
SLWRange SLWRangeParse(const char *header, long long fileLength);

// The value of Content-Range; first < 0 writes the form for 416. The result needs SLWContentRangeRoom bytes.
void SLWContentRange(long long first, long long last, long long fileLength, char *text);

// Writes a number in decimal digits. The result needs SLWNumberRoom bytes; returns the place of its end.
char *SLWNumber(unsigned long long value, char *text);
