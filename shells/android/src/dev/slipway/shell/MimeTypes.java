package dev.slipway.shell;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Media types of the files of web apps (IANA registry, WHATWG MIME Sniffing). */
final class MimeTypes {
    static final String UNKNOWN = "application/octet-stream";

    private static final String[] BY_EXTENSION = {
        "text/html html htm", "application/xhtml+xml xhtml xht", "text/css css", "text/javascript js mjs cjs",
        "application/json json map topojson", "application/ld+json jsonld", "application/geo+json geojson",
        "application/manifest+json webmanifest",
        "application/wasm wasm", "text/plain txt text log", "text/markdown md", "text/csv csv", "text/vtt vtt",
        "text/calendar ics", "application/xml xml xsl xslt", "application/rss+xml rss", "application/atom+xml atom",
        "image/svg+xml svg", "image/png png", "image/apng apng", "image/jpeg jpg jpeg jpe", "image/gif gif",
        "image/webp webp", "image/avif avif", "image/bmp bmp", "image/x-icon ico cur", "image/tiff tif tiff",
        "image/heic heic", "image/heif heif",
        "font/woff woff", "font/woff2 woff2", "font/ttf ttf", "font/otf otf", "font/collection ttc",
        "application/vnd.ms-fontobject eot",
        "video/mp4 mp4 m4v", "video/webm webm", "video/ogg ogv", "video/quicktime mov", "video/3gpp 3gp",
        "video/x-matroska mkv", "video/mp2t ts",
        "audio/mpeg mp3", "audio/mp4 m4a", "audio/aac aac", "audio/ogg ogg oga opus", "audio/wav wav", "audio/flac flac",
        "audio/webm weba", "audio/midi mid midi",
        "application/vnd.apple.mpegurl m3u8", "application/dash+xml mpd",
        "application/pdf pdf", "application/zip zip", "application/gzip gz", "application/epub+zip epub",
        "model/gltf+json gltf", "model/gltf-binary glb",
    };

    private static final Map<String, String> TYPES = new HashMap<>();

    static {
        for (String line : BY_EXTENSION) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                TYPES.put(words[i], words[0]);
            }
        }
    }

    private MimeTypes() {
    }

    static String ofFile(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return ofExtension(name.substring(name.lastIndexOf('.') + 1));
    }

    static String ofExtension(String extension) {
        String type = TYPES.get(extension.toLowerCase(Locale.ROOT));
        return type == null ? UNKNOWN : type;
    }

    /** Whether the bytes are text. */
    static boolean isText(String type) {
        return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml");
    }
}
