package dev.slipway.shell;

/** Stops the shell from endlessly reloading a page that crashes its renderer each time. */
final class CrashLimit {
    private static final int MOST_CRASHES = 3;
    private static final long WINDOW_MILLISECONDS = 60_000;

    private final long[] times = new long[MOST_CRASHES];
    private int count;

    /** Records a crash; false if there were too many within a minute. */
    boolean mayReload(long nowMilliseconds) {
        long oldest = times[count % MOST_CRASHES];
        times[count % MOST_CRASHES] = nowMilliseconds;
        count++;
        return count <= MOST_CRASHES || nowMilliseconds - oldest > WINDOW_MILLISECONDS;
    }
}
