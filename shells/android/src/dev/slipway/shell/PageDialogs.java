package dev.slipway.shell;

import android.app.Activity;
import android.app.AlertDialog;
import android.text.InputType;
import android.webkit.JsPromptResult;
import android.webkit.JsResult;
import android.widget.EditText;
import android.widget.FrameLayout;

/** alert, confirm, prompt and beforeunload. However a dialog closes, it answers; otherwise the page would hang. */
final class PageDialogs {
    private static final int MARGIN_DP = 20;

    private final Activity activity;

    PageDialogs(Activity activity) {
        this.activity = activity;
    }

    boolean alert(String message, JsResult result) {
        return show(builder(message).setPositiveButton(android.R.string.ok, (dialog, which) -> result.confirm()), result);
    }

    boolean confirm(String message, JsResult result) {
        return show(builder(message)
            .setPositiveButton(android.R.string.ok, (dialog, which) -> result.confirm())
            .setNegativeButton(android.R.string.cancel, (dialog, which) -> result.cancel()), result);
    }

    boolean prompt(String message, String value, JsPromptResult result) {
        EditText input = new EditText(activity);
        input.setInputType(InputType.TYPE_CLASS_TEXT);
        input.setText(value);
        input.selectAll();
        FrameLayout frame = new FrameLayout(activity);
        int margin = Math.round(MARGIN_DP * activity.getResources().getDisplayMetrics().density);
        frame.setPadding(margin, 0, margin, 0);
        frame.addView(input);
        return show(builder(message).setView(frame)
            .setPositiveButton(android.R.string.ok, (dialog, which) -> result.confirm(input.getText().toString()))
            .setNegativeButton(android.R.string.cancel, (dialog, which) -> result.cancel()), result);
    }

    private AlertDialog.Builder builder(String message) {
        return new AlertDialog.Builder(activity).setMessage(message);
    }

    private boolean show(AlertDialog.Builder builder, JsResult result) {
        if (activity.isFinishing() || activity.isDestroyed()) {
            result.cancel();
            return true;
        }
        builder.setOnCancelListener(dialog -> result.cancel()).show();
        return true;
    }
}
