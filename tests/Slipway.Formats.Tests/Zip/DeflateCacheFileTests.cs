using System.Security.Cryptography;
using System.Text;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Zip;

public sealed class DeflateCacheFileTests : IDisposable
{
    private const int Level = 6;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_put_is_found_by_the_next_process()
    {
        Put(0, 50);
        AssertFound(0, 50);
        Put(50, 60);
        AssertFound(0, 60);
    }

    [Fact]
    public void A_content_that_deflate_does_not_help_is_remembered_as_such()
    {
        var noise = RandomNumberGenerator.GetBytes(5000);
        using (var pack = new DeflateCacheFile(_folder.Path))
            pack.Put(ContentHash.Of(noise), Level, Deflater.Whole(noise, Level));
        using var again = new DeflateCacheFile(_folder.Path);
        Assert.True(again.TryGet(ContentHash.Of(noise), Level, out var found));
        Assert.True(found.IsStored);
        Assert.Equal(Crc32.Of(noise), found.Crc);
    }

    [Fact]
    public void Another_level_is_another_content()
    {
        Put(0, 1);
        using var pack = new DeflateCacheFile(_folder.Path);
        Assert.False(pack.TryGet(ContentHash.Of(Content(0)), 9, out _));
    }

    [Fact]
    public void A_torn_end_loses_no_more_than_the_end()
    {
        Put(0, 50);
        Truncate(DeflateCacheIndex.IndexPath(_folder.Path), 40);
        AssertFound(0, 49);
        Put(49, 52);
        AssertFound(0, 52);

        Truncate(DeflateCacheIndex.DataPath(_folder.Path), 1);
        AssertFound(0, 51);
        using (var pack = new DeflateCacheFile(_folder.Path))
            Assert.False(pack.TryGet(ContentHash.Of(Content(51)), Level, out _));
        Put(51, 53);
        AssertFound(0, 53);
    }

    [Fact]
    public void A_flipped_bit_is_never_handed_out()
    {
        Put(0, 20);
        foreach (var path in new[] { DeflateCacheIndex.IndexPath(_folder.Path), DeflateCacheIndex.DataPath(_folder.Path) })
        {
            var whole = File.ReadAllBytes(path);
            for (var at = 0; at < whole.Length; at += 13)
            {
                var broken = (byte[])whole.Clone();
                broken[at] ^= 0x10;
                File.WriteAllBytes(path, broken);
                Assert.True(CountFound(20) >= 19);
            }

            File.WriteAllBytes(path, whole);
        }
    }

    [Fact]
    public void Writers_at_the_same_time_leave_a_sound_pack()
    {
        Parallel.For(0, 16, index => Put(index * 10, (index + 1) * 10));
        Assert.True(CountFound(160) >= 10);
        Put(0, 160);
        AssertFound(0, 160);
    }

    [Fact]
    public void A_pack_that_grew_too_large_starts_anew()
    {
        Put(0, 50);
        using (var pack = new DeflateCacheFile(_folder.Path, maxSize: 100))
            pack.Put(ContentHash.Of(Content(50)), Level, Deflater.Whole(Content(50), Level));
        AssertFound(50, 51);
        Assert.Equal(1, CountFound(51));
    }

    private static byte[] Content(int number) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"content {number} ", 20)));

    private void Put(int from, int to)
    {
        using var pack = new DeflateCacheFile(_folder.Path);
        for (var number = from; number < to; number++)
            pack.Put(ContentHash.Of(Content(number)), Level, Deflater.Whole(Content(number), Level));
    }

    private void AssertFound(int from, int to)
    {
        using var pack = new DeflateCacheFile(_folder.Path);
        for (var number = from; number < to; number++)
        {
            Assert.True(pack.TryGet(ContentHash.Of(Content(number)), Level, out var found), $"{number}");
            Assert.Equal(Deflater.Whole(Content(number), Level).Bytes.ToArray(), found.Bytes.ToArray());
        }
    }

    private int CountFound(int to)
    {
        using var pack = new DeflateCacheFile(_folder.Path);
        var count = 0;
        for (var number = 0; number < to; number++)
        {
            if (!pack.TryGet(ContentHash.Of(Content(number)), Level, out var found))
                continue;
            Assert.Equal(Crc32.Of(Content(number)), found.Crc);
            Assert.Equal(Deflater.Whole(Content(number), Level).Bytes.ToArray(), found.Bytes.ToArray());
            count++;
        }

        return count;
    }

    private static void Truncate(string path, int by)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.SetLength(file, RandomAccess.GetLength(file) - by);
    }
}
