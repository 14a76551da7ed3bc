package dev.slipway.shell;

/** Colours as numbers, 0xAARRGGBB. */
final class Colors {
    static final int WHITE = 0xFFFFFFFF;
    private static final int LUMA_OF_MIDDLE_GREY = 140_000;

    private Colors() {
    }

    /** Reads {@code #RRGGBB} or {@code #AARRGGBB}; anything else returns the fallback. */
    static int parse(String text, int fallback) {
        if (text == null || !text.matches("#([0-9A-Fa-f]{2}){3,4}")) {
            return fallback;
        }
        long value = Long.parseLong(text.substring(1), 16);
        return (int) (text.length() == 7 ? value | 0xFF000000L : value);
    }

    /** Reads {@code rgb(1, 2, 3)} or {@code rgba(1, 2, 3, 1)} as getComputedStyle returns it; the fallback if not opaque. */
    static int parseCss(String text, int fallback) {
        int open = text.indexOf('(');
        if (!text.startsWith("rgb") || open < 0 || !text.endsWith(")")) {
            return fallback;
        }
        String[] parts = text.substring(open + 1, text.length() - 1).split("[,\\s]+");
        if (parts.length < 3 || parts.length > 3 && !parts[3].equals("1")) {
            return fallback;
        }
        try {
            return 0xFF000000 | channel(parts[0]) << 16 | channel(parts[1]) << 8 | channel(parts[2]);
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    /** Whether dark icons are readable on it (luma of ITU-R BT.601). */
    static boolean isLight(int color) {
        int luma = (color >> 16 & 0xFF) * 299 + (color >> 8 & 0xFF) * 587 + (color & 0xFF) * 114;
        return luma > LUMA_OF_MIDDLE_GREY;
    }

    private static int channel(String digits) {
        return Math.max(0, Math.min(255, Integer.parseInt(digits)));
    }
}
