package dev.slipway.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What of the shell needs no Android, checked on a Java virtual machine: prints one line a check. */
public final class LogicTest {
    private static final Map<String, String> NONE = Collections.emptyMap();
    private static final Map<String, String> FILES = new HashMap<>();

    static {
        FILES.put("index.html", "<p>start");
        FILES.put("docs/index.html", "<p>docs");
        FILES.put("app.mjs", "export {}");
        FILES.put("clip.mp4", "0123456789");
        FILES.put("empty.bin", "");
        FILES.put("latin.html", "<p>\u00e9");
        FILES.put("digits.txt", "0123456789");
        FILES.put("a b/\u00e4.txt", "umlaut");
    }

    public static void main(String[] arguments) throws IOException {
        origins();
        paths();
        types();
        encodings();
        ranges();
        streams();
        server();
        pages();
        colors();
        crashes();
        links();
        chooser();
        System.out.println("done");
    }

    private static void origins() {
        AppOrigin origin = new AppOrigin("HTTPS", "LocalHost");
        for (String own : new String[] {"https://localhost", "https://localhost/", "https://localhost/a?b#c", "https://localhost?x", "https://localhost#x"}) {
            check("own " + own, true, origin.owns(own));
        }
        for (String other : new String[] {"https://localhost@evil.example/", "https://localhost:8080/", "https://localhost.evil.example/", "http://localhost/",
            "https://localhos", "javascript:alert(1)//https://localhost/", "", null}) {
            check("other " + other, false, origin.owns(other));
        }
        check("address", "https://localhost/a.html?b", origin.address("a.html?b"));
    }

    private static void paths() {
        check("root", "index.html", AppPath.resolve("/"));
        check("null", "index.html", AppPath.resolve(null));
        check("file", "a/b.js", AppPath.resolve("/a/b.js"));
        check("folder", "a/index.html", AppPath.resolve("/a/"));
        check("escape", "a b/\u00e4.txt", AppPath.resolve("/a%20b/%C3%A4.txt"));
        check("plus stays", "a+b", AppPath.resolve("/a+b"));
        check("dots in names", "..a/b..c", AppPath.resolve("/..a/b..c"));
        for (String bad : new String[] {"/..", "/../x", "/a/../x", "/%2e%2e/x", "/a/%2E./x", "/.", "//x", "/a//b", "/a%2F%2E%2E%2Fx", "/a\\b", "/%5c..%5cx",
            "/a%00", "/a%0a", "/%", "/%4", "/%zz", "/%C3", "/%FF", "/%\uff11\uff11"}) {
            check("bad " + bad, null, AppPath.resolve(bad));
        }
    }

    private static void types() {
        String[][] expected = {{"a.html", "text/html"}, {"a.JS", "text/javascript"}, {"a.mjs", "text/javascript"}, {"a.wasm", "application/wasm"},
            {"x/a.json", "application/json"}, {"a.svg", "image/svg+xml"}, {"a.webmanifest", "application/manifest+json"}, {"a.woff2", "font/woff2"},
            {"a.mp4", "video/mp4"}, {"a.tar.gz", "application/gzip"}, {"x.y/noextension", MimeTypes.UNKNOWN}, {"a.", MimeTypes.UNKNOWN}, {"a.unheard", MimeTypes.UNKNOWN}};
        for (String[] pair : expected) {
            check("type " + pair[0], pair[1], MimeTypes.ofFile(pair[0]));
        }
        check("text", "true true true true false", MimeTypes.isText("text/html") + " " + MimeTypes.isText("application/json") + " "
            + MimeTypes.isText("image/svg+xml") + " " + MimeTypes.isText("application/manifest+json") + " " + MimeTypes.isText("image/png"));
    }

    private static void encodings() throws IOException {
        String[][] expected = {
            {"text/html", "<p>plain", "utf-8"}, {"text/html", "<p>\u00e9\u65e5", "utf-8"}, {"text/html", "<meta charset=utf-8>\u00e9", "utf-8"},
            {"text/html", "<META Charset = 'UTF8' >", "utf-8"}, {"text/html", "<meta charset=\"Shift_JIS\">", "null"},
            {"text/html", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\">", "null"},
            {"text/html", "<!-- <meta charset=Shift_JIS> --><p>", "utf-8"}, {"text/html", "<!-- <meta charset=utf-8> --><meta charset=Shift_JIS>", "null"},
            {"text/html", "<meta name=viewport content=width><meta charset=koi8-r>", "null"}, {"text/html", "<meta charset", "utf-8"}, {"text/html", "<meta charset=", "utf-8"},
            {"text/html", "<meta charset=utf-8><meta charset=koi8-r>", "utf-8"}, {"text/html", "<!-- never closed <meta charset=koi8-r>", "utf-8"},
            {"text/css", "@charset \"windows-1251\";", "null"}, {"text/css", "@charset \"utf-8\";", "utf-8"}, {"text/css", "a{} @charset \"windows-1251\";", "utf-8"},
            {"image/svg+xml", "<?xml version='1.0' encoding='ISO-8859-1'?><svg/>", "null"}, {"image/svg+xml", "<svg/>", "utf-8"},
            {"application/xhtml+xml", "<?xml version='1.0' encoding=\"UTF-8\"?>", "utf-8"},
            {"text/javascript", "// \u001b$B", "null"}, {"text/javascript", "var charset = 'Shift_JIS'", "utf-8"}, {"text/plain", "", "utf-8"},
        };
        for (String[] row : expected) {
            byte[] bytes = row[1].getBytes("UTF-8");
            check("encoding of " + row[1], row[2], TextEncoding.isUtf8(row[0], bytes, bytes.length, false) ? "utf-8" : "null");
        }
        byte[] letters = "a\u65e5\ud83d\ude00".getBytes("UTF-8");
        StringBuilder cuts = new StringBuilder();
        for (int i = 0; i <= letters.length; i++) {
            cuts.append(TextEncoding.isUtf8("text/plain", letters, i, true) ? 'y' : 'n').append(TextEncoding.isUtf8("text/plain", letters, i, false) ? 'y' : 'n').append(' ');
        }
        check("letters that are cut", "yy yy yn yn yy yn yn yn yy ", cuts.toString());
        byte[] broken = {'a', (byte) 0x93, (byte) 0xfa, 'b'};
        check("bytes of Shift_JIS", "false false", TextEncoding.isUtf8("text/javascript", broken, 4, false) + " " + TextEncoding.isUtf8("text/javascript", broken, 4, true));
    }

    private static void ranges() {
        String[][] expected = {{"bytes=0-4", "0-4"}, {"bytes=5-", "5-9"}, {"bytes=-3", "7-9"}, {"bytes=-30", "0-9"}, {"bytes=9-9", "9-9"}, {"bytes=3-99", "3-9"},
            {"BYTES=1-2", "1-2"}, {"bytes= 1 - 2 ", "1-2"}, {"bytes=0-99999999999999999999", "0-9"},
            {"bytes=10-", "416"}, {"bytes=10-20", "416"}, {"bytes=-0", "416"}, {"bytes=99999999999999999999-", "416"},
            {"bytes=5-4", "ignored"}, {"bytes=-", "ignored"}, {"bytes=a-b", "ignored"}, {"bytes=1-2,4-5", "ignored"}, {"items=0-1", "ignored"}, {"bytes", "ignored"}, {null, "ignored"}};
        for (String[] pair : expected) {
            ByteRange range = ByteRange.parse(pair[0], 10);
            check("range " + pair[0], pair[1], range == null ? "ignored" : range == ByteRange.UNSATISFIABLE ? "416" : range.first + "-" + range.last);
        }
        check("range of nothing", true, ByteRange.parse("bytes=0-", 0) == ByteRange.UNSATISFIABLE);
    }

    private static void streams() throws IOException {
        check("read without a seek", "345", text(new RangeStream(slow("0123456789"), 3, 3, 10)));
        RangeStream seeking = new RangeStream(slow("0123456789"), 3, 3, 10);
        check("claims the whole file", 10, seeking.available());
        check("swallows the seek", 3L, seeking.skip(3));
        check("first byte after the seek", '3', (char) seeking.read());
        check("what is left", 2, seeking.available());
        check("skips for real later", 1L, seeking.skip(1));
        check("rest", "5", text(seeking));
        check("end", -1, seeking.read());
        check("a file that is shorter than told", "", text(new RangeStream(slow("01"), 5, 3, 10)));
    }

    private static void server() throws IOException {
        AppServer server = new AppServer(LogicTest::open, "index.html?x#y", "v1");
        check("start", "200 text/html utf-8 [<p>start]", answer(server, "GET", "/", NONE, true));
        check("module", "200 text/javascript utf-8 [export {}]", answer(server, "GET", "/app.mjs", NONE, false));
        check("head", "200 video/mp4 null []", answer(server, "HEAD", "/clip.mp4", NONE, false));
        check("post", "405 text/plain utf-8 []", answer(server, "POST", "/", NONE, true));
        check("folder", "200 text/html utf-8 [<p>docs]", answer(server, "GET", "/docs/", NONE, true));
        check("folder without slash", true, answer(server, "GET", "/docs", NONE, true).contains("location.replace"));
        check("folder without slash, not a page", "404 text/plain utf-8 []", answer(server, "GET", "/docs", NONE, false));
        check("route", "200 text/html utf-8 [<p>start]", answer(server, "GET", "/notes/12", NONE, true));
        check("missing script", "404 text/plain utf-8 []", answer(server, "GET", "/missing.js", NONE, false));
        check("missing page", true, answer(server, "GET", "/a&<b>.html", NONE, true).contains("404 text/html utf-8") && answer(server, "GET", "/a&<b>.html", NONE, true).contains("a&amp;&lt;b>"));
        check("escaping path", "404 text/plain utf-8 []", answer(server, "GET", "/%2e%2e/slipway.json", NONE, false));
        check("page in another encoding", "200 text/html null [<p>\ufffd]", answer(server, "GET", "/latin.html", NONE, true));
        check("range", "206 video/mp4 null [234]", answer(server, "GET", "/clip.mp4", header("range", "bytes=2-4"), false));
        check("part of a text", "206 text/plain utf-8 [234]", answer(server, "GET", "/digits.txt", header("Range", "bytes=2-4"), false));
        check("bad range", "416 text/plain utf-8 []", answer(server, "GET", "/clip.mp4", header("Range", "bytes=10-"), false));
        Map<String, String> stale = header("Range", "bytes=2-4");
        stale.put("If-Range", "\"v0\"");
        check("range of an older version", "200 video/mp4 null [0123456789]", answer(server, "GET", "/clip.mp4", stale, false));
        stale.put("If-Range", "\"v1\"");
        check("range of this version", "206 video/mp4 null [234]", answer(server, "GET", "/clip.mp4", stale, false));
        check("empty file", "200 application/octet-stream null []", answer(server, "GET", "/empty.bin", NONE, false));
        AppResponse response = server.answer("GET", "/clip.mp4", header("Range", "bytes=-1"), false);
        check("headers", "{Content-Range=bytes 9-9/10, Content-Length=1, Accept-Ranges=bytes, Cache-Control=no-cache, ETag=\"v1\"}", response.headers.toString());
        AppServer broken = new AppServer(LogicTest::open, "gone.html", "v1");
        check("start page is missing", true, answer(broken, "GET", "/gone.html", NONE, true).startsWith("404 text/html"));
        check("start page is missing and a route is asked", "200 text/html utf-8 [<p>start]", answer(broken, "GET", "/route", NONE, true));
        AppServer routed = new AppServer(LogicTest::open, "app/home?x#y", "v1");
        check("start page is a route", "200 text/html utf-8 [<p>start]", answer(routed, "GET", "/app/home", NONE, true));
        check("start page is a route, another file is missing", true, answer(routed, "GET", "/app/home.html", NONE, true).startsWith("404 text/html"));
        AppServer empty = new AppServer(name -> { throw new FileNotFoundException(name); }, "index.html", "v1");
        check("there is no page at all", true, answer(empty, "GET", "/route", NONE, true).startsWith("404 text/html"));
    }

    private static void pages() {
        PageLook look = PageLook.parse("\"cover|rgb(1, 2, 3)\"", 7);
        check("look", "true ff010203", look.coversScreen + " " + Integer.toHexString(look.background));
        check("look of nothing", "false 7", PageLook.parse(null, 7).coversScreen + " " + PageLook.parse("null", 7).background);
        check("transparent page", 7, PageLook.parse("\"contain|rgba(0, 0, 0, 0)\"", 7).background);
    }

    private static void colors() {
        check("argb", "80ffffff", Integer.toHexString(Colors.parse("#80FFFFFF", 0)));
        check("rgb", "ff010203", Integer.toHexString(Colors.parse("#010203", 0)));
        for (String bad : new String[] {"", "red", "#12345", "#GGGGGG", "#+12345", null}) {
            check("bad colour " + bad, 5, Colors.parse(bad, 5));
        }
        check("css", "ff0a141e", Integer.toHexString(Colors.parseCss("rgb(10, 20, 30)", 0)));
        check("css opaque", "ff0a141e", Integer.toHexString(Colors.parseCss("rgba(10, 20, 30, 1)", 0)));
        check("css too large", "ffff0000", Integer.toHexString(Colors.parseCss("rgb(300, 0, 0)", 0)));
        check("css nonsense", 9, Colors.parseCss("rgb(a, b, c)", 9));
        check("light", "true false true", Colors.isLight(0xFFFFFFFF) + " " + Colors.isLight(0xFF202020) + " " + Colors.isLight(0xFFFFFF00));
    }

    private static void crashes() {
        CrashLimit limit = new CrashLimit();
        check("crashes in a minute", "true true true false", limit.mayReload(0) + " " + limit.mayReload(1000) + " " + limit.mayReload(2000) + " " + limit.mayReload(3000));
        CrashLimit rare = new CrashLimit();
        boolean all = true;
        for (long hour = 0; hour < 10; hour++) {
            all &= rare.mayReload(hour * 3_600_000);
        }
        check("rare crashes", true, all);
    }

    private static void links() {
        for (String scheme : new String[] {"http", "HTTPS", "mailto", "tel", "sms", "geo"}) {
            check("opens " + scheme, true, LinkPolicy.mayOpen(scheme));
        }
        for (String scheme : new String[] {"intent", "file", "content", "javascript", "data", "android-app", "market", "", null}) {
            check("keeps " + scheme, false, LinkPolicy.mayOpen(scheme));
        }
    }

    private static void chooser() {
        AcceptedTypes types = new AcceptedTypes(new String[] {"image/*,.pdf", " .weird ", ""});
        check("accepted", "[image/*, application/pdf, */*]", Arrays.toString(types.toArray()));
        check("wants", "true false", types.wants("image") + " " + types.wants("video"));
        check("anything", true, new AcceptedTypes(new String[] {""}).isEmpty() && new AcceptedTypes(null).isEmpty());
    }

    private static Map<String, String> header(String name, String value) {
        Map<String, String> headers = new HashMap<>();
        headers.put(name, value);
        return headers;
    }

    private static String answer(AppServer server, String method, String path, Map<String, String> headers, boolean isNavigation) throws IOException {
        AppResponse response = server.answer(method, path, headers, isNavigation);
        return response.status + " " + response.type + " " + response.encoding + " [" + text(response.body) + "]";
    }

    private static InputStream open(String name) throws IOException {
        String text = FILES.get(name);
        if (text == null) {
            throw new FileNotFoundException(name);
        }
        return new ByteArrayInputStream(text.getBytes(name.startsWith("latin") ? "ISO-8859-1" : "UTF-8"));
    }

    /** A stream that skips and reads one byte at a time, as a decompressor may. */
    private static InputStream slow(String text) {
        return new ByteArrayInputStream(text.getBytes()) {
            @Override
            public synchronized long skip(long count) {
                return super.skip(Math.min(count, 1));
            }

            @Override
            public synchronized int read(byte[] buffer, int offset, int count) {
                return super.read(buffer, offset, Math.min(count, 1));
            }
        };
    }

    private static String text(InputStream stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Streams.copy(stream, bytes);
        return bytes.toString("UTF-8");
    }

    private static void check(String what, Object expected, Object actual) {
        if (expected == null ? actual != null : !expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + ", was " + actual);
        }
        System.out.println(what);
    }
}
