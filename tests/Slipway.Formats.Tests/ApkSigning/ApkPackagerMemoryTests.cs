using Slipway.Formats.ApkSigning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.ApkSigning;

/// <summary>Large input does not need large memory. What is measured is the process's, so no other test may run beside.</summary>
[Collection(nameof(Alone))]
public sealed class ApkPackagerMemoryTests : IDisposable
{
    private const long Large = 150_000_001;
    private const long MemoryAllowed = 128L << 20;
    private const int ReadsBetweenLooks = 16;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_large_app_is_packed_in_bounded_memory()
    {
        long peak = 0;
        var reads = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        // Only what is in use counts: how much garbage a collector leaves is its own choice.
        void Watch()
        {
            if (reads++ % ReadsBetweenLooks == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Stream Open() => new GeneratedStream(Large, Watch);
        List<ZipItem> items = [.. TestApk.Items(), new("assets/stored.bin", Open, Large, false, 4, null), new("assets/deflated.bin", Open, Large, true, 4, null)];
        ApkPackager.Write(_folder["a.apk"], items, ApkSigningOptions.For([TestKeys.Rsa], 24, 36), NoDeflateCache.Instance, CancellationToken.None);
        Assert.InRange(peak, 1, MemoryAllowed);
        ExternalTool.RunWell("apksigner", "verify", "--min-sdk-version", "24", _folder["a.apk"]);
        ExternalTool.RunWell("zipalign", "-c", "-p", "4", _folder["a.apk"]);
        ExternalTool.RunWell("unzip", "-tq", _folder["a.apk"]);
        using var file = File.OpenRead(_folder["a.apk"]);
        var found = ApkVerifier.Verify(file, 24);
        Assert.Empty(found.Issues);
        Assert.Equal(ZipMethod.Deflate, found.Entries.Single(entry => entry.Name == "assets/deflated.bin").Method);
    }
}
