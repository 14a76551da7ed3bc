package dev.slipway.shell;

import android.webkit.WebView;

/** Asks the page for its look once the web view has drawn its current state. */
final class LookRequest extends WebView.VisualStateCallback {
    /** Takes the answer. */
    interface Answer {
        void take(PageLook look);
    }

    private final WebView web;
    private final Answer answer;
    private final int fallbackColor;

    LookRequest(WebView web, Answer answer, int fallbackColor) {
        this.web = web;
        this.answer = answer;
        this.fallbackColor = fallbackColor;
    }

    @Override
    public void onComplete(long requestId) {
        if (web.getParent() != null) {
            web.evaluateJavascript(PageLook.QUESTION, text -> answer.take(PageLook.parse(text, fallbackColor)));
        }
    }
}
