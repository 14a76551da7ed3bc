package dev.slipway.shell;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import android.provider.OpenableColumns;
import java.io.File;
import java.io.FileNotFoundException;
import java.util.UUID;

/**
 * Lends the camera app a file in this app's cache for its photo. Works only if the manifest declares it, not
 * exported, with grantUriPermissions, under the authority {@code <package>.slipway.capture}.
 */
public final class CaptureProvider extends ContentProvider {
    private static final String AUTHORITY = ".slipway.capture";
    private static final String FOLDER = "slipway-capture";

    static boolean isDeclared(Context context) {
        return context.getPackageManager().resolveContentProvider(context.getPackageName() + AUTHORITY, 0) != null;
    }

    static Uri newFile(Context context, String extension) {
        return new Uri.Builder().scheme("content").authority(context.getPackageName() + AUTHORITY)
            .appendPath(UUID.randomUUID() + extension).build();
    }

    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public ParcelFileDescriptor openFile(Uri address, String mode) throws FileNotFoundException {
        return ParcelFileDescriptor.open(file(address), ParcelFileDescriptor.parseMode(mode));
    }

    @Override
    public String getType(Uri address) {
        return MimeTypes.ofFile(name(address));
    }

    @Override
    public Cursor query(Uri address, String[] columns, String selection, String[] arguments, String order) {
        MatrixCursor cursor = new MatrixCursor(new String[] {OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE}, 1);
        try {
            cursor.addRow(new Object[] {name(address), file(address).length()});
        } catch (FileNotFoundException e) {
            return cursor;
        }
        return cursor;
    }

    @Override
    public Uri insert(Uri address, ContentValues values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int update(Uri address, ContentValues values, String selection, String[] arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int delete(Uri address, String selection, String[] arguments) {
        throw new UnsupportedOperationException();
    }

    private File file(Uri address) throws FileNotFoundException {
        File folder = new File(getContext().getCacheDir(), FOLDER);
        if (!folder.isDirectory() && !folder.mkdirs()) {
            throw new FileNotFoundException(folder.getPath());
        }
        return new File(folder, name(address));
    }

    /** A name that this class made: letters, digits, hyphens and one dot, so it stays in its folder. */
    private static String name(Uri address) {
        String name = address.getLastPathSegment();
        if (name == null || !name.matches("[0-9a-f-]{36}\\.(jpg|mp4)")) {
            throw new IllegalArgumentException("not a captured file");
        }
        return name;
    }
}
