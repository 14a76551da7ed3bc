package dev.slipway.shell;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Part of a file, for a request with a Range header. Chromium seeks in the stream of such a response by itself: it checks the
 * range against available(), then skips to the range's first byte (android_webview, InputStreamReader::Seek). So until the
 * first read, this stream reports the whole file's length and swallows skips; then it is at the range's start by itself.
 * That also works for a web view that does not seek.
 */
final class RangeStream extends FilterInputStream {
    private final long first;
    private final long fileLength;
    private long left;
    private boolean started;

    RangeStream(InputStream file, long first, long length, long fileLength) {
        super(file);
        this.first = first;
        this.fileLength = fileLength;
        left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        start();
        if (count == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(count, left));
        if (read > 0) {
            left -= read;
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        if (!started) {
            return Math.max(0, count);
        }
        long skipped = in.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(started ? left : fileLength, Integer.MAX_VALUE);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void start() throws IOException {
        if (started) {
            return;
        }
        started = true;
        for (long rest = first; rest > 0;) {
            long skipped = in.skip(rest);
            if (skipped == 0 && in.read() < 0) {
                left = 0;
                return;
            }
            rest -= skipped == 0 ? 1 : skipped;
        }
    }
}
