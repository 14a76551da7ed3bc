// Colours of the settings: "#AARRGGBB" or "#RRGGBB".
#pragma once

typedef struct {
    double red, green, blue, alpha;
} SLWColour;

// White if there is no text or it is not a colour. Each part is from 0 to 1.
SLWColour SLWColourParse(const char *text);

// Whether dark text is readable on it (relative luminance of WCAG 2, without its gamma).
_Bool SLWColourIsLight(SLWColour colour);
