using Slipway.Formats.ApkSigning;
using Slipway.Formats.Tests.ApkSigning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>Small signed packages: one with all schemes and an EC key.</summary>
internal static class ApkSeeds
{
    private static readonly Lazy<IReadOnlyList<byte[]>> Made = new(() =>
    {
        using var folder = new TemporaryFolder();
        var items = TestApk.Items().Where(item => item.Length < 2000).ToList();
        var options = ApkSigningOptions.For([TestKeys.P256], 21, 29);
        ApkPackager.Write(folder["small.apk"], items, options, new MemoryDeflateCache(), CancellationToken.None);
        return [File.ReadAllBytes(folder["small.apk"])];
    });

    public static IReadOnlyList<byte[]> All => Made.Value;
}
