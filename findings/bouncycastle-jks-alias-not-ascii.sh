#!/usr/bin/env bash
# BouncyCastle.Cryptography 2.7.0 (NuGet), JksStore, with keystores of OpenJDK 17's keytool.
#
# Guess:    JksStore reads an alias as keytool wrote it: the format stores it by DataOutput.writeUTF, which
#           is UTF-8 except for NUL and characters above U+FFFF, and BouncyCastle returns strings.
# Observed: each byte of the alias becomes a separate character: "clé" comes back as "clÃ©". The
#           certificate is there under that name only. PKCS#12 keystores with the same alias are right.
# So:       a non-ASCII alias that a user passes is not found in a JKS keystore, although
#           keytool -list shows it; decode the alias as UTF-8 before comparing it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v keytool >/dev/null || { echo 'needs keytool: apt-get install default-jdk-headless' >&2; exit 2; }
java -version 2>&1 | head -n 1
for type in JKS PKCS12; do
    keytool -J-Dfile.encoding=UTF-8 -J-Dsun.jnu.encoding=UTF-8 -genkeypair -keystore "store.$type" -storetype "$type" -storepass changeit -keypass changeit \
        -alias "$(printf 'cl\303\251')" -keyalg RSA -dname CN=Finding 2>/dev/null
done
cat >finding.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="BouncyCastle.Cryptography" Version="2.7.0" /></ItemGroup>
</Project>
P
cat >Program.cs <<'C'
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

Console.OutputEncoding = new System.Text.UTF8Encoding(false);
using var jks = File.OpenRead("store.JKS");
var store = new JksStore();
store.Load(jks, "changeit".ToCharArray());
Console.WriteLine("JKS     " + string.Join(' ', store.Aliases.Select(Spelt)));
using var p12 = File.OpenRead("store.PKCS12");
var other = new Pkcs12StoreBuilder().Build();
other.Load(p12, "changeit".ToCharArray());
Console.WriteLine("PKCS#12 " + string.Join(' ', other.Aliases.Select(Spelt)));

static string Spelt(string alias) => string.Join(' ', alias.Select(c => $"U+{(int)c:X4}"));
C
LC_ALL=C.UTF-8 dotnet run -v q | tee seen
diff seen - <<'S' && echo 'as recorded'
JKS     U+0063 U+006C U+00C3 U+00A9
PKCS#12 U+0063 U+006C U+00E9
S
