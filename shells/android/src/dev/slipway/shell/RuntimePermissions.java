package dev.slipway.shell;

import android.app.Activity;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Asks the person for permissions that the manifest declares, one request at a time. */
final class RuntimePermissions {
    private static final int REQUEST = 0x5001;

    private final Activity activity;
    private final List<String> declared;
    private final ArrayDeque<Request> queue = new ArrayDeque<>();

    RuntimePermissions(Activity activity) {
        this.activity = activity;
        declared = declared(activity);
    }

    boolean isDeclared(String permission) {
        return declared.contains(permission);
    }

    boolean isGranted(String permission) {
        return activity.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED;
    }

    /** Requests the declared permissions that are not granted yet, then runs the action, which checks what is granted now. */
    void request(List<String> permissions, Runnable then) {
        List<String> missing = new ArrayList<>();
        for (String permission : permissions) {
            if (isDeclared(permission) && !isGranted(permission)) {
                missing.add(permission);
            }
        }
        if (missing.isEmpty()) {
            then.run();
            return;
        }
        queue.add(new Request(missing.toArray(new String[0]), then));
        if (queue.size() == 1) {
            ask();
        }
    }

    void deliver(int request) {
        if (request != REQUEST || queue.isEmpty()) {
            return;
        }
        queue.remove().then.run();
        if (!queue.isEmpty()) {
            ask();
        }
    }

    private void ask() {
        activity.requestPermissions(queue.peek().permissions, REQUEST);
    }

    private static List<String> declared(Activity activity) {
        try {
            PackageInfo info = activity.getPackageManager().getPackageInfo(activity.getPackageName(), PackageManager.GET_PERMISSIONS);
            return info.requestedPermissions == null ? Collections.<String>emptyList() : Arrays.asList(info.requestedPermissions);
        } catch (PackageManager.NameNotFoundException e) {
            return Collections.emptyList();
        }
    }

    private static final class Request {
        final String[] permissions;
        final Runnable then;

        Request(String[] permissions, Runnable then) {
            this.permissions = permissions;
            this.then = then;
        }
    }
}
