package dev.slipway.shell;

import android.app.Activity;
import android.content.Intent;
import android.content.res.Configuration;
import android.os.Bundle;

/** The app's only activity: passes the platform's callbacks to the parts that handle them. */
public final class MainActivity extends Activity {
    private AppScreen screen;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        screen = new AppScreen(this, ShellConfig.read(getAssets()));
        screen.open(state);
    }

    @Override
    protected void onStart() {
        super.onStart();
        screen.resume();
    }

    @Override
    protected void onStop() {
        screen.pause();
        super.onStop();
    }

    @Override
    protected void onDestroy() {
        screen.close();
        super.onDestroy();
    }

    @Override
    protected void onSaveInstanceState(Bundle state) {
        super.onSaveInstanceState(state);
        screen.save(state);
    }

    @Override
    public void onConfigurationChanged(Configuration configuration) {
        super.onConfigurationChanged(configuration);
        screen.refreshLook();
    }

    @Override
    public void onTrimMemory(int level) {
        super.onTrimMemory(level);
        screen.trimMemory(level);
    }

    @Override
    public void onWindowFocusChanged(boolean hasFocus) {
        super.onWindowFocusChanged(hasFocus);
        if (hasFocus) {
            screen.restoreBars();
        }
    }

    /** Called up to API level 32, and on later levels if the app opted out of the predictive gesture. */
    @Override
    @SuppressWarnings("deprecation")
    public void onBackPressed() {
        if (!screen.goBack()) {
            super.onBackPressed();
        }
    }

    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        super.onActivityResult(request, result, data);
        screen.results().deliver(request, result, data);
    }

    @Override
    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {
        super.onRequestPermissionsResult(request, permissions, results);
        screen.permissions().deliver(request);
    }
}
