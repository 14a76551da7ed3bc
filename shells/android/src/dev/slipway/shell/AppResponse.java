package dev.slipway.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The response to a request for a file of the app. */
final class AppResponse {
    final int status;
    final String reason;
    final String type;
    final Map<String, String> headers = new LinkedHashMap<>();
    /** The character encoding to announce, or null. */
    final String encoding;
    final InputStream body;

    AppResponse(int status, String reason, String type, String encoding, InputStream body) {
        this.status = status;
        this.reason = reason;
        this.type = type;
        this.encoding = encoding;
        this.body = body;
    }

    static AppResponse empty(int status, String reason) {
        return new AppResponse(status, reason, "text/plain", TextEncoding.UTF_8, new ByteArrayInputStream(new byte[0]));
    }

    static AppResponse page(int status, String reason, String html) {
        return new AppResponse(status, reason, "text/html", TextEncoding.UTF_8, new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    AppResponse with(String header, String value) {
        headers.put(header, value);
        return this;
    }
}
