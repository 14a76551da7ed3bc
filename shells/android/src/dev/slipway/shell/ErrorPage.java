package dev.slipway.shell;

/** The page that people see if a page of the app does not exist. */
final class ErrorPage {
    private static final String HEAD = "<!doctype html><meta charset=utf-8>"
        + "<meta name=viewport content='width=device-width,initial-scale=1'><meta name=color-scheme content='light dark'>"
        + "<style>body{font:16px/1.5 system-ui,sans-serif;margin:20vh auto;max-width:28em;padding:0 1.5em}"
        + "code{word-break:break-all}</style>";

    private ErrorPage() {
    }

    /** @param file the requested file; null if the path could not name one */
    static AppResponse notFound(String file) {
        String what = file == null ? "This address names no page of this app." : "This app has no file <code>" + escape(file) + "</code>.";
        return AppResponse.page(404, "Not Found", HEAD + "<title>Page not found</title><h1>Page not found</h1><p>" + what);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
