#!/usr/bin/env bash
# .NET 10.0 (System.Security.Cryptography) and a .p12 of OpenSSL 3.0.
#
# Guess:    both convert a password to UTF-16 as RFC 7292, appendix B says, so a password that
#           opens a file with openssl opens it with .NET, whatever its characters and its length.
# Observed: a password of 1, 2, 3, 5, 6 or 7 emoji opens the file, one of 4, 8 or 9 is "wrong".
#           32 letters é open it.
# Why:      the checksum's key comes from the password repeated up to a multiple of 64 bytes. .NET
#           repeats the UTF-16 code units before it encodes them: if the last copy ends between
#           the two code units of one emoji, the half becomes U+FFFD.
# So:       if a password has such characters, a wrong checksum means nothing; let the decryption
#           decide whether the password is right.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -subj /CN=x 2>/dev/null
make() {
    printf '%s' "$2" >"$1.password"
    openssl pkcs12 -export -inkey k.pem -in c.pem -passout "file:$1.password" -out "$1.p12"
    openssl pkcs12 -in "$1.p12" -passin "file:$1.password" -noout
}
emoji= accent=
for n in 1 2 3 4 5 6 7 8 9; do
    emoji+=$'\xf0\x9f\x94\x91'
    make "$n" "$emoji"
done
for n in {1..32}; do accent+=$'\xc3\xa9'; done
make accents "$accent"
cat >open.cs <<'CS'
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

var wrong = 0;
foreach (var (name, opens) in new[] { ("1", true), ("2", true), ("3", true), ("4", false), ("5", true), ("6", true), ("7", true), ("8", false), ("9", false), ("accents", true) })
{
    bool opened;
    try
    {
        X509CertificateLoader.LoadPkcs12FromFile(name + ".p12", File.ReadAllText(name + ".password")).Dispose();
        opened = true;
    }
    catch (CryptographicException)
    {
        opened = false;
    }

    Console.WriteLine($"{(opened == opens ? "as recorded" : "CHANGED    ")}  {name}: {(opened ? "opens" : "is refused")}");
    wrong += opened == opens ? 0 : 1;
}

Console.WriteLine($".NET {Environment.Version}");
return wrong == 0 ? 0 : 1;
CS
dotnet run open.cs
