package dev.slipway.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** InputStream.transferTo, which Android has only since level 33. */
final class Streams {
    private static final int BUFFER_BYTES = 64 * 1024;

    private Streams() {
    }

    static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
        }
    }
}
