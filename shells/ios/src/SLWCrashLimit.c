#include "SLWCrashLimit.h"

_Bool SLWCrashLimitMayReload(SLWCrashLimit *limit, double nowSeconds) {
    double *slot = &limit->times[limit->count % SLWCrashLimitMost];
    double oldest = *slot;
    *slot = nowSeconds;
    limit->count++;
    return limit->count <= SLWCrashLimitMost || nowSeconds - oldest > 60;
}
