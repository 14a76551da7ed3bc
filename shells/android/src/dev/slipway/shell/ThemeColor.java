package dev.slipway.shell;

import android.app.Activity;
import android.util.TypedValue;

/** The theme's background colour, which the splash screen and the window already have, in light and dark mode. */
final class ThemeColor {
    private ThemeColor() {
    }

    static int background(Activity activity, int fallback) {
        TypedValue value = new TypedValue();
        boolean isColor = activity.getTheme().resolveAttribute(android.R.attr.colorBackground, value, true)
            && value.type >= TypedValue.TYPE_FIRST_COLOR_INT && value.type <= TypedValue.TYPE_LAST_COLOR_INT;
        return isColor ? value.data : fallback;
    }
}
