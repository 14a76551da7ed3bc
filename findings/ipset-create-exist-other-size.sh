#!/usr/bin/env bash
# ipset 7.17 (Debian 12): creating a set again with another size.
#
# Guess:    `create -exist` succeeds whenever a set of that name and type exists; the manual says
#           that the option ignores the error of creating the same set again.
# Observed: another maxelem makes it another set: exit 1, "set with the same name already exists", and the
#           old set stays as it was. `swap` exchanges the two sizes silently.
# So:       to enlarge a set, create one with another name and swap; a script that only creates with
#           -exist fails as soon as its list needs a larger set.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q -o APT::Sandbox::User=root ipset=7.17-1 libipset13=7.17-1 libmnl0=1.0.4-3 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(echo "$PWD"/usr/lib/*-linux-gnu)
export LD_LIBRARY_PATH
ipset=$(find "$PWD" -type f -path '*bin/ipset')

"$ipset" version 2>/dev/null | head -n 1 || true
cat >run <<'R'
set -u
ipset=$1
"$ipset" create s hash:net maxelem 1024
"$ipset" -exist create s hash:net maxelem 1024; echo "the same again: exit $?"
"$ipset" -exist create s hash:net maxelem 2048 2>&1 | grep -o 'set with the same name already exists'; echo "another maxelem: exit ${PIPESTATUS[0]}"
"$ipset" create t hash:net maxelem 2048
"$ipset" swap s t; echo "swap: exit $?"
"$ipset" list -t s | grep -o 'maxelem [0-9]*'
R
unshare -rn bash run "$ipset" | tee seen
diff seen - <<'S' && echo 'as recorded'
the same again: exit 0
set with the same name already exists
another maxelem: exit 1
swap: exit 0
maxelem 2048
S
