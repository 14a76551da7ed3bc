// Stops the shell from endlessly reloading a page that crashes its process each time.
#pragma once

enum { SLWCrashLimitMost = 3 };

typedef struct {
    double times[SLWCrashLimitMost];
    unsigned count;
} SLWCrashLimit;

// Records a crash; false if there were too many within a minute.
_Bool SLWCrashLimitMayReload(SLWCrashLimit *limit, double nowSeconds);
