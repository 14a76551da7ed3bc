using System.Buffers;
using System.Runtime.CompilerServices;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs.Files;

/// <summary>Objects as files of a folder: written under a temporary name, flushed to the disk, then renamed.</summary>
internal sealed class FolderBlobStore : IBlobStore
{
    private const int BufferSize = 128 * 1024;

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly string _objects;
    private readonly string _incoming;
    private readonly TimeProvider _clock;

    /// <summary>Creates the folder if it does not exist.</summary>
    public FolderBlobStore(string folder, TimeProvider clock)
    {
        _objects = Path.Combine(folder, "objects");
        _incoming = Path.Combine(folder, "incoming");
        _clock = clock;
        DurableFolder.Create(_objects);
        DurableFolder.Create(_incoming);
    }

    public async Task<long> PutAsync(string location, Stream content, CancellationToken cancellation)
    {
        var path = PathOf(location);
        var temporary = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var size = await WriteAsync(temporary, content, cancellation);
            FaultInjection.ReachWith(FaultInjection.BeforeRename, location);
            Publish(temporary, path);
            return size;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(string location, long offset, long length, CancellationToken cancellation)
    {
        try
        {
            var file = new FileStream(PathOf(location), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            file.Position = offset;
            return Task.FromResult<Stream?>(new PartStream(file, length));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string location, CancellationToken cancellation)
    {
        try
        {
            File.Delete(PathOf(location));
        }
        catch (DirectoryNotFoundException)
        {
            // Without the folder there is no object either.
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredBlob> ListAsync(string prefix, TimeSpan age, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var latest = _clock.GetUtcNow().UtcDateTime - age;
        // The prefix has a folder of its own, so that listing one organisation's objects does not visit the files of the others.
        var folder = new DirectoryInfo(Path.Combine(_objects, prefix[..(prefix.LastIndexOf('/') + 1)]));
        foreach (var file in folder.Exists ? folder.EnumerateFiles("*", Everything) : [])
        {
            cancellation.ThrowIfCancellationRequested();
            var location = Path.GetRelativePath(_objects, file.FullName);
            // Exists is read first, because it caches length and time: a file that was removed since the listing is skipped.
            if (location.StartsWith(prefix, StringComparison.Ordinal) && file.Exists && file.LastWriteTimeUtc < latest)
                yield return new StoredBlob(location, file.Length);
        }

        await Task.CompletedTask;
    }

    public Task<int> SweepAsync(TimeSpan age, CancellationToken cancellation)
    {
        var latest = _clock.GetUtcNow().UtcDateTime - age;
        var old = new DirectoryInfo(_incoming).GetFiles().Where(file => file.LastWriteTimeUtc < latest).ToList();
        old.ForEach(file => file.Delete());
        return Task.FromResult(old.Count);
    }

    private static async Task<long> WriteAsync(string path, Stream content, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var file = OnDisk(() => OwnerOnly.Create(path));
            long size = 0;
            for (int count; (count = await content.ReadAsync(buffer, cancellation)) > 0; size += count)
                OnDisk(() => Write(file, buffer.AsSpan(0, count), size));
            OnDisk(() => Flush(file));
            return size;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool Write(Microsoft.Win32.SafeHandles.SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        RandomAccess.Write(file, bytes, offset);
        return true;
    }

    private static bool Flush(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        RandomAccess.FlushToDisk(file);
        return true;
    }

    private static void Publish(string temporary, string path) => OnDisk(() =>
    {
        var folder = Path.GetDirectoryName(path)!;
        DurableFolder.Create(folder);
        File.Move(temporary, path, overwrite: true);
        DurableFolder.Flush(folder);
        return true;
    });

    // Only errors of the disk are translated, never those of the sender's connection.
    private static T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (IOException e) when (DiskErrors.IsFull(e))
        {
            throw new ProblemException(ServiceProblems.StorageFull.At("blobs", "The disk of the service is full."), e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || DiskErrors.IsReadOnly(e))
        {
            throw new OperatorFaultException(HostingProblems.DataFolder.At("blobs", "The service cannot write to the folder of blobs."), "blobs", e);
        }
        catch (IOException e)
        {
            throw new ProblemException(ServiceProblems.BlobsUnavailable.At("blobs", "The folder of the service cannot be written."), e);
        }
    }

    private string PathOf(string location) =>
        BlobLocation.IsValid(location) ? Path.Combine(_objects, location) : throw new ArgumentException("This is not the name of an object.", nameof(location));
}
