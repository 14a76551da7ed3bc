package dev.slipway.shell;

import android.app.Activity;
import android.net.Uri;
import android.view.View;
import android.webkit.ConsoleMessage;
import android.webkit.GeolocationPermissions;
import android.webkit.JsPromptResult;
import android.webkit.JsResult;
import android.webkit.PermissionRequest;
import android.webkit.ValueCallback;
import android.webkit.WebChromeClient;
import android.webkit.WebView;

/** What a page asks of the browser around it: dialogs, files, video, permissions. */
final class PageChrome extends WebChromeClient {
    private final AppScreen screen;
    private final PageDialogs dialogs;
    private final FileChooser chooser;
    private final MediaAccess media;
    private final LocationAccess location;

    PageChrome(Activity activity, AppScreen screen, AppOrigin origin) {
        this.screen = screen;
        dialogs = new PageDialogs(activity);
        chooser = new FileChooser(activity, screen.results(), screen.permissions());
        media = new MediaAccess(origin, screen.permissions());
        location = new LocationAccess(origin, screen.permissions());
    }

    @Override
    public boolean onJsAlert(WebView view, String address, String message, JsResult result) {
        return dialogs.alert(message, result);
    }

    @Override
    public boolean onJsConfirm(WebView view, String address, String message, JsResult result) {
        return dialogs.confirm(message, result);
    }

    @Override
    public boolean onJsBeforeUnload(WebView view, String address, String message, JsResult result) {
        return dialogs.confirm("Leave this page? Changes that you made may not be saved.", result);
    }

    @Override
    public boolean onJsPrompt(WebView view, String address, String message, String value, JsPromptResult result) {
        return dialogs.prompt(message, value, result);
    }

    @Override
    public boolean onShowFileChooser(WebView view, ValueCallback<Uri[]> chosen, FileChooserParams wish) {
        chooser.open(chosen, wish);
        return true;
    }

    @Override
    public void onPermissionRequest(PermissionRequest request) {
        media.decide(request);
    }

    @Override
    public void onPermissionRequestCanceled(PermissionRequest request) {
        media.forget(request);
    }

    @Override
    public void onGeolocationPermissionsShowPrompt(String asking, GeolocationPermissions.Callback callback) {
        location.decide(asking, callback);
    }

    @Override
    public void onShowCustomView(View view, CustomViewCallback callback) {
        screen.video().show(view, callback);
        screen.updateBack();
    }

    @Override
    public void onHideCustomView() {
        screen.video().hide();
        screen.updateBack();
    }

    @Override
    public boolean onConsoleMessage(ConsoleMessage message) {
        return ConsoleLog.write(message);
    }
}
