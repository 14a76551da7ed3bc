package dev.slipway.shell;

/** What the shell asks a page about itself: whether it draws under the system bars, and its background colour. */
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

    /** @param answer the JSON text of the script's result; an odd page may return null or anything else */
    static PageLook parse(String answer, int fallbackColor) {
        String text = answer == null ? "" : answer.replace("\"", "");
        int bar = text.indexOf('|');
        return bar < 0
            ? new PageLook(false, fallbackColor)
            : new PageLook(text.startsWith("cover|"), Colors.parseCss(text.substring(bar + 1), fallbackColor));
    }
}
