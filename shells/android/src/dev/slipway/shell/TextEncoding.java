package dev.slipway.shell;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The encoding to announce for a text of the app. If the text declares or has another encoding than UTF-8, none is announced:
 * the web view then follows the page, or the page that requests the text. A page without a declaration is announced as
 * UTF-8.
 */
final class TextEncoding {
    static final String UTF_8 = "utf-8";

    /** Browsers look no further for a declaration (https://html.spec.whatwg.org/#determining-the-character-encoding). */
    private static final int DECLARATION = 1024;
    private static final char ESCAPE = 0x1B;

    private TextEncoding() {
    }

    /**
     * @param head the first bytes of the file
     * @param moreFollow whether the file is longer, so that the last character of the head may be cut off
     */
    static boolean isUtf8(String type, byte[] head, int count, boolean moreFollow) {
        return isValid(head, moreFollow ? wholeLetters(head, count) : count) && !hasEscape(head, count)
            && !declaresOther(type, latin(head, Math.min(count, DECLARATION)));
    }

    private static boolean isValid(byte[] bytes, int count) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, count));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The length without the last character, if that has several bytes and may be cut off. */
    private static int wholeLetters(byte[] bytes, int count) {
        int last = count - 1;
        while (last > 0 && count - last < 4 && (bytes[last] & 0xC0) == 0x80) {
            last--;
        }
        return last >= 0 && (bytes[last] & 0xC0) == 0xC0 ? last : count;
    }

    /** ISO-2022-JP is ASCII with escapes. */
    private static boolean hasEscape(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == ESCAPE) {
                return true;
            }
        }
        return false;
    }

    private static String latin(byte[] bytes, int count) {
        char[] letters = new char[count];
        for (int i = 0; i < count; i++) {
            letters[i] = (char) (bytes[i] & 0xFF);
        }
        return String.valueOf(letters).toLowerCase(Locale.ROOT);
    }

    private static boolean declaresOther(String type, String head) {
        if (type.equals("text/html")) {
            return documentNamesOther(head) || pageNamesOther(head);
        }
        if (type.equals("text/css")) {
            return head.startsWith("@charset") && namesOther(head, "@charset");
        }
        return type.endsWith("xml") && documentNamesOther(head);
    }

    private static boolean documentNamesOther(String head) {
        return head.startsWith("<?xml") && namesOther(tagAt(head, 0), "encoding");
    }

    /** The first declaration of a page counts; one in a comment does not. */
    private static boolean pageNamesOther(String page) {
        for (int at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
            if (page.startsWith("<!--", at)) {
                int end = page.indexOf("-->", at);
                if (end < 0) {
                    return false;
                }
                at = end;
            } else if (page.startsWith("<meta", at)) {
                String tag = tagAt(page, at);
                int charset = tag.indexOf("charset");
                if (charset > 0 && (isSpace(tag.charAt(charset - 1)) || tag.indexOf("http-equiv") >= 0)) {
                    return namesOther(tag, "charset");
                }
            }
        }
        return false;
    }

    private static String tagAt(String text, int at) {
        int end = text.indexOf('>', at);
        return end < 0 ? text.substring(at) : text.substring(at, end);
    }

    /** Whether a label follows a word and is not that of UTF-8. */
    private static boolean namesOther(String text, String word) {
        int at = text.indexOf(word);
        if (at < 0) {
            return false;
        }
        at = skipSpace(text, at + word.length());
        at = skipSpace(text, text.startsWith("=", at) ? at + 1 : at);
        if (text.startsWith("\"", at) || text.startsWith("'", at)) {
            at++;
        }
        return at < text.length() && !text.startsWith("utf-8", at) && !text.startsWith("utf8", at);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static int skipSpace(String text, int at) {
        int next = at;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }
}
