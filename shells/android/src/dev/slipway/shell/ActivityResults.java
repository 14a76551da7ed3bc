package dev.slipway.shell;

import android.app.Activity;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.util.SparseArray;

/** Starts other activities and returns their results to the callers. */
final class ActivityResults {
    /** Takes a result; data is null if the person went back. */
    interface Receiver {
        void take(int result, Intent data);
    }

    private static final int FIRST_REQUEST = 0x5100;

    private final Activity activity;
    private final SparseArray<Receiver> waiting = new SparseArray<>();
    private int next = FIRST_REQUEST;

    ActivityResults(Activity activity) {
        this.activity = activity;
    }

    /** False if no app can handle the intent; then no result follows. */
    boolean start(Intent intent, Receiver receiver) {
        int request = next++;
        waiting.put(request, receiver);
        try {
            activity.startActivityForResult(intent, request);
            return true;
        } catch (ActivityNotFoundException | SecurityException e) {
            waiting.remove(request);
            return false;
        }
    }

    void deliver(int request, int result, Intent data) {
        Receiver receiver = waiting.get(request);
        waiting.remove(request);
        if (receiver != null) {
            receiver.take(result, data);
        }
    }
}
