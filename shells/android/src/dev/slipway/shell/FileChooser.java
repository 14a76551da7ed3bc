package dev.slipway.shell;

import android.Manifest;
import android.app.Activity;
import android.content.ClipData;
import android.content.ContentResolver;
import android.content.Intent;
import android.net.Uri;
import android.webkit.ValueCallback;
import android.webkit.WebChromeClient.FileChooserParams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The file input of a page: documents, several at once, or the camera. Every way out answers the page; otherwise the input stays dead. */
final class FileChooser {
    private final ActivityResults results;
    private final RuntimePermissions permissions;
    private final CameraCapture camera;
    private ValueCallback<Uri[]> waiting;

    FileChooser(Activity activity, ActivityResults results, RuntimePermissions permissions) {
        this.results = results;
        this.permissions = permissions;
        camera = new CameraCapture(activity);
    }

    void open(ValueCallback<Uri[]> chosen, FileChooserParams wish) {
        answer(null);
        waiting = chosen;
        AcceptedTypes types = new AcceptedTypes(wish.getAcceptTypes());
        if (wish.isCaptureEnabled() && camera.canCapture(types)) {
            // An app that declares the camera permission may start the camera app only if it holds that permission.
            permissions.request(Collections.singletonList(Manifest.permission.CAMERA), () -> capture(types));
        } else {
            pick(types, wish.getMode() == FileChooserParams.MODE_OPEN_MULTIPLE);
        }
    }

    private void pick(AcceptedTypes types, boolean several) {
        Intent intent = new Intent(Intent.ACTION_GET_CONTENT)
            .addCategory(Intent.CATEGORY_OPENABLE)
            .setType(types.toArray().length == 1 ? types.toArray()[0] : "*/*")
            .putExtra(Intent.EXTRA_ALLOW_MULTIPLE, several);
        if (!types.isEmpty()) {
            intent.putExtra(Intent.EXTRA_MIME_TYPES, types.toArray());
        }
        start(intent, (result, data) -> answer(result == Activity.RESULT_OK ? chosenFrom(data) : null));
    }

    private void capture(AcceptedTypes types) {
        Uri target = camera.newTarget(types);
        start(camera.intent(types, target), (result, data) -> answer(result == Activity.RESULT_OK ? new Uri[] {target} : null));
    }

    private void start(Intent intent, ActivityResults.Receiver receiver) {
        if (!results.start(intent, receiver)) {
            answer(null);
        }
    }

    private void answer(Uri[] chosen) {
        if (waiting != null) {
            waiting.onReceiveValue(chosen);
            waiting = null;
        }
    }

    /** Accepts only content addresses: a file address from another app could name a private file of this app. */
    private static Uri[] chosenFrom(Intent data) {
        List<Uri> chosen = new ArrayList<>();
        ClipData clip = data == null ? null : data.getClipData();
        for (int i = 0; clip != null && i < clip.getItemCount(); i++) {
            add(clip.getItemAt(i).getUri(), chosen);
        }
        if (chosen.isEmpty() && data != null) {
            add(data.getData(), chosen);
        }
        return chosen.isEmpty() ? null : chosen.toArray(new Uri[0]);
    }

    private static void add(Uri address, List<Uri> chosen) {
        if (address != null && ContentResolver.SCHEME_CONTENT.equals(address.getScheme())) {
            chosen.add(address);
        }
    }
}
