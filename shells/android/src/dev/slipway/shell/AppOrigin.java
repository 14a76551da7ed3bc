package dev.slipway.shell;

import java.util.Locale;

/** The origin under which the app's own files are served, for example {@code https://localhost}. */
final class AppOrigin {
    private final String root;

    AppOrigin(String scheme, String hostname) {
        root = scheme.toLowerCase(Locale.ROOT) + "://" + hostname.toLowerCase(Locale.ROOT);
    }

    /** The address of a page of the app; the path is relative to the app's folder. */
    String address(String path) {
        return root + "/" + path;
    }

    /**
     * Whether an address, as the web view normalises it, belongs to the app. Only a path, a query, a fragment or nothing may
     * follow: {@code https://localhost@evil.example} and {@code https://localhost:8080} are other origins.
     */
    boolean owns(String address) {
        if (address == null || !address.startsWith(root)) {
            return false;
        }
        return address.length() == root.length() || "/?#".indexOf(address.charAt(root.length())) >= 0;
    }
}
