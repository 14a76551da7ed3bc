#!/usr/bin/env bash
# apksigner 0.9 (Debian 31.0.2-1) and System.Security.Cryptography.Pkcs 10.0.0 (.NET): a JAR signature with a DSA key.
#
# Guess:    SignedCms.CheckSignature accepts what apksigner signs for old Android with a DSA key, as openssl
#           and Android do.
# Observed: for API levels below 21 apksigner digests with SHA-1 and names the signature algorithm
#           dsaEncryption (1.2.840.10040.4.1), which is the key's identifier. .NET knows only dsa-with-SHA1
#           and refuses, with a message in which the algorithm's name is empty. From level 21 on apksigner
#           writes dsa-with-SHA256, and .NET accepts it.
# So:       a verifier of old packages on .NET must check such a SignerInfo itself.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v keytool >/dev/null && command -v apksigner >/dev/null || { echo 'needs: apt-get install apksigner default-jdk-headless unzip' >&2; exit 2; }
apksigner --version
keytool -genkeypair -keystore dsa.p12 -storetype PKCS12 -storepass changeit -alias dsa -keyalg DSA -keysize 1024 -sigalg SHA256withDSA -dname CN=Finding 2>/dev/null
python3 -c "import zipfile; zipfile.ZipFile('plain.apk', 'w').writestr('a.txt', 'hello')"
cat >finding.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="System.Security.Cryptography.Pkcs" Version="[10.0.0]" /></ItemGroup>
</Project>
P
cat >Program.cs <<'C'
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

var cms = new SignedCms(new ContentInfo(File.ReadAllBytes($"{args[0]}/META-INF/DSA.SF")), detached: true);
cms.Decode(File.ReadAllBytes($"{args[0]}/META-INF/DSA.DSA"));
Console.Write($"  .NET, {cms.SignerInfos[0].SignatureAlgorithm.Value}: ");
try
{
    cms.CheckSignature(verifySignatureOnly: true);
    Console.WriteLine("valid");
}
catch (CryptographicException e)
{
    Console.WriteLine(e.Message);
}
C
dotnet build -v q --nologo -o built >/dev/null
for level in 17 21; do
    apksigner sign --ks dsa.p12 --ks-pass pass:changeit --min-sdk-version "$level" --v2-signing-enabled false --v3-signing-enabled false --out "$level.apk" plain.apk
    unzip -q -o "$level.apk" -d "$level"
    echo "level $level"
    echo "  openssl: $(openssl cms -verify -binary -noverify -inform DER -in "$level/META-INF/DSA.DSA" -content "$level/META-INF/DSA.SF" -out content 2>&1)"
    dotnet built/finding.dll "$level"
done | tee seen
diff seen - <<'S' && echo 'as recorded'
level 17
  openssl: CMS Verification successful
  .NET, 1.2.840.10040.4.1: SignerInfo digest algorithm '1.3.14.3.2.26' is not valid for signature algorithm ''.
level 21
  openssl: CMS Verification successful
  .NET, 2.16.840.1.101.3.4.3.2: valid
S
