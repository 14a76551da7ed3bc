package dev.slipway.shell;

import android.app.Activity;
import android.app.AlertDialog;

/** Says why the app cannot continue; the app ends when the person closes the message. */
final class FatalMessage {
    private FatalMessage() {
    }

    static void show(Activity activity, String text) {
        if (activity.isFinishing() || activity.isDestroyed()) {
            return;
        }
        new AlertDialog.Builder(activity)
            .setMessage(text)
            .setPositiveButton(android.R.string.ok, null)
            .setOnDismissListener(dialog -> activity.finish())
            .show();
    }
}
