package dev.slipway.shell;

import android.graphics.Insets;
import android.view.View;
import android.view.Window;
import android.view.WindowInsets;
import android.view.WindowManager;
import android.webkit.WebView;

/**
 * Keeps the page clear of system bars, display cutouts and the keyboard when the window reaches from edge to edge (forced
 * from target 35 on; requested here from level 30 on, so that both look alike). A page with {@code viewport-fit=cover} takes
 * the whole window and finds the insets as {@code env(safe-area-inset-*)} if the web view knows them, and always as
 * {@code --safe-area-inset-*}.
 */
@RequiresSdk(30)
final class SafeArea implements View.OnApplyWindowInsetsListener {
    private final View root;
    private WebView web;
    private boolean pageCovers;
    private Insets bars = Insets.NONE;

    SafeArea(Window window, View root) {
        this.root = root;
        window.setDecorFitsSystemWindows(false);
        WindowManager.LayoutParams attributes = window.getAttributes();
        attributes.layoutInDisplayCutoutMode = WindowManager.LayoutParams.LAYOUT_IN_DISPLAY_CUTOUT_MODE_ALWAYS;
        window.setAttributes(attributes);
        root.setOnApplyWindowInsetsListener(this);
    }

    void show(boolean covers, WebView page) {
        web = page;
        if (covers != pageCovers) {
            pageCovers = covers;
            root.requestApplyInsets();
        }
        tellPage();
    }

    @Override
    public WindowInsets onApplyWindowInsets(View view, WindowInsets insets) {
        int keyboard = insets.getInsets(WindowInsets.Type.ime()).bottom;
        bars = insets.getInsets(WindowInsets.Type.systemBars() | WindowInsets.Type.displayCutout());
        if (!pageCovers) {
            root.setPadding(bars.left, bars.top, bars.right, Math.max(bars.bottom, keyboard));
            return WindowInsets.CONSUMED;
        }
        root.setPadding(0, 0, 0, keyboard);
        if (keyboard > 0) {
            bars = Insets.of(bars.left, bars.top, bars.right, 0);
        }
        tellPage();
        return new WindowInsets.Builder(insets).setInsets(WindowInsets.Type.ime(), Insets.NONE).build();
    }

    private void tellPage() {
        if (web == null || web.getParent() == null || !pageCovers) {
            return;
        }
        web.evaluateJavascript("(function(s){" + property("top", bars.top) + property("right", bars.right)
            + property("bottom", bars.bottom) + property("left", bars.left) + "})(document.documentElement.style)", null);
    }

    private String property(String side, int pixels) {
        float cssPixels = pixels / root.getResources().getDisplayMetrics().density;
        return "s.setProperty('--safe-area-inset-" + side + "','" + cssPixels + "px');";
    }
}
