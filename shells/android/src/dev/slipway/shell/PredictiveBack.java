package dev.slipway.shell;

import android.app.Activity;
import android.window.OnBackInvokedCallback;
import android.window.OnBackInvokedDispatcher;

/** Registers for the back gesture only while the app has a step to go back. */
@RequiresSdk(33)
final class PredictiveBack {
    private final OnBackInvokedDispatcher dispatcher;
    private final OnBackInvokedCallback callback;
    private boolean isRegistered;

    PredictiveBack(Activity activity, Runnable goBack) {
        dispatcher = activity.getOnBackInvokedDispatcher();
        callback = goBack::run;
    }

    void listen(boolean wanted) {
        if (wanted == isRegistered) {
            return;
        }
        isRegistered = wanted;
        if (wanted) {
            dispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, callback);
        } else {
            dispatcher.unregisterOnBackInvokedCallback(callback);
        }
    }
}
