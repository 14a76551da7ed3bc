#!/usr/bin/env bash
# curl 7.88.1 (Debian 12): networks in NO_PROXY.
#
# Guess:    since curl takes networks in NO_PROXY (7.86.0), an IPv6 network matches its addresses
#           just as an IPv4 network does.
# Observed: 10.0.0.0/8 matches http://10.1.2.3, but 2001:db8::/32 does not match
#           http://[2001:db8::1]: the request goes to the proxy. The same address alone, without
#           the prefix length, matches.
# So:       if curl must bypass the proxy, list single IPv6 addresses or names.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q -o APT::Sandbox::User=root curl=7.88.1-10+deb12u\* libcurl4=7.88.1-10+deb12u\* >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
export LD_LIBRARY_PATH=$PWD/usr/lib/$(uname -m)-linux-gnu
curl=$PWD/usr/bin/curl

# In a separate network namespace nothing leaves the machine; the attempted connection shows the way.
way() {
    local told
    told=$(env -i PATH="$PATH" LD_LIBRARY_PATH="$LD_LIBRARY_PATH" http_proxy=http://127.0.0.1:9 NO_PROXY="$1" unshare -rn "$curl" -sv -m 2 "$2" 2>&1 || true)
    if grep -q 'Trying 127.0.0.1:9' <<<"$told"; then echo proxy; else echo direct; fi
}
wrong=0
check() {
    local got
    got=$(way "$1" "$2")
    [[ $got == "$3" ]] && note='as recorded' || { note=CHANGED; wrong=1; }
    printf '%s  NO_PROXY=%-16s %-22s %s\n' "$note" "$1" "$2" "$got"
}
"$curl" --version | head -n 1
check 10.0.0.0/8 http://10.1.2.3/ direct
check 10.0.0.0/8 http://11.1.2.3/ proxy
check 2001:db8::/32 'http://[2001:db8::1]/' proxy
check 2001:db8::1 'http://[2001:db8::1]/' direct
exit $wrong
