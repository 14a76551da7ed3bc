package dev.slipway.shell;

import android.app.Activity;
import android.os.Build;
import android.webkit.JavascriptInterface;

/** What pages see as {@code window.slipway}. Frames of other origins see it too, so it reveals nothing. */
final class Bridge {
    private final Activity activity;
    private final BlobDownloads downloads;

    Bridge(Activity activity, BlobDownloads downloads) {
        this.activity = activity;
        this.downloads = downloads;
    }

    @JavascriptInterface
    public String platform() {
        return "android";
    }

    @JavascriptInterface
    public int apiLevel() {
        return Build.VERSION.SDK_INT;
    }

    /** Ends the app, as going back from its first page does. */
    @JavascriptInterface
    public void exit() {
        activity.runOnUiThread(activity::finish);
    }

    /** For the shell's own script. */
    @JavascriptInterface
    public void takeBlob(String token, String base64) {
        downloads.take(token, base64);
    }

    /** For the shell's own script. */
    @JavascriptInterface
    public void endBlob(String token, boolean isComplete) {
        downloads.end(token, isComplete);
    }
}
