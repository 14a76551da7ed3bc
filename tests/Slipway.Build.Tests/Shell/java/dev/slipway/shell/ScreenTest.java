package dev.slipway.shell;

import static dev.slipway.shell.World.*;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Build;
import android.os.Bundle;
import android.view.View;
import android.view.WindowInsets;
import android.webkit.JsResult;
import android.webkit.PermissionRequest;
import android.webkit.ValueCallback;
import android.webkit.WebChromeClient;
import android.webkit.WebView;
import dev.slipway.fake.Fake;
import java.io.ByteArrayInputStream;

/** Drives the whole shell on stand-ins of the platform: {@code ScreenTest 33 33}, the API level that is and the one that it claims to be. */
public final class ScreenTest {
    public static void main(String[] arguments) throws Exception {
        int level = Integer.parseInt(arguments[0]);
        Fake.reset(level);
        Build.VERSION.SDK_INT = Integer.parseInt(arguments[1]);
        answers();
        MainActivity activity = new MainActivity();
        activity.onCreate(null);
        activity.onStart();
        start(level);
        requests();
        navigation(activity, level);
        dialogs();
        files(activity);
        blobs(activity);
        permissions(activity);
        video();
        if (level >= 26) {
            crash();
        }
        insets(level);
        activity.onConfigurationChanged(null);
        activity.onTrimMemory(60);
        activity.onSaveInstanceState(new Bundle());
        activity.onStop();
        activity.onDestroy();
        restored();
        System.out.println("done");
    }

    private static void start(int level) {
        check("start page", Fake.called("WebView.loadUrl(https://localhost/index.html)"));
        check("no files", Fake.called("WebSettings.setAllowFileAccess(false)") && Fake.called("WebSettings.setAllowContentAccess(false)"));
        check("no mixed content", Fake.called("WebSettings.setMixedContentMode(1)"));
        check("no debugging of a release", Fake.called("WebView.setWebContentsDebuggingEnabled(false)"));
        check("workers", Fake.called("ServiceWorkerController.setServiceWorkerClient(WorkerClient)"));
        check("bridge", Fake.called("WebView.addJavascriptInterface(Bridge, slipway)"));
        check("background", Fake.called(".setBackgroundColor(" + 0xFF102030 + ")"));
        check("splash is held", posted != null);
        check("edge to edge from 30 on", (level >= 30) == Fake.called("Window.setDecorFitsSystemWindows(false)"));
        check("light icons on a dark page", level < 30 ? Fake.called("View.setSystemUiVisibility(0)") : Fake.called("WindowInsetsController.setSystemBarsAppearance(0, 24)"));
        check("darkening is off", Fake.called(level >= 33 ? "WebSettings.setAlgorithmicDarkeningAllowed(false)" : level >= 29 ? "WebSettings.setForceDark(0)" : "WebSettings"));
        client.onPageCommitVisible(web, "https://localhost/");
        check("splash goes", Fake.called("Handler.removeCallbacksAndMessages(null)"));
        check("page's own colour", Fake.called(".setBackgroundColor(" + 0xFF010203 + ")"));
    }

    private static void requests() {
        client.shouldInterceptRequest(web, request("https://localhost/", true, false));
        check("served", Fake.called("WebResourceResponse.<init>(text/html, utf-8, 200, OK, LinkedHashMap, BufferedInputStream)"));
        client.shouldInterceptRequest(web, request("https://localhost/gone.js", false, false));
        check("not found", Fake.called("WebResourceResponse.<init>(text/plain, utf-8, 404, Not Found, LinkedHashMap, ByteArrayInputStream)"));
        check("others go to the network", client.shouldInterceptRequest(web, request("https://example.org/", false, false)) == null);
    }

    private static void navigation(MainActivity activity, int level) {
        check("own page", !client.shouldOverrideUrlLoading(web, request("https://localhost/b.html", true, true)));
        check("foreign frame", !client.shouldOverrideUrlLoading(web, request("https://example.org/", false, true)));
        Fake.calls.clear();
        check("foreign page", client.shouldOverrideUrlLoading(web, request("https://example.org/", true, true)) && Fake.called(".startActivity"));
        Fake.calls.clear();
        check("intent address", client.shouldOverrideUrlLoading(web, request("intent://x#Intent;end", true, true)) && !Fake.called(".startActivity"));
        webCanGoBack = true;
        client.doUpdateVisitedHistory(web, "https://localhost/b.html", false);
        check("back is ours when there is a step", (level >= 33) == (back != null));
        if (level >= 33) {
            back.onBackInvoked();
        } else {
            activity.onBackPressed();
        }
        check("back", Fake.called("WebView.goBack()"));
        webCanGoBack = false;
        client.doUpdateVisitedHistory(web, "https://localhost/", false);
        check("back is the system's at the first page", (level >= 33) == Fake.called("OnBackInvokedDispatcher.unregisterOnBackInvokedCallback"));
    }

    private static void dialogs() {
        check("alert", chrome.onJsAlert(web, "", "hello", new JsResult()) && Fake.called("Builder.setMessage(hello)"));
        check("an open dialog has no answer yet", jsAnswers == 0);
        Fake.when("*.isFinishing", (self, a) -> true);
        chrome.onJsConfirm(web, "", "hello", new JsResult());
        check("no dialog on a closing window", jsAnswers == 1);
        Fake.when("*.isFinishing", (self, a) -> false);
    }

    private static void files(MainActivity activity) {
        int[] code = new int[1];
        Fake.when("*.startActivityForResult", (self, a) -> {
            code[0] = (Integer) a[1];
            return null;
        });
        chrome.onShowFileChooser(web, chooser(), new WebChromeClient.FileChooserParams());
        activity.onActivityResult(code[0], 0, null);
        check("cancelled chooser answers", chosen == null);
        chosen = "nothing";
        chrome.onShowFileChooser(web, chooser(), new WebChromeClient.FileChooserParams());
        Fake.when("Intent.getClipData", (self, a) -> null);
        Fake.when("Intent.getData", (self, a) -> address("content://documents/1"));
        activity.onActivityResult(code[0], Activity.RESULT_OK, new Intent());
        check("chosen file", ((Uri[]) chosen).length == 1);
        chrome.onShowFileChooser(web, chooser(), new WebChromeClient.FileChooserParams());
        Fake.when("Intent.getData", (self, a) -> address("file:///data/data/app/secret"));
        activity.onActivityResult(code[0], Activity.RESULT_OK, new Intent());
        check("a file address is refused", chosen == null);
        chosen = "nothing";
        Fake.when("*.startActivityForResult", (self, a) -> {
            throw new android.content.ActivityNotFoundException();
        });
        chrome.onShowFileChooser(web, chooser(), new WebChromeClient.FileChooserParams());
        check("no app to choose with", chosen == null);
    }

    private static void blobs(MainActivity activity) {
        java.io.ByteArrayOutputStream saved = new java.io.ByteArrayOutputStream();
        String[] scripts = new String[1];
        int[] code = new int[1];
        Fake.when("WebView.evaluateJavascript", (self, a) -> {
            scripts[0] = (String) a[0];
            if (a[1] != null) {
                ((ValueCallback) a[1]).onReceiveValue(scripts[0].contains("blob:https://localhost/1") ? "\"nnotes.json\"" : "null");
            }
            return null;
        });
        Fake.when("*.startActivityForResult", (self, a) -> {
            code[0] = (Integer) a[1];
            return null;
        });
        Fake.when("JSONObject.quote", (self, a) -> "\"" + a[0] + "\"");
        Fake.when("Uri.decode", (self, a) -> a[0]);
        Fake.when("*.openOutputStream", (self, a) -> saved);
        Fake.when("Base64.decode", (self, a) -> java.util.Base64.getDecoder().decode((String) a[0]));
        Fake.when("Intent.getData", (self, a) -> address("content://documents/1"));
        downloads.onDownloadStart("blob:https://localhost/1", "", "", "application/json", 3);
        check("a blob asks where to", Fake.called("Intent.putExtra(android.intent.extra.TITLE, notes.json)"));
        activity.onActivityResult(code[0], Activity.RESULT_OK, new Intent());
        String token = scripts[0].replaceAll("(?s).*'([0-9a-f-]{36})'.*", "$1");
        bridge.takeBlob("another", "eHl6");
        bridge.takeBlob(token, "YWJj");
        bridge.endBlob(token, true);
        bridge.takeBlob(token, "ZGVm");
        check("a blob is saved", saved.toString().equals("abc"));
        Fake.calls.clear();
        downloads.onDownloadStart("blob:https://localhost/2", "", "", "text/plain", 3);
        check("a blob that is gone is told", Fake.called("Toast.show()"));
        Fake.calls.clear();
        downloads.onDownloadStart("https://example.org/a.zip", "", "", "application/zip", 3);
        check("a download of the web goes to the browser", Fake.called(".startActivity(Intent)"));
    }

    private static void permissions(MainActivity activity) {
        Fake.when("PermissionRequest.getOrigin", (self, a) -> address("https://localhost/"));
        Fake.when("PermissionRequest.getResources", (self, a) -> new String[] {PermissionRequest.RESOURCE_VIDEO_CAPTURE, PermissionRequest.RESOURCE_AUDIO_CAPTURE});
        Fake.when("*.checkSelfPermission", (self, a) -> -1);
        String[][] granted = new String[1][];
        Fake.when("PermissionRequest.grant", (self, a) -> granted[0] = (String[]) a[0]);
        PermissionRequest request = new PermissionRequest();
        chrome.onPermissionRequest(request);
        check("asked once", Fake.called(".requestPermissions") && granted[0] == null);
        Fake.when("*.checkSelfPermission", (self, a) -> a[0].equals("android.permission.CAMERA") ? 0 : -1);
        activity.onRequestPermissionsResult(0x5001, new String[0], new int[0]);
        check("camera granted, undeclared microphone not", granted[0].length == 1 && granted[0][0].equals(PermissionRequest.RESOURCE_VIDEO_CAPTURE));
        Fake.when("PermissionRequest.getOrigin", (self, a) -> address("https://example.org/"));
        Fake.calls.clear();
        chrome.onPermissionRequest(new PermissionRequest());
        check("foreign frame is refused", Fake.called("PermissionRequest.deny()"));
        boolean[] place = {true};
        Fake.when("Callback.invoke", (self, a) -> place[0] = (Boolean) a[1]);
        chrome.onGeolocationPermissionsShowPrompt("https://localhost/", new android.webkit.GeolocationPermissions.Callback() { });
        check("undeclared location is refused", !place[0]);
    }

    private static void video() {
        Fake.calls.clear();
        chrome.onShowCustomView(new View(), new WebChromeClient.CustomViewCallback() { });
        check("video keeps the screen on", Fake.called("Window.addFlags(128)"));
        chrome.onHideCustomView();
        check("video ends", Fake.called("CustomViewCallback.onCustomViewHidden()") && Fake.called("Window.clearFlags(128)"));
    }

    private static void crash() {
        for (int i = 0; i < 4; i++) {
            Fake.calls.clear();
            WebView dead = web;
            client.onRenderProcessGone(dead, null);
            check("crash " + i, Fake.called("WebView.destroy()") && (i < 3) == Fake.called("WebView.loadUrl(https://localhost/)") && (i < 3) == (web != dead));
        }
        check("crash loop ends with a message", Fake.called("Builder.setMessage(This page stopped working.)"));
    }

    private static void restored() {
        Fake.calls.clear();
        Fake.when("WebView.restoreState", (self, a) -> null);
        Fake.when("*.getBundle", (self, a) -> null);
        Fake.when("*.getString", (self, a) -> "https://localhost/notes/12");
        themeColor = 0xFF445566;
        MainActivity activity = new MainActivity();
        activity.onCreate(new Bundle());
        check("the theme's colour is behind the page", Fake.called("View.setBackgroundColor(" + 0xFF445566 + ")"));
        check("comes back where it was", Fake.called("WebView.loadUrl(https://localhost/notes/12)"));
        activity.onTrimMemory(60);
        check("gives memory back", Fake.called("WebView.clearCache(false)"));
        Bundle state = new Bundle();
        activity.onSaveInstanceState(state);
        check("keeps its place", Fake.called("WebView.saveState(Bundle)"));
        activity.onDestroy();
        check("web view is destroyed", Fake.called("WebView.destroy()"));
        Fake.when("*.getString", (self, a) -> "https://evil.example/");
        Fake.calls.clear();
        new MainActivity().onCreate(new Bundle());
        check("a foreign place is not restored", Fake.called("WebView.loadUrl(https://localhost/index.html)"));
        Fake.when("WebView.<init>", (self, a) -> {
            throw new RuntimeException("no web view package");
        });
        Fake.calls.clear();
        new MainActivity().onCreate(null);
        check("a missing web view is told", Fake.called("Builder.setMessage(Android System WebView is missing or being updated.)"));
    }

    private static void insets(int level) {
        if (level < 30) {
            return;
        }
        Fake.calls.clear();
        android.widget.FrameLayout root = new android.widget.FrameLayout();
        SafeArea area = new SafeArea(new android.view.Window(), root);
        area.onApplyWindowInsets(root, new WindowInsets());
        check("page is padded", Fake.called("View.setPadding(0, 0, 0, 0)"));
        area.show(true, web);
        check("page that covers is told", Fake.called("WebView.evaluateJavascript((function(s){s.setProperty('--safe-area-inset-top'"));
    }
}
