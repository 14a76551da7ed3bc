package dev.slipway.shell;

import android.app.Activity;
import android.os.Build;
import android.webkit.JavascriptInterface;

/** What pages see as {@code window.slipway}. Frames of other origins see it too, so it gives nothing away. */
final class Bridge {
    private final Activity activity;

    Bridge(Activity activity) {
        this.activity = activity;
    }

    @JavascriptInterface
    public String platform() {
        return "android";
    }

    @JavascriptInterface
    public int apiLevel() {
        return Build.VERSION.SDK_INT;
    }

    /** Ends the app, as the person would by going back from its first page. */
    @JavascriptInterface
    public void exit() {
        activity.runOnUiThread(activity::finish);
    }
}
