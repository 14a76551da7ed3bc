package dev.slipway.shell;

import android.Manifest;
import android.webkit.GeolocationPermissions;
import java.util.Arrays;

/** The device's location for the app's own pages, if the manifest and the person allow it. */
final class LocationAccess {
    private final AppOrigin origin;
    private final RuntimePermissions permissions;

    LocationAccess(AppOrigin origin, RuntimePermissions permissions) {
        this.origin = origin;
        this.permissions = permissions;
    }

    void decide(String asking, GeolocationPermissions.Callback callback) {
        if (!origin.owns(asking)) {
            callback.invoke(asking, false, false);
            return;
        }
        // Since level 31, the precise location must be requested together with the approximate one.
        permissions.request(
            Arrays.asList(Manifest.permission.ACCESS_FINE_LOCATION, Manifest.permission.ACCESS_COARSE_LOCATION),
            () -> callback.invoke(asking, isGranted(), false));
    }

    private boolean isGranted() {
        return permissions.isGranted(Manifest.permission.ACCESS_FINE_LOCATION)
            || permissions.isGranted(Manifest.permission.ACCESS_COARSE_LOCATION);
    }
}
