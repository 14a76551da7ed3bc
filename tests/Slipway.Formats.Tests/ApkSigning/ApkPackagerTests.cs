using Slipway.Formats.ApkSigning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.ApkSigning;

public sealed class ApkPackagerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(TestKeys.Rsa))]
    [InlineData(nameof(TestKeys.LargeRsa))]
    [InlineData(nameof(TestKeys.P256))]
    [InlineData(nameof(TestKeys.P384))]
    public void Apksigner_verifies_v2_and_v3_of_each_kind_of_key(string key)
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Named(key)], 24, 36));
        var text = ExternalTool.RunWell("apksigner", "verify", "--min-sdk-version", "24", "-v", "--print-certs", apk);
        Assert.Contains("Verified using v1 scheme (JAR signing): false", text, StringComparison.Ordinal);
        Assert.Contains("Verified using v2 scheme (APK Signature Scheme v2): true", text, StringComparison.Ordinal);
        Assert.Contains("Verified using v3 scheme (APK Signature Scheme v3): true", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Apksigner_verifies_all_three_schemes_for_old_devices()
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa], 21, 36));
        var text = ExternalTool.RunWell("apksigner", "verify", "--min-sdk-version", "21", "-v", apk);
        Assert.Contains("Verified using v1 scheme (JAR signing): true", text, StringComparison.Ordinal);
        Assert.Contains("Verified using v2 scheme (APK Signature Scheme v2): true", text, StringComparison.Ordinal);
        Assert.Contains("Verified using v3 scheme (APK Signature Scheme v3): true", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_signers_sign_with_v1_and_v2()
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa, TestKeys.P256], 21, 36));
        var text = ExternalTool.RunWell("apksigner", "verify", "--min-sdk-version", "21", "-v", apk);
        Assert.Contains("Verified using v1 scheme (JAR signing): true", text, StringComparison.Ordinal);
        Assert.Contains("Verified using v2 scheme (APK Signature Scheme v2): true", text, StringComparison.Ordinal);
        Assert.Contains("Verified using v3 scheme (APK Signature Scheme v3): false", text, StringComparison.Ordinal);
        Assert.Contains("Number of signers: 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Jarsigner_verifies_the_old_signature()
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.P256], 21, 36));
        Assert.Contains("jar verified", ExternalTool.RunWell("jarsigner", "-verify", apk), StringComparison.Ordinal);
    }

    [Fact]
    public void Zipalign_and_unzip_accept_the_package()
    {
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([TestKeys.Rsa], 24, 36));
        ExternalTool.RunWell("zipalign", "-c", "-p", "4", apk);
        Assert.Contains("No errors detected", ExternalTool.RunWell("unzip", "-t", apk), StringComparison.Ordinal);
    }

    [Fact]
    public void Zipalign_refuses_a_package_that_is_not_aligned()
    {
        var items = TestApk.Items().Select(item => item with { Alignment = 1 }).ToList();
        ApkPackager.Write(_folder["bad.apk"], items, ApkSigningOptions.For([TestKeys.Rsa], 24, 36), NoDeflateCache.Instance, CancellationToken.None);
        Assert.NotEqual(0, ExternalTool.Run("zipalign", "-c", "-p", "4", _folder["bad.apk"]).ExitCode);
    }
}
