package dev.slipway.shell;

import android.webkit.ServiceWorkerClient;
import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;

/** Serves the app's files to its service workers. */
final class WorkerClient extends ServiceWorkerClient {
    private final AppRequests requests;

    WorkerClient(AppRequests requests) {
        this.requests = requests;
    }

    @Override
    public WebResourceResponse shouldInterceptRequest(WebResourceRequest request) {
        return requests.answer(request);
    }
}
