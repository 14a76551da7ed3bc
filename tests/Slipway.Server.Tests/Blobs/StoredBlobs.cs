using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Blobs;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Blobs;

/// <summary>Looks into the store of a service.</summary>
internal static class StoredBlobs
{
    public static Task<IReadOnlyList<StoredBlob>> ListAsync(TestService service) => ListAsync(service.App.Services.GetRequiredService<IBlobStore>());

    public static async Task<IReadOnlyList<StoredBlob>> ListAsync(IBlobStore store, string prefix = "")
    {
        List<StoredBlob> objects = [];
        await foreach (var item in store.ListAsync(prefix, TimeSpan.FromDays(-1), CancellationToken.None))
            objects.Add(item);
        return objects;
    }

    /// <summary>A content of any organisation.</summary>
    public static async Task<byte[]> ReadAsync(TestService service, string sha256)
    {
        var row = await service.App.Services.GetRequiredService<Database>().ReadAsync(
            c => c.QuerySingleAsync<BlobRow>("SELECT sha256, size, location FROM blobs WHERE sha256 = @sha256", new { sha256 }));
        return await ReadAsync(service.App.Services.GetRequiredService<IBlobStore>(), row.Location, 0, row.Size);
    }

    public static async Task<byte[]> ReadAsync(IBlobStore store, string location, long offset, long length)
    {
        await using var stream = await store.OpenAsync(location, offset, length, CancellationToken.None) ?? throw new InvalidOperationException("There is no such object.");
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer);
        return buffer.ToArray();
    }

    /// <summary>Files that uploads are being written to.</summary>
    public static string[] Unfinished(TestService service) => Directory.GetFiles(Incoming(service));

    /// <summary>Waits until an upload that an action begins is being written.</summary>
    public static async Task<T> BeginAsync<T>(TestService service, Func<Task<T>> action)
    {
        using var watcher = new FileSystemWatcher(Incoming(service));
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.EnableRaisingEvents = true;
        var result = await action();
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return result;
    }

    /// <summary>Waits until an upload that an action ends has left nothing.</summary>
    public static async Task EndAsync(TestService service, Action action)
    {
        using var watcher = new FileSystemWatcher(Incoming(service));
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Deleted += (_, _) => ended.TrySetResult();
        watcher.EnableRaisingEvents = true;
        action();
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static string Incoming(TestService service) => Path.Combine(service.App.Services.GetRequiredService<ServerOptions>().DataFolder, "blobs", "incoming");
}
