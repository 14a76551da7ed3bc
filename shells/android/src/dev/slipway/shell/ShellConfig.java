package dev.slipway.shell;

import android.content.res.AssetManager;
import android.util.Log;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.json.JSONException;
import org.json.JSONObject;

/** What the build wrote about this app: the asset {@code slipway.json}. */
final class ShellConfig {
    static final String LOG = "Slipway";
    private static final String ASSET = "slipway.json";

    final String start;
    final AppOrigin origin;
    final boolean fullscreen;
    final int backgroundColor;

    private ShellConfig(JSONObject json) {
        start = json.optString("start", AppPath.INDEX);
        origin = new AppOrigin(json.optString("scheme", "https"), json.optString("hostname", "localhost"));
        fullscreen = json.optBoolean("fullscreen", false);
        backgroundColor = Colors.parse(json.optString("backgroundColor", ""), Colors.WHITE);
    }

    static ShellConfig read(AssetManager assets) {
        try {
            return new ShellConfig(new JSONObject(text(assets)));
        } catch (IOException | JSONException e) {
            Log.e(LOG, "cannot read the asset " + ASSET, e);
            return new ShellConfig(new JSONObject());
        }
    }

    private static String text(AssetManager assets) throws IOException {
        try (InputStream input = assets.open(ASSET)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Streams.copy(input, bytes);
            return bytes.toString("UTF-8");
        }
    }
}
