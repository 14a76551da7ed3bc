#!/usr/bin/env bash
# libfaketime 0.9.10 (Debian 12): timed waits with the real monotonic clock.
#
# Guess:    with FAKETIME_DONT_FAKE_MONOTONIC=1, a wait by the monotonic clock lasts as long as
#           without libfaketime: only the date differs.
# Observed: with an offset into the future, pthread_cond_timedwait by the monotonic clock ends at
#           once, without being signalled. With FAKETIME_FORCE_MONOTONIC_FIX=0 it lasts.
# So:       a program that waits for work in such a loop spins. Set both variables; otherwise tests of
#           a service run with another date, but without any waits.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q -o APT::Sandbox::User=root libfaketime=0.9.10-2.1 >/dev/null
dpkg -x libfaketime_*.deb .
library=$(find "$PWD" -name 'libfaketimeMT.so.1')
cat >wait.c <<'C'
#include <pthread.h>
#include <stdio.h>
#include <time.h>

int main(void) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_t condition;
    pthread_cond_init(&condition, &attributes);
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    struct timespec begin, until, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    until = begin;
    until.tv_sec += 2;
    pthread_mutex_lock(&mutex);
    pthread_cond_timedwait(&condition, &mutex, &until);
    clock_gettime(CLOCK_MONOTONIC, &end);
    double waited = (end.tv_sec - begin.tv_sec) + (end.tv_nsec - begin.tv_nsec) / 1e9;
    puts(waited > 1.5 ? "waits" : "ends at once");
}
C
cc -o wait wait.c -lpthread
wrong=0
check() {
    local got
    got=$(env LD_PRELOAD="$library" FAKETIME=+63072000 "${@:2}" ./wait)
    [[ $got == "$1" ]] && note='as recorded' || { note=CHANGED; wrong=1; }
    printf '%s  %-70s %s\n' "$note" "${*:2}" "$got"
}
check 'ends at once' FAKETIME_DONT_FAKE_MONOTONIC=1
check 'waits' FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0
exit $wrong
