package dev.slipway.shell;

import android.app.Activity;
import android.os.Build;

/** The back gesture from level 33 on; before that the activity's onBackPressed is called. */
final class BackNavigation {
    private PredictiveBack predictive;

    BackNavigation(Activity activity, Runnable goBack) {
        if (Build.VERSION.SDK_INT >= 33) {
            predictive = new PredictiveBack(activity, goBack);
        }
    }

    /** If the app has no step to go back, the system handles the gesture. */
    void listen(boolean hasStep) {
        if (Build.VERSION.SDK_INT >= 33) {
            predictive.listen(hasStep);
        }
    }
}
