package dev.slipway.shell;

import android.app.Activity;
import android.graphics.Color;
import android.view.View;
import android.view.ViewGroup;
import android.view.WindowManager;
import android.webkit.WebChromeClient;
import android.widget.FrameLayout;

/** A video or any element that a page shows full screen. */
final class FullScreenVideo {
    private final Activity activity;
    private final SystemBars bars;
    private FrameLayout frame;
    private WebChromeClient.CustomViewCallback callback;

    FullScreenVideo(Activity activity, SystemBars bars) {
        this.activity = activity;
        this.bars = bars;
    }

    boolean isShown() {
        return frame != null;
    }

    void show(View view, WebChromeClient.CustomViewCallback onHidden) {
        if (frame != null) {
            onHidden.onCustomViewHidden();
            return;
        }
        callback = onHidden;
        frame = new FrameLayout(activity);
        frame.setBackgroundColor(Color.BLACK);
        frame.addView(view, fill());
        ((ViewGroup) activity.getWindow().getDecorView()).addView(frame, fill());
        activity.getWindow().addFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
        bars.setVideo(true);
    }

    /** Returns to the page; false if nothing was shown. */
    boolean hide() {
        if (frame == null) {
            return false;
        }
        ((ViewGroup) activity.getWindow().getDecorView()).removeView(frame);
        frame.removeAllViews();
        frame = null;
        activity.getWindow().clearFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
        bars.setVideo(false);
        callback.onCustomViewHidden();
        callback = null;
        return true;
    }

    private static FrameLayout.LayoutParams fill() {
        return new FrameLayout.LayoutParams(ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.MATCH_PARENT);
    }
}
