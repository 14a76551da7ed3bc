using System.Text;
using Slipway.Protocol.Files;

namespace Slipway.Protocol.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-test-").FullName;

    private string Target => Path.Combine(_folder, "target");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_made_or_replaced_and_nothing_is_left_beside_it()
    {
        AtomicFile.Write(Target, "old"u8.ToArray());
        AtomicFile.Write(Target, "new"u8.ToArray(), new AtomicFileOptions { IsDurable = true });
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_reader_sees_the_old_file_until_the_new_one_is_whole()
    {
        File.WriteAllText(Target, "old");
        AtomicFile.Write(Target, stream =>
        {
            stream.Write("ne"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(Target));
            stream.Write("w"u8);
        });
        Assert.Equal("new", File.ReadAllText(Target));
    }

    [Fact]
    public void A_reader_that_has_the_old_file_open_reads_it_to_its_end()
    {
        File.WriteAllText(Target, "old");
        using var reader = new StreamReader(Target, Encoding.UTF8, false, new FileStreamOptions { BufferSize = 0 });
        AtomicFile.Write(Target, "new"u8.ToArray());
        Assert.Equal("old", reader.ReadToEnd());
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(Target, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.Write("new"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Nothing_is_left_where_the_name_is_that_of_a_folder()
    {
        Directory.CreateDirectory(Target);
        var failure = Assert.ThrowsAny<Exception>(() => AtomicFile.Write(Target, "new"u8.ToArray()));
        Assert.True(failure is IOException or UnauthorizedAccessException);
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_folder_that_is_missing_is_not_made()
    {
        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(Path.Combine(_folder, "missing/file"), "new"u8.ToArray()));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        Assert.Throws<IOException>(() => new AtomicFile("/"));
    }

    [Fact]
    public void A_file_that_must_not_be_replaced_stays()
    {
        var options = new AtomicFileOptions { Overwrite = false };
        AtomicFile.Write(Target, "first"u8.ToArray(), options);
        Assert.Throws<IOException>(() => AtomicFile.Write(Target, "second"u8.ToArray(), options));
        Assert.Equal("first", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_mode_is_there_from_the_first_byte_on_whatever_the_old_file_had()
    {
        File.WriteAllText(Target, "old");
        File.SetUnixFileMode(Target, OwnerOnly.FileMode | UnixFileMode.OtherRead);
        AtomicFile.Write(Target, _ => Assert.Equal(OwnerOnly.FileMode, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(_folder, ".target.*")))), new AtomicFileOptions { Mode = OwnerOnly.FileMode });
        Assert.Equal(OwnerOnly.FileMode, File.GetUnixFileMode(Target));
    }

    [Fact]
    public void Without_a_mode_a_file_has_that_of_any_new_one()
    {
        var other = Path.Combine(_folder, "other");
        File.WriteAllText(other, "");
        AtomicFile.Write(Target, "new"u8.ToArray());
        Assert.Equal(File.GetUnixFileMode(other), File.GetUnixFileMode(Target));
    }

    [Fact]
    public void A_link_is_replaced_and_what_it_points_to_stays()
    {
        var pointedTo = Path.Combine(_folder, "pointed-to");
        File.WriteAllText(pointedTo, "kept");
        File.CreateSymbolicLink(Target, pointedTo);
        AtomicFile.Write(Target, "new"u8.ToArray());
        Assert.Equal(("kept", "new"), (File.ReadAllText(pointedTo), File.ReadAllText(Target)));
        Assert.Null(new FileInfo(Target).LinkTarget);
    }

    [Fact]
    public async Task Whoever_writes_at_once_leaves_one_whole_file()
    {
        var contents = Enumerable.Range('a', 8).Select(letter => new string((char)letter, 1 << 18)).ToList();
        await Task.WhenAll(contents.Select(content => Task.Run(() => AtomicFile.Write(Target, Encoding.ASCII.GetBytes(content)))));
        Assert.Contains(File.ReadAllText(Target), contents);
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_file_of_a_cache_is_written_with_its_folder()
    {
        var path = Path.Combine(_folder, "a/b/file");
        Assert.True(AtomicFile.TryWrite(path, stream => stream.Write("new"u8)));
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_no_failure()
    {
        File.WriteAllText(Target, "a file, where a folder has to be");
        Assert.False(AtomicFile.TryWrite(Path.Combine(Target, "file"), _ => { }));
        Assert.False(AtomicFile.TryWrite(Path.Combine(_folder, "file"), _ => throw new IOException("the disk is full")));
        Assert.False(AtomicFile.TryWrite(Path.Combine(_folder, "file"), _ => throw new UnauthorizedAccessException()));
        Assert.Throws<InvalidOperationException>(() => AtomicFile.TryWrite(Path.Combine(_folder, "file"), _ => throw new InvalidOperationException()));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void What_is_not_committed_is_deleted()
    {
        using (var file = new AtomicFile(Target))
            File.WriteAllText(file.TemporaryPath, "half");
        Assert.Empty(Directory.GetFiles(_folder));
        using (var file = new AtomicFile(Target))
        {
            File.WriteAllText(file.TemporaryPath, "whole");
            file.Commit();
        }

        Assert.Equal("whole", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }
}
