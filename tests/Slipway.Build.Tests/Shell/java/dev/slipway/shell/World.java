package dev.slipway.shell;

import android.content.pm.PackageInfo;
import android.net.Uri;
import android.webkit.JsResult;
import android.webkit.ValueCallback;
import android.webkit.WebChromeClient;
import android.webkit.WebResourceRequest;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import android.window.OnBackInvokedCallback;
import dev.slipway.fake.Fake;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.util.HashMap;
import java.util.Map;

/** The pretended device under {@link ScreenTest}: how its parts answer, and what the shell handed to them. */
final class World {
    static WebViewClient client;
    static WebChromeClient chrome;
    static OnBackInvokedCallback back;
    static Runnable posted;
    static WebView web;
    static Object chosen = "nothing";
    static boolean webCanGoBack;
    static int jsAnswers;
    static int themeColor;
    static android.webkit.DownloadListener downloads;
    static Bridge bridge;

    private World() {
    }

    static void answers() {
        Map<String, String> files = new HashMap<>();
        files.put("slipway.json", "{}");
        files.put("www/index.html", "<p>hello");
        Fake.when("AssetManager.open", (self, a) -> {
            String text = files.get((String) a[0]);
            if (text == null) {
                throw new FileNotFoundException((String) a[0]);
            }
            return new ByteArrayInputStream(text.getBytes("UTF-8"));
        });
        Fake.when("JSONObject.optString", (self, a) -> a[0].equals("backgroundColor") ? "#FF102030" : a[1]);
        Fake.when("JSONObject.optBoolean", (self, a) -> a[1]);
        Fake.when("Theme.resolveAttribute", (self, a) -> {
            ((android.util.TypedValue) a[1]).type = android.util.TypedValue.TYPE_FIRST_COLOR_INT;
            ((android.util.TypedValue) a[1]).data = themeColor;
            return themeColor != 0;
        });
        Fake.when("WebView.setWebViewClient", (self, a) -> {
            web = (WebView) self;
            client = (WebViewClient) a[0];
            return null;
        });
        Fake.when("WebView.setWebChromeClient", (self, a) -> {
            chrome = (WebChromeClient) a[0];
            return null;
        });
        Fake.when("WebView.setDownloadListener", (self, a) -> {
            downloads = (android.webkit.DownloadListener) a[0];
            return null;
        });
        Fake.when("WebView.addJavascriptInterface", (self, a) -> {
            bridge = (Bridge) a[0];
            return null;
        });
        Fake.when("WebView.canGoBack", (self, a) -> webCanGoBack);
        Fake.when("*.getParent", (self, a) -> new android.widget.FrameLayout());
        Fake.when("Window.getDecorView", (self, a) -> new android.widget.FrameLayout());
        Fake.when("WebView.postVisualStateCallback", (self, a) -> {
            ((WebView.VisualStateCallback) a[1]).onComplete(0);
            return null;
        });
        Fake.when("WebView.evaluateJavascript", (self, a) -> {
            if (a[1] != null) {
                ((ValueCallback) a[1]).onReceiveValue("\"cover|rgb(1, 2, 3)\"");
            }
            return null;
        });
        Fake.when("OnBackInvokedDispatcher.registerOnBackInvokedCallback", (self, a) -> {
            back = (OnBackInvokedCallback) a[1];
            return null;
        });
        Fake.when("Handler.postDelayed", (self, a) -> {
            posted = (Runnable) a[0];
            return true;
        });
        PackageInfo info = new PackageInfo();
        info.requestedPermissions = new String[] {"android.permission.CAMERA"};
        Fake.when("PackageManager.getPackageInfo", (self, a) -> info);
        Fake.when("Uri.parse", (self, a) -> address((String) a[0]));
        Map<Object, Object> sparse = new HashMap<>();
        Fake.when("SparseArray.put", (self, a) -> sparse.put(a[0], a[1]));
        Fake.when("SparseArray.get", (self, a) -> sparse.get(a[0]));
        Fake.when("SparseArray.remove", (self, a) -> sparse.remove(a[0]));
        Fake.when("JsResult.confirm", (self, a) -> jsAnswers++);
        Fake.when("JsResult.cancel", (self, a) -> jsAnswers++);
    }

    static ValueCallback chooser() {
        return new ValueCallback() {
            @Override
            public void onReceiveValue(Object uris) {
                chosen = uris;
            }
        };
    }

    static WebResourceRequest request(String text, boolean isPage, boolean hasGesture) {
        return new WebResourceRequest() {
            @Override
            public Uri getUrl() {
                return address(text);
            }

            @Override
            public String getMethod() {
                return "GET";
            }

            @Override
            public Map getRequestHeaders() {
                return new HashMap<String, String>();
            }

            @Override
            public boolean isForMainFrame() {
                return isPage;
            }

            @Override
            public boolean hasGesture() {
                return hasGesture;
            }
        };
    }

    static Uri address(String text) {
        return new Uri() {
            @Override
            public String getScheme() {
                return text.substring(0, text.indexOf(':'));
            }

            @Override
            public String getEncodedPath() {
                int slash = text.indexOf('/', text.indexOf("//") + 2);
                return slash < 0 ? "" : text.substring(slash);
            }

            @Override
            public String toString() {
                return text;
            }
        };
    }

    static void check(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError(what + "\n" + String.join("\n", Fake.calls));
        }
        System.out.println(what);
    }
}
