package dev.slipway.shell;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file of the app with the encoding to announce, which depends on its first bytes. */
final class TextFile {
    private static final int HEAD = 64 * 1024;

    final String type;
    /** Null if the file is not text, or is text in another encoding than UTF-8. */
    final String encoding;
    final InputStream content;

    private TextFile(String type, String encoding, InputStream content) {
        this.type = type;
        this.encoding = encoding;
        this.content = content;
    }

    static TextFile of(String type, InputStream content) {
        return MimeTypes.isText(type) ? look(type, new BufferedInputStream(content, HEAD)) : new TextFile(type, null, content);
    }

    private static TextFile look(String type, BufferedInputStream content) {
        byte[] head = new byte[HEAD];
        int count = 0;
        try {
            content.mark(HEAD);
            for (int read; count < HEAD && (read = content.read(head, count, HEAD - count)) > 0;) {
                count += read;
            }
            content.reset();
        } catch (IOException e) {
            // The web view gets the same error when it reads.
            return new TextFile(type, TextEncoding.UTF_8, content);
        }
        return new TextFile(type, TextEncoding.isUtf8(type, head, count, count == HEAD) ? TextEncoding.UTF_8 : null, content);
    }
}
