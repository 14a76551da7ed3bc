package dev.slipway.shell;

/** One range of a Range header, resolved against the length of a file (RFC 9110, 14.1.2 and 14.2). */
final class ByteRange {
    /** The header requests bytes that the file does not have: the response is 416. */
    static final ByteRange UNSATISFIABLE = new ByteRange(-1, -1);

    private static final String UNIT = "bytes=";

    final long first;
    final long last;

    private ByteRange(long first, long last) {
        this.first = first;
        this.last = last;
    }

    long length() {
        return last - first + 1;
    }

    /** The range that a header requests; null if the header is to be ignored: another unit, several ranges, invalid syntax. */
    static ByteRange parse(String header, long fileLength) {
        if (header == null || !header.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return null;
        }
        String spec = header.substring(UNIT.length()).trim();
        int dash = spec.indexOf('-');
        if (dash < 0) {
            return null;
        }
        String from = spec.substring(0, dash).trim();
        String to = spec.substring(dash + 1).trim();
        if (!isNumber(from) || !isNumber(to) || from.isEmpty() && to.isEmpty()) {
            return null;
        }
        return from.isEmpty() ? suffix(number(to), fileLength) : between(number(from), to, fileLength);
    }

    private static ByteRange suffix(long count, long fileLength) {
        if (count == 0 || fileLength == 0) {
            return UNSATISFIABLE;
        }
        return new ByteRange(Math.max(0, fileLength - count), fileLength - 1);
    }

    private static ByteRange between(long first, String to, long fileLength) {
        long last = to.isEmpty() ? Long.MAX_VALUE : number(to);
        if (last < first) {
            return null;
        }
        return first >= fileLength ? UNSATISFIABLE : new ByteRange(first, Math.min(last, fileLength - 1));
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
