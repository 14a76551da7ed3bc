package dev.slipway.shell;

import android.app.Activity;
import android.content.Intent;
import android.util.Base64;
import android.webkit.MimeTypeMap;
import android.webkit.WebView;
import android.widget.Toast;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Saves blobs that a page created: asks for the place, then reads the blob from the page in pieces. */
final class BlobDownloads {
    private final Activity activity;
    private final ActivityResults results;

    /** The key is a token that only the shell and its own script know. */
    private final Map<String, OutputStream> open = new ConcurrentHashMap<>();

    BlobDownloads(Activity activity, ActivityResults results) {
        this.activity = activity;
        this.results = results;
    }

    void start(WebView web, String address, String type) {
        String token = UUID.randomUUID().toString();
        web.evaluateJavascript(BlobScript.hold(address, token), answer -> {
            String name = BlobScript.name(answer);
            if (name == null) {
                fail();
            } else {
                ask(web, token, name.isEmpty() ? defaultName(type) : name, type);
            }
        });
    }

    /** Called from the page's script, on a thread of the web view. */
    void take(String token, String base64) {
        OutputStream output = open.get(token);
        if (output == null) {
            return;
        }
        try {
            output.write(Base64.decode(base64, Base64.DEFAULT));
        } catch (IOException | IllegalArgumentException e) {
            end(token, false);
        }
    }

    /** Called from the page's script, on a thread of the web view. */
    void end(String token, boolean isComplete) {
        OutputStream output = open.remove(token);
        if (output == null) {
            return;
        }
        try {
            output.close();
        } catch (IOException e) {
            isComplete = false;
        }
        if (!isComplete) {
            activity.runOnUiThread(this::fail);
        }
    }

    private void ask(WebView web, String token, String name, String type) {
        boolean isAsking = results.start(Downloads.createDocument(name, type), (result, data) -> {
            boolean isChosen = result == Activity.RESULT_OK && data != null && data.getData() != null && open(token, data);
            web.evaluateJavascript(isChosen ? BlobScript.send(token) : BlobScript.drop(token), null);
        });
        if (!isAsking) {
            fail();
        }
    }

    private boolean open(String token, Intent data) {
        try {
            OutputStream output = activity.getContentResolver().openOutputStream(data.getData());
            if (output != null) {
                open.put(token, output);
                return true;
            }
        } catch (IOException | SecurityException e) {
            fail();
        }
        return false;
    }

    private String defaultName(String type) {
        String extension = MimeTypeMap.getSingleton().getExtensionFromMimeType(type);
        CharSequence label = activity.getApplicationInfo().loadLabel(activity.getPackageManager());
        return extension == null ? label.toString() : label + "." + extension;
    }

    private void fail() {
        Toast.makeText(activity, "The file could not be saved.", Toast.LENGTH_LONG).show();
    }
}
