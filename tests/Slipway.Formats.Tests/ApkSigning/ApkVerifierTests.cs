using System.Buffers.Binary;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.ApkSigning;

public sealed class ApkVerifierTests : IDisposable
{
    private const string Password = "secret-password";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(TestKeys.Rsa), 21)]
    [InlineData(nameof(TestKeys.LargeRsa), 24)]
    [InlineData(nameof(TestKeys.P256), 21)]
    [InlineData(nameof(TestKeys.P384), 24)]
    [InlineData(nameof(TestKeys.Rsa), 14)]
    [InlineData(nameof(TestKeys.ShortRsa), 1)]
    [InlineData(nameof(TestKeys.Dsa), 1)]
    [InlineData(nameof(TestKeys.P256), 18)]
    [InlineData(nameof(TestKeys.Dsa), 18)]
    [InlineData(nameof(TestKeys.Dsa), 21)]
    [InlineData(nameof(TestKeys.Dsa), 24)]
    public void What_we_sign_verifies_without_an_issue(string key, int minSdk)
    {
        var found = Verify(TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Named(key)], minSdk, 36)), minSdk);
        Assert.Empty(found.Issues);
        ApkScheme[] expected = minSdk < 24 ? [ApkScheme.V1, ApkScheme.V2, ApkScheme.V3] : [ApkScheme.V2, ApkScheme.V3];
        Assert.Equal(expected, found.Verified.Order());
        Assert.All(found.Signers, signer => Assert.Equal(TestKeys.Named(key).Certificate.RawData, signer.Certificate.RawData));
    }

    [Fact]
    public void Every_signer_is_named()
    {
        var found = Verify(TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa, TestKeys.P256], 21, 36)), 21);
        Assert.Empty(found.Issues);
        Assert.Equal(4, found.Signers.Count);
        Assert.Equal([ApkScheme.V1, ApkScheme.V2], found.Verified.Order());
    }

    [Theory]
    [InlineData(21, KeyAlgorithm.Rsa2048)]
    [InlineData(21, KeyAlgorithm.EcP256)]
    [InlineData(24, KeyAlgorithm.Rsa4096)]
    [InlineData(28, KeyAlgorithm.EcP384)]
    public void What_apksigner_signs_verifies(int minSdk, KeyAlgorithm algorithm)
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa], 24, 36));
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var keystore = _folder.Add("key.p12", KeystoreFactory.Create("key", "CN=apksigner", Password, from, from.AddYears(30), algorithm));
        ExternalTool.RunWell("apksigner", "sign", "--ks", keystore, "--ks-pass", $"pass:{Password}", "--min-sdk-version", $"{minSdk}", "--out", _folder["signed.apk"], apk);
        var found = Verify(_folder["signed.apk"], minSdk);
        Assert.DoesNotContain(found.Issues, issue => issue.IsError);
        Assert.Contains(ApkScheme.V3, found.Verified);
        Assert.Equal(found.Present, found.Verified);
        Assert.All(found.Signers, signer => Assert.Equal("CN=apksigner", signer.Certificate.Subject));
    }

    [Theory]
    [InlineData("SHA-256")]
    [InlineData("SHA-512")]
    [InlineData("SHA-1")]
    public void What_jarsigner_signs_verifies_for_old_devices_only(string digest)
    {
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var keystore = _folder.Add("key.p12", KeystoreFactory.Create("key", "CN=jarsigner", Password, from, from.AddYears(30), KeyAlgorithm.Rsa2048));
        _folder.Add("in/a.txt", [1, 2, 3]);
        _folder.Add($"in/{new string('n', 100)}/ä.txt", [4]);
        ExternalTool.RunWell("jar", "-c", "-M", "-f", _folder["a.apk"], "-C", _folder["in"], ".");
        ExternalTool.RunWell("jarsigner", "-keystore", keystore, "-storepass", Password, "-digestalg", digest, _folder["a.apk"], "key");
        var found = Verify(_folder["a.apk"], 21);
        Assert.DoesNotContain(found.Issues, issue => issue.IsError);
        Assert.Equal([ApkScheme.V1], found.Verified);

        Flip(_folder["a.apk"], Find(_folder["a.apk"], "META-INF/KEY.RSA") + 900);
        Assert.False(Verify(_folder["a.apk"], 21).IsValid);
    }

    [Fact]
    public void A_package_without_signature_is_not_valid()
    {
        _folder.Add("in/a.txt", [1, 2, 3]);
        ExternalTool.RunWell("jar", "-c", "-M", "-f", _folder["a.apk"], "-C", _folder["in"], ".");
        Assert.Equal(ApkIssueKind.NotSigned, Assert.Single(Verify(_folder["a.apk"], 24).Issues, issue => issue.IsError).Kind);
    }

    [Fact]
    public void A_flipped_byte_of_any_region_is_rejected_here_and_by_apksigner()
    {
        var path = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa], 24, 36));
        var apk = File.ReadAllBytes(path);
        foreach (var (region, offset) in Regions(apk))
        {
            var broken = (byte[])apk.Clone();
            broken[offset] ^= 0x01;
            var brokenPath = _folder.Add("broken.apk", broken);
            Assert.False(Verify(brokenPath, 24).IsValid, $"{region} by us");
            Assert.True(ExternalTool.Run("apksigner", "verify", "--min-sdk-version", "24", brokenPath).ExitCode != 0, $"{region} by apksigner");
        }
    }

    [Fact]
    public void No_flipped_byte_of_the_signed_parts_goes_unnoticed()
    {
        var path = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.P256], 24, 36));
        var apk = File.ReadAllBytes(path);
        var padding = IndexOf(apk, [0x77, 0x65, 0x72, 0x42]);
        var footer = IndexOf(apk, "APK Sig Block 42"u8) - 8;
        for (var at = 0; at < apk.Length; at += at < padding - 3000 || at > footer ? 397 : 17)
        {
            if (at >= padding && at < footer)
                continue;
            var broken = (byte[])apk.Clone();
            broken[at] ^= 0x80;
            Assert.False(ApkVerifier.Verify(new MemoryStream(broken), 24).IsValid, $"offset {at}");
        }
    }

    [Fact]
    public void A_newer_signature_cannot_be_taken_away()
    {
        var path = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa], 21, 36));
        var apk = File.ReadAllBytes(path);
        var v3 = IndexOf(apk, [0xc0, 0x68, 0x53, 0xf0]);
        BinaryPrimitives.WriteUInt32LittleEndian(apk.AsSpan(v3), 0x12345678);
        var stripped = _folder.Add("stripped.apk", apk);
        Assert.Contains(Verify(stripped, 24).Issues, issue => issue is { Kind: ApkIssueKind.Stripped, IsError: true });
        Assert.NotEqual(0, ExternalTool.Run("apksigner", "verify", "--min-sdk-version", "24", stripped).ExitCode);

        var v2 = IndexOf(apk, [0x1a, 0x87, 0x09, 0x71]);
        BinaryPrimitives.WriteUInt32LittleEndian(apk.AsSpan(v2), 0x12345679);
        stripped = _folder.Add("stripped.apk", apk);
        Assert.Contains(Verify(stripped, 21).Issues, issue => issue is { Kind: ApkIssueKind.Stripped, IsError: true });
        Assert.NotEqual(0, ExternalTool.Run("apksigner", "verify", "--min-sdk-version", "21", stripped).ExitCode);
    }

    [Fact]
    public void A_changed_content_breaks_the_old_signature()
    {
        var path = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa], 21, 36) with { V2 = false, V3 = false });
        Assert.DoesNotContain(Verify(path, 21).Issues, issue => issue.IsError);
        var zip = ZipReader.Open(new MemoryStream(File.ReadAllBytes(path)), ZipReadLimits.ForPackages);
        Flip(path, (int)zip.Find("resources.arsc")!.DataOffset);
        Assert.False(Verify(path, 21).IsValid);
    }

    [Fact]
    public void A_package_that_is_not_aligned_is_told()
    {
        var items = TestApk.Items().Select(item => item with { Alignment = 1 }).ToList();
        ApkPackager.Write(_folder["a.apk"], items, ApkSigningOptions.For([TestKeys.Rsa], 24, 36), NoDeflateCache.Instance, CancellationToken.None);
        var found = Verify(_folder["a.apk"], 24);
        Assert.True(found.IsValid);
        Assert.Contains(found.Issues, issue => issue is { Kind: ApkIssueKind.Misaligned, Where: "lib/arm64-v8a/libnative.so" });
    }

    [Theory]
    [InlineData(21)]
    [InlineData(24)]
    public void A_package_signed_again_has_only_the_new_signer(int minSdk)
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa], 21, 36));
        ApkResigner.Resign(apk, _folder["again.apk"], ApkSigningOptions.For([TestKeys.P256], minSdk, 36), CancellationToken.None);
        var found = Verify(_folder["again.apk"], minSdk);
        Assert.Empty(found.Issues);
        Assert.All(found.Signers, signer => Assert.Equal("CN=EC 256", signer.Certificate.Subject));
        ExternalTool.RunWell("apksigner", "verify", "--min-sdk-version", $"{minSdk}", _folder["again.apk"]);
        ExternalTool.RunWell("zipalign", "-c", "-p", "4", _folder["again.apk"]);
    }

    private static ApkVerification Verify(string path, int minSdk)
    {
        using var file = File.OpenRead(path);
        return ApkVerifier.Verify(file, minSdk);
    }

    private static IEnumerable<(string Region, int Offset)> Regions(byte[] apk)
    {
        var zip = ZipReader.Open(new MemoryStream(apk), ZipReadLimits.ForPackages);
        var v2 = IndexOf(apk, [0x1a, 0x87, 0x09, 0x71]);
        var v3 = IndexOf(apk, [0xc0, 0x68, 0x53, 0xf0]);
        var certificate = TestKeys.Rsa.Certificate.RawData;
        yield return ("local header", 12);
        yield return ("entry name", 30);
        yield return ("deflated data", (int)zip.Find("assets/www/index.html")!.DataOffset + 20);
        yield return ("stored data", (int)zip.Find("resources.arsc")!.DataOffset + 20);
        yield return ("v2 digest", v2 + 4 + 28 + 8);
        yield return ("v3 digest", v3 + 4 + 28 + 8);
        yield return ("v2 certificate", IndexOf(apk, certificate, v2) + 100);
        yield return ("v3 certificate", IndexOf(apk, certificate, v3) + 100);
        yield return ("v2 attribute", IndexOf(apk, [0x0d, 0xf0, 0xef, 0xbe], v2) + 4);
        yield return ("v2 public key", v3 - 20);
        yield return ("block size", IndexOf(apk, "APK Sig Block 42"u8) - 8);
        yield return ("block magic", IndexOf(apk, "APK Sig Block 42"u8));
        yield return ("central directory", (int)zip.End.Offset + 16);
        yield return ("end record: count", (int)zip.End.RecordOffset + 10);
        yield return ("end record: offset", (int)zip.End.RecordOffset + 16);
        yield return ("end record: comment length", (int)zip.End.RecordOffset + 20);
    }

    private static int IndexOf(byte[] bytes, ReadOnlySpan<byte> what, int from = 0) => from + bytes.AsSpan(from).IndexOf(what);

    private static int Find(string apk, string entry)
    {
        using var file = File.OpenRead(apk);
        return (int)ZipReader.Open(file, ZipReadLimits.ForPackages).Find(entry)!.DataOffset;
    }

    private static void Flip(string path, int offset)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[offset] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
