package dev.slipway.shell;

import android.os.Handler;
import android.os.Looper;
import android.view.View;
import android.view.ViewTreeObserver;

/** Keeps the splash screen (the starting window, before level 31) until the first page is visible, but not forever. */
final class SplashGate implements ViewTreeObserver.OnPreDrawListener {
    private static final long LONGEST_MILLISECONDS = 4000;

    private final View content;
    private final Handler handler = new Handler(Looper.getMainLooper());
    private boolean isHolding;

    SplashGate(View content) {
        this.content = content;
    }

    void hold() {
        isHolding = true;
        content.getViewTreeObserver().addOnPreDrawListener(this);
        handler.postDelayed(this::release, LONGEST_MILLISECONDS);
    }

    void release() {
        if (!isHolding) {
            return;
        }
        isHolding = false;
        handler.removeCallbacksAndMessages(null);
        content.getViewTreeObserver().removeOnPreDrawListener(this);
        content.invalidate();
    }

    @Override
    public boolean onPreDraw() {
        return !isHolding;
    }
}
