package dev.slipway.shell;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which links may leave the app. It never parses intent addresses: a page cannot choose a component or extras. */
final class LinkPolicy {
    private static final Set<String> SCHEMES = new HashSet<>(Arrays.asList("http", "https", "mailto", "tel", "sms", "smsto", "geo"));

    private LinkPolicy() {
    }

    static boolean mayOpen(String scheme) {
        return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    }

    static boolean isWeb(String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }
}
