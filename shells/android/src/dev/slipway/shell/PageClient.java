package dev.slipway.shell;

import android.graphics.Bitmap;
import android.net.Uri;
import android.webkit.RenderProcessGoneDetail;
import android.webkit.WebResourceError;
import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;
import android.webkit.WebView;
import android.webkit.WebViewClient;

/** Decides where pages come from and where links go. */
final class PageClient extends WebViewClient {
    private final AppScreen screen;
    private final AppRequests requests;
    private final AppOrigin origin;
    private final ExternalLinks links;

    PageClient(AppScreen screen, AppRequests requests, AppOrigin origin, ExternalLinks links) {
        this.screen = screen;
        this.requests = requests;
        this.origin = origin;
        this.links = links;
    }

    @Override
    public WebResourceResponse shouldInterceptRequest(WebView view, WebResourceRequest request) {
        return requests.answer(request);
    }

    /** The page itself never leaves the app's origin; frames may show other web pages. */
    @Override
    public boolean shouldOverrideUrlLoading(WebView view, WebResourceRequest request) {
        Uri address = request.getUrl();
        if (origin.owns(address.toString())) {
            return false;
        }
        if (request.isForMainFrame()) {
            links.open(address);
            return true;
        }
        if (LinkPolicy.isWeb(address.getScheme())) {
            return false;
        }
        if (request.hasGesture()) {
            links.open(address);
        }
        return true;
    }

    @Override
    public void onPageStarted(WebView view, String address, Bitmap icon) {
        view.evaluateJavascript(BlobScript.REMEMBER, null);
    }

    @Override
    public void onPageCommitVisible(WebView view, String address) {
        view.evaluateJavascript(BlobScript.REMEMBER, null);
        screen.pageVisible();
    }

    @Override
    public void onPageFinished(WebView view, String address) {
        screen.pageVisible();
    }

    @Override
    public void onReceivedError(WebView view, WebResourceRequest request, WebResourceError error) {
        if (request.isForMainFrame()) {
            screen.pageVisible();
        }
    }

    @Override
    public void doUpdateVisitedHistory(WebView view, String address, boolean isReload) {
        screen.navigated(address);
    }

    @Override
    @RequiresSdk(26)
    public boolean onRenderProcessGone(WebView view, RenderProcessGoneDetail detail) {
        screen.replace(view);
        return true;
    }
}
