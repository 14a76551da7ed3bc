package dev.slipway.shell;

import android.app.Activity;
import android.os.Build;
import android.view.View;
import android.view.Window;
import android.view.WindowInsets;
import android.view.WindowInsetsController;

/** Status and navigation bar: hidden for full screen, otherwise with icons that are visible on the page's colour. */
final class SystemBars {
    private static final int FULL_SCREEN_FLAGS = View.SYSTEM_UI_FLAG_FULLSCREEN | View.SYSTEM_UI_FLAG_HIDE_NAVIGATION
        | View.SYSTEM_UI_FLAG_IMMERSIVE_STICKY | View.SYSTEM_UI_FLAG_LAYOUT_STABLE
        | View.SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN | View.SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION;

    private final Window window;
    private final boolean alwaysHidden;
    private boolean hiddenForVideo;
    private int background = Colors.WHITE;

    SystemBars(Activity activity, boolean alwaysHidden) {
        window = activity.getWindow();
        this.alwaysHidden = alwaysHidden;
    }

    void setVideo(boolean shown) {
        hiddenForVideo = shown;
        apply();
    }

    void setBackground(int color) {
        background = color;
        apply();
    }

    void apply() {
        boolean hidden = alwaysHidden || hiddenForVideo;
        boolean darkIcons = Colors.isLight(background) && !hiddenForVideo;
        if (Build.VERSION.SDK_INT >= 30) {
            applyController(hidden, darkIcons);
        } else {
            applyFlags(hidden, darkIcons);
        }
        if (Build.VERSION.SDK_INT < 35) {
            window.setStatusBarColor(background);
            // Dark icons in the navigation bar exist since level 26; before that the bar stays dark.
            window.setNavigationBarColor(darkIcons && Build.VERSION.SDK_INT < 26 ? 0xFF000000 : background);
        }
    }

    @RequiresSdk(30)
    private void applyController(boolean hidden, boolean darkIcons) {
        WindowInsetsController controller = window.getDecorView().getWindowInsetsController();
        if (controller == null) {
            return;
        }
        int light = WindowInsetsController.APPEARANCE_LIGHT_STATUS_BARS | WindowInsetsController.APPEARANCE_LIGHT_NAVIGATION_BARS;
        controller.setSystemBarsAppearance(darkIcons ? light : 0, light);
        controller.setSystemBarsBehavior(WindowInsetsController.BEHAVIOR_SHOW_TRANSIENT_BARS_BY_SWIPE);
        if (hidden) {
            controller.hide(WindowInsets.Type.systemBars());
        } else {
            controller.show(WindowInsets.Type.systemBars());
        }
    }

    @SuppressWarnings("deprecation")
    private void applyFlags(boolean hidden, boolean darkIcons) {
        int flags = hidden ? FULL_SCREEN_FLAGS : 0;
        if (darkIcons) {
            flags |= View.SYSTEM_UI_FLAG_LIGHT_STATUS_BAR | View.SYSTEM_UI_FLAG_LIGHT_NAVIGATION_BAR;
        }
        window.getDecorView().setSystemUiVisibility(flags);
    }
}
