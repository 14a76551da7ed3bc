// Stops the shell from reloading for ever a page that crashes its process each time.
#pragma once

enum { SLWCrashLimitMost = 3 };

typedef struct {
    double times[SLWCrashLimitMost];
    unsigned count;
} SLWCrashLimit;

// Notes a crash; false when there were too many within a minute.
_Bool SLWCrashLimitMayReload(SLWCrashLimit *limit, double nowSeconds);
