#!/usr/bin/env bash
# libfaketime 0.9.10 (Debian 12): a bash script with a subshell.
#
# Guess:    the semaphore that a process creates for itself and its children, named in
#           FAKETIME_SHARED, exists until that process ends.
# Observed: it is gone after the first subshell. A forked child inherits the flag that this process
#           created the semaphore, and removes it when it ends. FAKETIME_SHARED still names it.
# So:       in a script, each program after the first $(...) or (...) finds no semaphore and creates
#           one named by its own process id. One left by an earlier process with that id, for example
#           after an exec, blocks it. Clear /dev/shm before long runs, and prevent process ids from
#           being reused (kernel.pid_max).
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
