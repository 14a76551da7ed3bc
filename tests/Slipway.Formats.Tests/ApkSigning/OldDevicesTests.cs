using System.Diagnostics;
using System.Text;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.ApkSigning;

/// <summary>JAR signatures for Android before 4.3, which does not know SHA-256: apksigner judges, and so do its own choices.</summary>
public sealed class OldDevicesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(TestKeys.Rsa), 1, "SHA1-Digest")]
    [InlineData(nameof(TestKeys.Rsa), 14, "SHA1-Digest")]
    [InlineData(nameof(TestKeys.Rsa), 17, "SHA1-Digest")]
    [InlineData(nameof(TestKeys.Rsa), 18, "SHA-256-Digest")]
    [InlineData(nameof(TestKeys.ShortRsa), 16, "SHA1-Digest")]
    [InlineData(nameof(TestKeys.P256), 18, "SHA-256-Digest")]
    [InlineData(nameof(TestKeys.Dsa), 1, "SHA1-Digest")]
    [InlineData(nameof(TestKeys.Dsa), 20, "SHA1-Digest")]
    [InlineData(nameof(TestKeys.Dsa), 21, "SHA-256-Digest")]
    public void Apksigner_verifies_what_the_oldest_release_of_a_package_knows(string key, int minSdk, string digest)
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Named(key)], minSdk, 29));
        var text = Verify(apk, minSdk);
        Assert.Contains("Verified using v1 scheme (JAR signing): true", text, StringComparison.Ordinal);
        Assert.Contains("Verified using v2 scheme (APK Signature Scheme v2): true", text, StringComparison.Ordinal);
        Assert.Contains("Verified using v3 scheme (APK Signature Scheme v3): true", text, StringComparison.Ordinal);
        Assert.Contains($"\r\n{digest}-Manifest: ", Entry(apk, "META-INF/CERT.SF"), StringComparison.Ordinal);
        Assert.Equal(TestApk.Items(minSdk).Count, Entry(apk, "META-INF/MANIFEST.MF").Split($"\r\n{digest}: ").Length - 1);
    }

    [Fact]
    public void A_package_that_is_signed_again_gets_the_digests_of_its_oldest_release()
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.P256], 24, 29));
        ApkResigner.Resign(apk, _folder["again.apk"], ApkSigningOptions.For([TestKeys.Rsa], 14, 29), TestContext.Current.CancellationToken);
        Assert.Contains("Verified using v1 scheme (JAR signing): true", Verify(_folder["again.apk"], 14), StringComparison.Ordinal);
        Assert.Contains("SHA1-Digest", Entry(_folder["again.apk"], "META-INF/CERT.SF"), StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_get_the_strongest_digest_of_several_signers()
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Dsa, TestKeys.Rsa], 18, 29));
        var text = Verify(apk, 18);
        Assert.Contains("Verified using v1 scheme (JAR signing): true", text, StringComparison.Ordinal);
        Assert.Contains("Number of signers: 2", text, StringComparison.Ordinal);
        Assert.Contains("SHA-256-Digest", Entry(apk, "META-INF/CERT.SF"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_judge_refuses_a_signature_that_old_releases_cannot_check()
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa], 18, 29));
        Assert.NotEqual(0, ExternalTool.Run("apksigner", "verify", "--min-sdk-version", "17", apk).ExitCode);
    }

    [Fact]
    public void The_judge_refuses_a_content_that_was_changed()
    {
        var options = ApkSigningOptions.For([TestKeys.Rsa], 14, 29) with { V2 = false, V3 = false };
        var apk = TestApk.Write(_folder, options);
        Verify(apk, 14);
        _folder.Add("assets/www/photo.jpg", [1, 2, 3]);
        ExternalTool.Run(new ProcessStartInfo("zip", ["-q", apk, "assets/www/photo.jpg"]) { WorkingDirectory = _folder.Path });
        Assert.NotEqual(0, ExternalTool.Run("apksigner", "verify", "--min-sdk-version", "14", apk).ExitCode);
    }

    private static string Verify(string apk, int minSdk) =>
        ExternalTool.RunWell("apksigner", "verify", "--min-sdk-version", $"{minSdk}", "-v", apk);

    private static string Entry(string apk, string name)
    {
        using var file = File.OpenRead(apk);
        var zip = ZipReader.Open(file, ZipReadLimits.ForPackages);
        return Encoding.UTF8.GetString(zip.ReadEntry(zip.Find(name)!));
    }
}
