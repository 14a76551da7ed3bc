package dev.slipway.shell;

import java.io.IOException;
import java.io.InputStream;

/** The files of the app: assets on a device, a folder in a test. */
interface AppFiles {
    /** Opens a file; its available() is its length. Throws if there is no file of that name. */
    InputStream open(String name) throws IOException;
}
