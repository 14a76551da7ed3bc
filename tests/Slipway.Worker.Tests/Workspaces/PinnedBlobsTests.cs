using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Launches;
using Slipway.Worker.Blobs;
using Slipway.Worker.Leases;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Tests.Workspaces;

public sealed class PinnedBlobsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Guid _organisation = Guid.NewGuid();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(1L << 60)]
    public async Task A_content_of_another_length_than_was_announced_never_reaches_the_disk(long length)
    {
        var store = new BlobCache(_folder.AddFolder("contents"));
        var content = "hello"u8.ToArray();
        var manifest = new RevisionManifest(RevisionKind.Folder, [new RevisionFile("a.js", Convert.ToHexStringLower(SHA256.HashData(content)), content.Length)]);
        using var pack = new MemoryStream(Encoding.UTF8.GetBytes(new string('a', 1000)));
        await Assert.ThrowsAsync<InvalidDataException>(() => PinnedBlobs.FetchAsync(
            store, _organisation, manifest, (missing, take, _) => take(missing[0], new PackedBlob(pack, length)), TestContext.Current.CancellationToken));
        Assert.Equal(0, pack.Position);
    }
}
