package dev.slipway.shell;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns the path of an address into the name of a file of the app. */
final class AppPath {
    static final String INDEX = "index.html";

    private AppPath() {
    }

    /**
     * The file that a path names, without a leading slash; a folder's path (with a trailing slash) names its index.
     * Null if the path cannot name a file: bad escapes, dot segments, empty segments, backslashes, control characters.
     */
    static String resolve(String encodedPath) {
        String path = decode(encodedPath == null ? "" : encodedPath);
        if (path == null) {
            return null;
        }
        String relative = path.startsWith("/") ? path.substring(1) : path;
        if (relative.isEmpty()) {
            return INDEX;
        }
        boolean isFolder = relative.endsWith("/");
        String name = isFolder ? relative.substring(0, relative.length() - 1) : relative;
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return null;
            }
        }
        return isFolder ? name + "/" + INDEX : name;
    }

    /** Whether the last segment has a file extension; a route of a single-page app has none. */
    static boolean hasExtension(String file) {
        return file.indexOf('.', file.lastIndexOf('/') + 1) >= 0;
    }

    private static String decode(String encoded) {
        byte[] bytes = new byte[encoded.length() * 3];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int value = i + 2 < encoded.length() ? hex(encoded.charAt(i + 1)) * 16 + hex(encoded.charAt(i + 2)) : -1;
                if (value < ' ' || value == 0x7F) {
                    return null;
                }
                bytes[length++] = (byte) value;
                i += 2;
            } else {
                byte[] utf8 = String.valueOf(c).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(utf8, 0, bytes, length, utf8.length);
                length += utf8.length;
            }
        }
        return text(bytes, length);
    }

    private static String text(byte[] bytes, int length) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
            return text.indexOf('\\') >= 0 ? null : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The value of a hexadecimal digit; for any other character, a number that keeps the sum negative. */
    private static int hex(char c) {
        int value = Character.digit(c, 16);
        return value < 0 || c > 'f' ? -1000 : value;
    }
}
