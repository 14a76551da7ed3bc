package dev.slipway.shell;

/** What the shell asks a page about itself: does it draw under the system bars, and what colour is behind it. */
final class PageLook {
    static final String QUESTION = "(function(){var m=document.querySelector('meta[name=viewport]'),"
        + "c=function(e){return e?getComputedStyle(e).backgroundColor:''},b=c(document.body),"
        + "t=/^$|^rgba.*, 0\\)$/.test(b);"
        + "return (m&&/viewport-fit\\s*=\\s*cover/.test(m.content)?'cover':'contain')+'|'+(t?c(document.documentElement):b)})()";

    final boolean coversScreen;
    final int background;

    private PageLook(boolean coversScreen, int background) {
        this.coversScreen = coversScreen;
        this.background = background;
    }

    /** @param answer the JSON text of the question's result; null or nonsense when the page is odd */
    static PageLook parse(String answer, int fallbackColor) {
        String text = answer == null ? "" : answer.replace("\"", "");
        int bar = text.indexOf('|');
        return bar < 0
            ? new PageLook(false, fallbackColor)
            : new PageLook(text.startsWith("cover|"), Colors.parseCss(text.substring(bar + 1), fallbackColor));
    }
}
