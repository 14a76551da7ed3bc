package dev.slipway.shell;

import android.app.Activity;
import android.content.ClipData;
import android.content.Intent;
import android.net.Uri;
import android.provider.MediaStore;

/** Photos and videos from the device's camera app, for a file input with the capture attribute. */
final class CameraCapture {
    private final Activity activity;

    CameraCapture(Activity activity) {
        this.activity = activity;
    }

    boolean canCapture(AcceptedTypes types) {
        return (types.wants("image") || types.wants("video")) && CaptureProvider.isDeclared(activity);
    }

    Uri newTarget(AcceptedTypes types) {
        return CaptureProvider.newFile(activity, isVideo(types) ? ".mp4" : ".jpg");
    }

    Intent intent(AcceptedTypes types, Uri target) {
        Intent intent = new Intent(isVideo(types) ? MediaStore.ACTION_VIDEO_CAPTURE : MediaStore.ACTION_IMAGE_CAPTURE)
            .putExtra(MediaStore.EXTRA_OUTPUT, target)
            .addFlags(Intent.FLAG_GRANT_WRITE_URI_PERMISSION | Intent.FLAG_GRANT_READ_URI_PERMISSION);
        intent.setClipData(ClipData.newRawUri("", target));
        return intent;
    }

    private static boolean isVideo(AcceptedTypes types) {
        return !types.wants("image");
    }
}
