package dev.slipway.shell;

import android.Manifest;
import android.webkit.PermissionRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Camera and microphone for the app's own pages, if the manifest and the person allow it. */
final class MediaAccess {
    private final AppOrigin origin;
    private final RuntimePermissions permissions;
    private final Set<PermissionRequest> open = new HashSet<>();

    MediaAccess(AppOrigin origin, RuntimePermissions permissions) {
        this.origin = origin;
        this.permissions = permissions;
    }

    void decide(PermissionRequest request) {
        List<String> needed = new ArrayList<>();
        for (String resource : request.getResources()) {
            String permission = permissionFor(resource);
            if (permission != null) {
                needed.add(permission);
            }
        }
        if (needed.isEmpty() || !origin.owns(request.getOrigin().toString())) {
            request.deny();
            return;
        }
        open.add(request);
        permissions.request(needed, () -> answer(request));
    }

    void forget(PermissionRequest request) {
        open.remove(request);
    }

    private void answer(PermissionRequest request) {
        if (!open.remove(request)) {
            return;
        }
        List<String> granted = new ArrayList<>();
        for (String resource : request.getResources()) {
            String permission = permissionFor(resource);
            if (permission != null && permissions.isGranted(permission)) {
                granted.add(resource);
            }
        }
        if (granted.isEmpty()) {
            request.deny();
        } else {
            request.grant(granted.toArray(new String[0]));
        }
    }

    private static String permissionFor(String resource) {
        switch (resource) {
            case PermissionRequest.RESOURCE_VIDEO_CAPTURE:
                return Manifest.permission.CAMERA;
            case PermissionRequest.RESOURCE_AUDIO_CAPTURE:
                return Manifest.permission.RECORD_AUDIO;
            default:
                return null;
        }
    }
}
