package dev.slipway.shell;

import android.util.Log;
import android.webkit.ConsoleMessage;

/** The page's console, in the device's log with file and line. */
final class ConsoleLog {
    private ConsoleLog() {
    }

    static boolean write(ConsoleMessage message) {
        Log.println(priority(message.messageLevel()), ShellConfig.LOG,
            message.sourceId() + ":" + message.lineNumber() + " " + message.message());
        return true;
    }

    private static int priority(ConsoleMessage.MessageLevel level) {
        switch (level) {
            case ERROR:
                return Log.ERROR;
            case WARNING:
                return Log.WARN;
            case DEBUG:
                return Log.DEBUG;
            default:
                return Log.INFO;
        }
    }
}
