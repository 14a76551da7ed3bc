package dev.slipway.shell;

import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;

/** Between the web view's requests and the app's server. Called on threads of the web view. */
final class AppRequests {
    private final AppServer server;
    private final AppOrigin origin;

    AppRequests(AppServer server, AppOrigin origin) {
        this.server = server;
        this.origin = origin;
    }

    /** Null leaves the request to the network: it is for another origin. */
    WebResourceResponse answer(WebResourceRequest request) {
        if (!origin.owns(request.getUrl().toString())) {
            return null;
        }
        AppResponse response = server.answer(
            request.getMethod(), request.getUrl().getEncodedPath(), request.getRequestHeaders(), request.isForMainFrame());
        return new WebResourceResponse(
            response.type, response.encoding, response.status, response.reason, response.headers, response.body);
    }

    AppServer server() {
        return server;
    }
}
