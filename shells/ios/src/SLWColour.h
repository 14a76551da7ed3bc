// Colours of the settings: "#AARRGGBB" or "#RRGGBB".
#pragma once

typedef struct {
    double red, green, blue, alpha;
} SLWColour;

// White when the text is none or no colour. Each part is from 0 to 1.
SLWColour SLWColourParse(const char *text);

// Whether dark text is readable on it (relative luminance as of WCAG 2, without its gamma).
_Bool SLWColourIsLight(SLWColour colour);
