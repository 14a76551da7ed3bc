package dev.slipway.shell;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.webkit.URLUtil;
import android.widget.Toast;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;

/** Downloads: the person chooses where to save a file of the app; the browser opens a file of the web. */
final class Downloads {
    private final Activity activity;
    private final ActivityResults results;
    private final AppRequests requests;
    private final AppOrigin origin;
    private final ExternalLinks links;

    Downloads(Activity activity, ActivityResults results, AppRequests requests, AppOrigin origin, ExternalLinks links) {
        this.activity = activity;
        this.results = results;
        this.requests = requests;
        this.origin = origin;
        this.links = links;
    }

    void start(String address, String disposition, String type) {
        if (!origin.owns(address)) {
            links.open(Uri.parse(address));
            return;
        }
        Intent create = createDocument(URLUtil.guessFileName(address, disposition, type), type);
        results.start(create, (result, data) -> {
            if (result == Activity.RESULT_OK && data != null && data.getData() != null) {
                new Thread(() -> save(Uri.parse(address), data.getData()), "download").start();
            }
        });
    }

    /** Asks the person where to save a new file. */
    static Intent createDocument(String name, String type) {
        return new Intent(Intent.ACTION_CREATE_DOCUMENT)
            .addCategory(Intent.CATEGORY_OPENABLE)
            .setType(type == null || type.isEmpty() ? MimeTypes.UNKNOWN : type)
            .putExtra(Intent.EXTRA_TITLE, name);
    }

    private void save(Uri from, Uri to) {
        AppResponse response = requests.server().answer("GET", from.getEncodedPath(), Collections.<String, String>emptyMap(), false);
        try (OutputStream output = activity.getContentResolver().openOutputStream(to)) {
            if (response.status != 200 || output == null) {
                throw new IOException("status " + response.status);
            }
            Streams.copy(response.body, output);
        } catch (IOException | SecurityException e) {
            activity.runOnUiThread(() -> Toast.makeText(activity, "The file could not be saved.", Toast.LENGTH_LONG).show());
        }
    }
}
