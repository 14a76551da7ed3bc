#!/usr/bin/env bash
# libfaketime 0.9.10 (Debian 12): a script of bash with a subshell.
#
# Guess:    the semaphore that a process makes for itself and its children, named in FAKETIME_SHARED,
#           is there until that process ends.
# Observed: it is gone after the first subshell. A child by fork inherits the flag that this process
#           made the semaphore, and removes it when it ends. FAKETIME_SHARED still names it.
# So:       in a script, each program after the first $(...) or (...) finds nothing there and makes a
#           semaphore by the number of its own process; one left by an earlier process of that number,
#           after an exec for instance, is in its way. Clear /dev/shm before long runs, and do not let
#           numbers come again (kernel.pid_max).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q -o APT::Sandbox::User=root libfaketime=0.9.10-2.1 >/dev/null
dpkg -x libfaketime_*.deb .
library=$(find "$PWD" -name 'libfaketimeMT.so.1')
cat >script <<'S'
there() { local files=(/dev/shm/sem.faketime_sem_$$); [[ -e ${files[0]} ]] && echo "$1: there" || echo "$1: gone"; }
there 'at the start'
/bin/true
there 'after a program'
(:)
there 'after a subshell'
[[ $FAKETIME_SHARED == *_sem_$$\ * ]] && echo 'FAKETIME_SHARED: still names it'
S
LD_PRELOAD=$library FAKETIME=+60 bash script | tee seen
diff seen - <<'S' && echo 'as recorded'
at the start: there
after a program: there
after a subshell: gone
FAKETIME_SHARED: still names it
S
