package dev.slipway.shell;

import android.os.Bundle;
import android.os.Parcel;
import android.webkit.WebView;

/** Keeps the web view's history across a rotation and the end of the process. */
final class SavedState {
    private static final String HISTORY = "slipway.history";
    private static final String ADDRESS = "slipway.address";

    /** The transaction with all state that an app saves may have 1 MB; a larger one ends the process. */
    private static final int LARGEST_BYTES = 256 * 1024;

    private SavedState() {
    }

    static void save(WebView web, Bundle state) {
        state.putString(ADDRESS, web.getUrl());
        Bundle history = new Bundle();
        if (web.saveState(history) != null && size(history) <= LARGEST_BYTES) {
            state.putBundle(HISTORY, history);
        }
    }

    /** False if there was nothing to restore. */
    static boolean restore(WebView web, Bundle state, AppOrigin origin) {
        Bundle history = state.getBundle(HISTORY);
        if (history != null && web.restoreState(history) != null) {
            return true;
        }
        String address = state.getString(ADDRESS);
        if (!origin.owns(address)) {
            return false;
        }
        web.loadUrl(address);
        return true;
    }

    private static int size(Bundle bundle) {
        Parcel parcel = Parcel.obtain();
        try {
            bundle.writeToParcel(parcel, 0);
            return parcel.dataSize();
        } finally {
            parcel.recycle();
        }
    }
}
