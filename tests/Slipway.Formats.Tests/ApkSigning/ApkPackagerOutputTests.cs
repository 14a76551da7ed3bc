using Slipway.Formats.ApkSigning;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.ApkSigning;

/// <summary>The same input gives the same bytes; what no package may hold is refused.</summary>
public sealed class ApkPackagerOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(TestKeys.Rsa), 21)]
    [InlineData(nameof(TestKeys.P256), 21)]
    [InlineData(nameof(TestKeys.P384), 24)]
    [InlineData(nameof(TestKeys.Rsa), 14)]
    [InlineData(nameof(TestKeys.Dsa), 21)]
    public void Order_of_work_and_cache_leave_no_trace(string key, int minSdk)
    {
        var options = ApkSigningOptions.For([TestKeys.Named(key)], minSdk, 36);
        var one = Pack(options, NoDeflateCache.Instance, maxPending: 1);
        Assert.Equal(one, Pack(options, NoDeflateCache.Instance, maxPending: 256));
        var memory = new MemoryDeflateCache();
        Assert.Equal(one, Pack(options, memory, maxPending: 256));
        Assert.Equal(one, Pack(options, memory, maxPending: 256));
        for (var run = 0; run < 2; run++)
        {
            using var pack = new DeflateCacheFile(_folder["cache"]);
            Assert.Equal(one, Pack(options, pack, maxPending: 256));
        }
    }

    [Fact]
    public void A_cached_content_is_not_even_opened()
    {
        var content = new byte[10_000];
        var item = ZipItem.FromBytes("a.txt", content, ContentHash.Of(content));
        var cache = new MemoryDeflateCache();
        Write([item], cache);
        Write([item with { Open = () => throw new InvalidOperationException("opened") }], cache);
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_leaves_nothing_behind()
    {
        var item = ZipItem.FromBytes("a.txt", new byte[100]) with { Length = 99 };
        Assert.Throws<IOException>(() => Write([item], NoDeflateCache.Instance));
        Assert.Throws<IOException>(() => Write([item with { Length = 101 }], NoDeflateCache.Instance));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_file_that_is_there_is_left_alone()
    {
        File.WriteAllText(_folder["a.apk"], "old");
        Assert.Throws<IOException>(() => ApkPackager.Write(_folder["a.apk"], [], ApkSigningOptions.For([TestKeys.Rsa], 24, 36), NoDeflateCache.Instance, CancellationToken.None));
        Assert.Equal("old", File.ReadAllText(_folder["a.apk"]));
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("META-INF/CERT.RSA")]
    [InlineData("twice")]
    public void Names_that_no_package_may_hold_are_refused(string name)
    {
        ZipItem[] items = [ZipItem.FromBytes("twice", []), ZipItem.FromBytes(name, [])];
        Assert.Equal(ZipLimit.Name, Assert.Throws<ZipLimitException>(() => Write(items, NoDeflateCache.Instance)).Limit);
    }

    [Fact]
    public void Keys_that_devices_refuse_are_refused()
    {
        Assert.Equal(ApkSigningFault.KeyUnsuitable, FaultOf([TestKeys.Brainpool]));
        Assert.Equal(ApkSigningFault.CertificateMismatch, FaultOf([TestKeys.Rsa with { Chain = TestKeys.P256.Chain }]));
        Assert.Equal(ApkSigningFault.NothingToSign, FaultOf([]));
        Assert.Equal(ApkSigningFault.KeyTooNew, FaultOf([TestKeys.Rsa, TestKeys.P256], minSdk: 17));
    }

    private ApkSigningFault FaultOf(IReadOnlyList<SigningKey> keys, int minSdk = 24) => Assert.Throws<ApkSigningException>(
        () => ApkPackager.Write(_folder["a.apk"], [], ApkSigningOptions.For(keys, minSdk, 36), NoDeflateCache.Instance, CancellationToken.None)).Fault;

    private void Write(IReadOnlyList<ZipItem> items, IDeflateCache cache)
    {
        File.Delete(_folder["a.apk"]);
        ApkPackager.Write(_folder["a.apk"], items, ApkSigningOptions.For([TestKeys.Rsa], 24, 36), cache, CancellationToken.None);
    }

    private static ZipItem Generated(string name, long length) => new(name, () => new GeneratedStream(length, () => { }), length, true, 4, null);

    private byte[] Pack(ApkSigningOptions options, IDeflateCache cache, int maxPending)
    {
        List<ZipItem> items = [.. TestApk.Items(options.MinSdk), Generated("assets/in-blocks", 3_000_000), Generated("assets/large", PackSettings.LargestInMemory + 1)];
        File.Delete(_folder["a.apk"]);
        ApkPackager.Write(_folder["a.apk"], items, options, new PackSettings(6, cache, options.V1) { MaxPending = maxPending, NeedsSha1 = options.NeedsSha1 }, CancellationToken.None);
        return File.ReadAllBytes(_folder["a.apk"]);
    }
}
