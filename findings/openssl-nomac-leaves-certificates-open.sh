#!/usr/bin/env bash
# OpenSSL 3.0.22 (Debian 12, 3.0.22-1~deb12u2): a PKCS#12 file without a MAC.
#
# Guess:    `pkcs12 -export -nomac` leaves out only the integrity check of the file: the
#           manual says "Do not attempt to provide the MAC integrity". Key and certificates stay
#           encrypted with the password.
# Observed: only the key is. The certificates, which are encrypted in a file with a MAC, are in clear:
#           they are listed with any password. -certpbe encrypts them again.
# So:       a reader cannot detect a wrong password by such a file's certificates, only by its key.
#           To hide names and friendly names behind the password, pass -certpbe.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q -o APT::Sandbox::User=root openssl=3.0.22-1~deb12u2 libssl3=3.0.22-1~deb12u2 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(echo "$PWD"/usr/lib/*-linux-gnu)
export LD_LIBRARY_PATH
openssl=$PWD/usr/bin/openssl

"$openssl" version
"$openssl" req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 30 -subj /CN=sample 2>/dev/null
export_as() { "$openssl" pkcs12 -export -inkey key.pem -in certificate.pem -passout pass:right -out "$@"; }
export_as with.p12
export_as without.p12 -nomac
export_as again.p12 -nomac -certpbe AES-256-CBC
# The file as nested DER: is the certificates' bag (the first content) encrypted?
first_content() { "$openssl" asn1parse -inform DER -in "$1" -strparse "$("$openssl" asn1parse -inform DER -in "$1" | awk -F: '/OCTET STRING/ { print $1 + 0; exit }')" | grep -o 'pkcs7-[A-Za-z]*' | head -n 1; }
{
    for file in with without again; do echo "$file: $(first_content $file.p12)"; done
    "$openssl" pkcs12 -in without.p12 -nokeys -passin pass:wrong 2>/dev/null | grep -c 'BEGIN CERTIFICATE' | sed 's/^/certificates of "without" by a wrong password: /'
} | tee seen
diff seen - <<'S' && echo 'as recorded'
with: pkcs7-encryptedData
without: pkcs7-data
again: pkcs7-encryptedData
certificates of "without" by a wrong password: 1
S
