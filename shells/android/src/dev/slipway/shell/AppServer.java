package dev.slipway.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Answers requests for the app's own files like a small web server: GET and HEAD, folders' index pages, byte ranges,
 * routes of single-page apps. A web view accepts no 3xx for an intercepted request, so there is no 304 and no redirect.
 */
final class AppServer {
    private static final String FOLDER =
        "<!doctype html><script>location.replace(location.pathname+'/'+location.search+location.hash)</script>";

    private final AppFiles files;
    private final String startFile;
    private final String tag;

    /**
     * @param startPage the page that the app starts with; its query and fragment do not count
     * @param tag identifies this version of the app's files, for the ETag
     */
    AppServer(AppFiles files, String startPage, String tag) {
        this.files = files;
        this.tag = "\"" + tag + "\"";
        startFile = AppPath.resolve(startPage.split("[?#]", 2)[0]);
    }

    /** @param isNavigation whether the response becomes the page itself */
    AppResponse answer(String method, String encodedPath, Map<String, String> requestHeaders, boolean isNavigation) {
        boolean isHead = "HEAD".equals(method);
        if (!isHead && !"GET".equals(method)) {
            return AppResponse.empty(405, "Method Not Allowed").with("Allow", "GET, HEAD");
        }
        String file = AppPath.resolve(encodedPath);
        InputStream stream = file == null ? null : open(file);
        if (stream != null) {
            return serve(file, stream, isHead, requestHeaders);
        }
        return isNavigation ? missingPage(file) : AppResponse.empty(404, "Not Found");
    }

    private AppResponse missingPage(String file) {
        if (file != null && !AppPath.hasExtension(file)) {
            if (exists(file + "/" + AppPath.INDEX)) {
                return AppResponse.page(200, "OK", FOLDER);
            }
            AppResponse start = page(startFile);
            // The start page may be a route itself.
            if (start == null) {
                start = page(AppPath.INDEX);
            }
            if (start != null) {
                return start;
            }
        }
        return ErrorPage.notFound(file);
    }

    private AppResponse page(String file) {
        InputStream stream = file == null ? null : open(file);
        if (stream == null) {
            return null;
        }
        TextFile text = TextFile.of(MimeTypes.ofFile(file), stream);
        return new AppResponse(200, "OK", text.type, text.encoding, text.content);
    }

    private AppResponse serve(String file, InputStream stream, boolean isHead, Map<String, String> requestHeaders) {
        long length = length(stream);
        String asked = header(requestHeaders, "Range");
        String condition = header(requestHeaders, "If-Range");
        ByteRange range = condition != null && !condition.equals(tag) ? null : ByteRange.parse(asked, length);
        if (range == ByteRange.UNSATISFIABLE) {
            close(stream);
            return AppResponse.empty(416, "Range Not Satisfiable").with("Content-Range", "bytes */" + length);
        }
        long first = range == null ? 0 : range.first;
        long count = range == null ? length : range.length();
        TextFile text = TextFile.of(MimeTypes.ofFile(file), stream);
        AppResponse response = new AppResponse(range == null ? 200 : 206, range == null ? "OK" : "Partial Content", text.type, text.encoding,
            isHead ? nothing(text.content) : asked == null ? text.content : new RangeStream(text.content, first, count, length));
        if (range != null) {
            response.with("Content-Range", "bytes " + range.first + "-" + range.last + "/" + length);
        }
        return response.with("Content-Length", Long.toString(count)).with("Accept-Ranges", "bytes")
            .with("Cache-Control", "no-cache").with("ETag", tag);
    }

    private InputStream open(String file) {
        try {
            return files.open(file);
        } catch (IOException e) {
            return null;
        }
    }

    private boolean exists(String file) {
        InputStream stream = open(file);
        close(stream);
        return stream != null;
    }

    private static InputStream nothing(InputStream stream) {
        close(stream);
        return new ByteArrayInputStream(new byte[0]);
    }

    private static long length(InputStream stream) {
        try {
            return stream.available();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void close(InputStream stream) {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException e) {
            // Nothing was written, so nothing is lost.
        }
    }

    private static String header(Map<String, String> headers, String name) {
        for (Map.Entry<String, String> entry : headers.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
