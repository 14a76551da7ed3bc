package dev.slipway.shell;

import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;

/** Passes the web view's requests to the app's server. Called on threads of the web view. */
final class AppRequests {
    private final AppServer server;
    private final AppOrigin origin;

    AppRequests(AppServer server, AppOrigin origin) {
        this.server = server;
        this.origin = origin;
    }

    /** Null if the request is for another origin: then it goes to the network. */
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
