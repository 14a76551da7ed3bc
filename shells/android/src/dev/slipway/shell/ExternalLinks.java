package dev.slipway.shell;

import android.app.Activity;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.net.Uri;
import android.util.Log;
import android.widget.Toast;

/** Opens links that leave the app in the app that the person uses for them. */
final class ExternalLinks {
    private final Activity activity;

    ExternalLinks(Activity activity) {
        this.activity = activity;
    }

    void open(Uri address) {
        if (!LinkPolicy.mayOpen(address.getScheme())) {
            Log.w(ShellConfig.LOG, "a link with scheme " + address.getScheme() + " is not opened");
            return;
        }
        Intent intent = new Intent(Intent.ACTION_VIEW, address)
            .addCategory(Intent.CATEGORY_BROWSABLE)
            .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK);
        try {
            activity.startActivity(intent);
        } catch (ActivityNotFoundException | SecurityException e) {
            Toast.makeText(activity, "No app can open this link.", Toast.LENGTH_SHORT).show();
        }
    }
}
