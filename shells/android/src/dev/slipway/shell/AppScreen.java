package dev.slipway.shell;

import android.app.Activity;
import android.content.ComponentCallbacks2;
import android.os.Build;
import android.os.Bundle;
import android.os.SystemClock;
import android.view.ViewGroup;
import android.webkit.WebView;
import android.widget.FrameLayout;

/** The window's content: a web view and its surroundings. Survives a crash of the web view's renderer. */
final class AppScreen {
    private final Activity activity;
    private final ShellConfig config;
    private final FrameLayout root;
    private final SplashGate splash;
    private final SystemBars bars;
    private final FullScreenVideo video;
    private final BackNavigation back;
    private final ActivityResults results;
    private final RuntimePermissions permissions;
    private final WebViewFactory factory;
    private final CrashLimit crashes = new CrashLimit();
    private SafeArea safeArea;
    private WebView web;
    private String address;

    AppScreen(Activity activity, ShellConfig config) {
        this.activity = activity;
        this.config = config;
        root = new FrameLayout(activity);
        splash = new SplashGate(root);
        bars = new SystemBars(activity, config.fullscreen);
        video = new FullScreenVideo(activity, bars);
        results = new ActivityResults(activity);
        permissions = new RuntimePermissions(activity);
        back = new BackNavigation(activity, this::goBackOrLeave);
        factory = new WebViewFactory(activity, config, this);
    }

    void open(Bundle state) {
        // The page loads while the window is being laid out.
        boolean ready = createWebView();
        if (ready && (state == null || !SavedState.restore(web, state, config.origin))) {
            web.loadUrl(config.origin.address(config.start));
        }
        root.setBackgroundColor(background());
        activity.setContentView(root);
        if (Build.VERSION.SDK_INT >= 30) {
            safeArea = new SafeArea(activity.getWindow(), root);
        }
        bars.setBackground(background());
        if (ready) {
            splash.hold();
        }
    }

    void resume() {
        if (web != null) {
            web.onResume();
        }
    }

    void pause() {
        if (web != null) {
            web.onPause();
        }
    }

    void save(Bundle state) {
        if (web != null) {
            SavedState.save(web, state);
        }
    }

    void close() {
        video.hide();
        splash.release();
        discardWebView();
    }

    ActivityResults results() {
        return results;
    }

    RuntimePermissions permissions() {
        return permissions;
    }

    FullScreenVideo video() {
        return video;
    }

    /** Goes one step back inside the app; false if there is none. */
    boolean goBack() {
        if (video.hide()) {
            updateBack();
            return true;
        }
        if (web == null || !web.canGoBack()) {
            return false;
        }
        web.goBack();
        return true;
    }

    /** The page's address changed, by a link or by its own script. */
    void navigated(String newAddress) {
        address = newAddress;
        updateBack();
    }

    void updateBack() {
        back.listen(video.isShown() || web != null && web.canGoBack());
    }

    /** The page has something to show. */
    void pageVisible() {
        splash.release();
        refreshLook();
    }

    /** Reads colours and insets from the page again, once it has drawn its latest change. */
    void refreshLook() {
        if (web != null) {
            web.postVisualStateCallback(0, new LookRequest(web, this::applyLook, background()));
        }
    }

    void restoreBars() {
        bars.apply();
    }

    void trimMemory(int level) {
        if (web != null && level >= ComponentCallbacks2.TRIM_MEMORY_BACKGROUND) {
            web.clearCache(false);
        }
    }

    /** Called when a web view's renderer dies: a new web view shows the same page, unless that keeps happening. */
    void replace(WebView dead) {
        if (dead != web) {
            return;
        }
        video.hide();
        discardWebView();
        if (!crashes.mayReload(SystemClock.elapsedRealtime())) {
            FatalMessage.show(activity, "This page stopped working.");
        } else if (createWebView()) {
            web.loadUrl(config.origin.owns(address) ? address : config.origin.address(config.start));
        }
    }

    private int background() {
        return ThemeColor.background(activity, config.backgroundColor);
    }

    private boolean createWebView() {
        web = factory.create(background());
        if (web == null) {
            FatalMessage.show(activity, "Android System WebView is missing or being updated.");
            return false;
        }
        root.addView(web, 0, new FrameLayout.LayoutParams(ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.MATCH_PARENT));
        web.requestFocus();
        return true;
    }

    private void discardWebView() {
        if (web != null) {
            root.removeView(web);
            web.destroy();
            web = null;
        }
    }

    private void applyLook(PageLook look) {
        root.setBackgroundColor(look.background);
        bars.setBackground(look.background);
        if (Build.VERSION.SDK_INT >= 30 && safeArea != null && web != null) {
            safeArea.show(look.coversScreen, web);
        }
    }

    private void goBackOrLeave() {
        if (!goBack()) {
            activity.finish();
        }
    }
}
