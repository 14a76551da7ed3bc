package dev.slipway.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The accept attribute of a file input, as media types that a document picker understands. */
final class AcceptedTypes {
    private final List<String> types;

    /** @param accepted the values from the web view: each a media type, an extension, or several with commas */
    AcceptedTypes(String[] accepted) {
        Set<String> found = new LinkedHashSet<>();
        for (String list : accepted == null ? new String[0] : accepted) {
            for (String item : list.split(",")) {
                add(item.trim(), found);
            }
        }
        types = new ArrayList<>(found);
    }

    String[] toArray() {
        return types.toArray(new String[0]);
    }

    boolean isEmpty() {
        return types.isEmpty();
    }

    /** Whether the attribute names a kind of file ({@code image}, {@code video}, {@code audio}). */
    boolean wants(String kind) {
        for (String type : types) {
            if (type.startsWith(kind + "/")) {
                return true;
            }
        }
        return false;
    }

    private static void add(String item, Set<String> found) {
        if (item.startsWith(".")) {
            String type = MimeTypes.ofExtension(item.substring(1));
            // An unknown extension allows all files: the person knows better than a table.
            found.add(type.equals(MimeTypes.UNKNOWN) ? "*/*" : type);
        } else if (item.indexOf('/') > 0) {
            found.add(item);
        }
    }
}
