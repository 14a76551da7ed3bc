package dev.slipway.shell;

import android.app.Activity;
import android.content.pm.ApplicationInfo;
import android.content.pm.PackageManager;
import android.os.Build;
import android.util.Log;
import android.webkit.CookieManager;
import android.webkit.ServiceWorkerController;
import android.webkit.ServiceWorkerWebSettings;
import android.webkit.WebSettings;
import android.webkit.WebView;

/** Creates web views that show the app and can reach nothing else on the device. */
final class WebViewFactory {
    private final Activity activity;
    private final ShellConfig config;
    private final AppScreen screen;

    WebViewFactory(Activity activity, ShellConfig config, AppScreen screen) {
        this.activity = activity;
        this.config = config;
        this.screen = screen;
    }

    /** Null if the device has no usable web view, for example while its package is being replaced. */
    WebView create(int background) {
        WebView web;
        try {
            web = new WebView(activity);
        } catch (RuntimeException e) {
            Log.e(ShellConfig.LOG, "no web view", e);
            return null;
        }
        boolean isDebuggable = (activity.getApplicationInfo().flags & ApplicationInfo.FLAG_DEBUGGABLE) != 0;
        WebView.setWebContentsDebuggingEnabled(isDebuggable);
        web.setBackgroundColor(background);
        configure(web.getSettings());
        CookieManager.getInstance().setAcceptThirdPartyCookies(web, false);
        connect(web);
        return web;
    }

    private void connect(WebView web) {
        AppServer server = new AppServer(new AssetFiles(activity.getAssets()), config.start, versionTag());
        AppRequests requests = new AppRequests(server, config.origin);
        serveWorkers(requests);
        ExternalLinks links = new ExternalLinks(activity);
        web.setWebViewClient(new PageClient(screen, requests, config.origin, links));
        web.setWebChromeClient(new PageChrome(activity, screen, config.origin));
        BlobDownloads blobs = new BlobDownloads(activity, screen.results());
        Downloads downloads = new Downloads(activity, screen.results(), requests, config.origin, links);
        web.setDownloadListener((address, agent, disposition, type, length) -> {
            if (address.startsWith("blob:")) {
                blobs.start(web, address, type);
            } else {
                downloads.start(address, disposition, type);
            }
        });
        web.addJavascriptInterface(new Bridge(activity, blobs), "slipway");
    }

    private static void configure(WebSettings settings) {
        settings.setJavaScriptEnabled(true);
        settings.setDomStorageEnabled(true);
        settings.setDatabaseEnabled(true);
        settings.setMediaPlaybackRequiresUserGesture(false);
        settings.setAllowFileAccess(false);
        settings.setAllowContentAccess(false);
        settings.setMixedContentMode(WebSettings.MIXED_CONTENT_NEVER_ALLOW);
        settings.setSupportMultipleWindows(false);
        settings.setJavaScriptCanOpenWindowsAutomatically(true);
        settings.setUseWideViewPort(true);
        if (Build.VERSION.SDK_INT >= 33) {
            settings.setAlgorithmicDarkeningAllowed(false);
        } else if (Build.VERSION.SDK_INT >= 29) {
            settings.setForceDark(WebSettings.FORCE_DARK_OFF);
        }
    }

    /** Requests of service workers do not pass through any web view's client. */
    private static void serveWorkers(AppRequests requests) {
        ServiceWorkerController controller = ServiceWorkerController.getInstance();
        ServiceWorkerWebSettings settings = controller.getServiceWorkerWebSettings();
        settings.setAllowFileAccess(false);
        settings.setAllowContentAccess(false);
        controller.setServiceWorkerClient(new WorkerClient(requests));
    }

    /** Changes whenever the installed package does. */
    private String versionTag() {
        try {
            long updated = activity.getPackageManager().getPackageInfo(activity.getPackageName(), 0).lastUpdateTime;
            return Long.toString(updated, Character.MAX_RADIX);
        } catch (PackageManager.NameNotFoundException e) {
            return "0";
        }
    }
}
