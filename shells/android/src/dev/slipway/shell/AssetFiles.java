package dev.slipway.shell;

import android.content.res.AssetManager;
import java.io.IOException;
import java.io.InputStream;

/** The app's files as the package holds them: assets under {@code www}. */
final class AssetFiles implements AppFiles {
    private static final String FOLDER = "www/";

    private final AssetManager assets;

    AssetFiles(AssetManager assets) {
        this.assets = assets;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return assets.open(FOLDER + name, AssetManager.ACCESS_STREAMING);
    }
}
