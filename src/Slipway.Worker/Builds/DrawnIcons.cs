using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Build.Read;
using Slipway.Build.Resources.Icons;
using Slipway.Protocol.Files;
using Slipway.Worker.Blobs;
using Slipway.Worker.Child;
using Slipway.Worker.Pipe;
using Slipway.Worker.Sandbox;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>
/// Caches drawn icons by the hashes of their pictures, for each organisation. Icons that a build draws are not trusted: a separate child that
/// receives nothing but the pictures draws them, so that malicious pictures can spoil only their own icons.
/// </summary>
/// <param name="pool">Supplies children.</param>
/// <param name="folder">Folder of the cache, on the disk of the workspaces.</param>
/// <param name="limits">Limits of drawing.</param>
/// <param name="time">The clock.</param>
internal sealed class DrawnIcons(ChildPool pool, string folder, SandboxLimits limits, TimeProvider time)
{
    private const int LargestFile = 32 << 20;
    private const int MostFiles = 4096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = FileModes.OwnFolder(folder);

    /// <summary>Links drawn icons into the workspace, and draws them before if necessary.</summary>
    /// <param name="organisation">The organisation that owns the pictures.</param>
    /// <param name="icon">The icons to draw.</param>
    /// <param name="materials">The app's files.</param>
    /// <param name="prepared">The workspace's folder for links.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>Name of the file in that folder; null if a picture is not one of the app's files, or cannot be drawn.</returns>
    public async Task<string?> GetAsync(Guid organisation, PipedIcon icon, PinnedBlobs materials, string prepared, CancellationToken cancellation)
    {
        var name = Name(organisation, icon);
        var target = Path.Combine(prepared, name);
        if (File.Exists(target) || HardLink.TryCreate(Path.Combine(_folder, name), target))
            return name;
        var pictures = icon.Pictures().ToDictionary(hash => hash, materials.Find, StringComparer.Ordinal);
        if (pictures.ContainsValue(null) || !await DrawAsync(icon, pictures!, name, cancellation))
            return null;
        if (!HardLink.TryCreate(Path.Combine(_folder, name), target))
            File.Copy(Path.Combine(_folder, name), target, overwrite: true);
        return name;
    }

    private static string Name(Guid organisation, PipedIcon icon) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(IconRequest).Module.ModuleVersionId:N} {organisation:N} {JsonSerializer.Serialize(icon, PipeJson.Default.PipedIcon)}")));

    private async Task<bool> DrawAsync(PipedIcon icon, Dictionary<string, Blob> pictures, string name, CancellationToken cancellation)
    {
        var child = await pool.TakeAsync();
        try
        {
            foreach (var (hash, content) in pictures)
                PinnedBlobs.Place(content, Path.Combine(child.Workspace.In, hash));
            using var ended = cancellation.Register(child.Process.Kill);
            var watching = new SandboxWatch(child.Process, child.Workspace.Out, limits with { WallTime = Patience }, time).RunAsync();
            await child.SayAsync(new HostMessage.IconOrder(child.Paths.App, child.Paths.Out, icon), cancellation);
            var said = await child.ListenAsync(cancellation);
            child.Process.Kill();
            await watching;
            return said is ChildMessage.Drawn && !child.Process.IsStuck && Keep(Path.Combine(child.Workspace.Out, BuildChild.DrawnFile), name);
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            await child.RemoveAsync();
        }
    }

    // The file was written by a child. Only sandboxed children parse it.
    private bool Keep(string drawn, string name)
    {
        if (!FileProbe.IsRegularFile(drawn) || new FileInfo(drawn).Length > LargestFile)
            return false;
        MakeRoom();
        AtomicFile.Write(Path.Combine(_folder, name), File.ReadAllBytes(drawn));
        return true;
    }

    private void MakeRoom()
    {
        var files = new DirectoryInfo(_folder).GetFiles();
        foreach (var old in files.Length < MostFiles ? [] : files.OrderBy(f => f.LastWriteTimeUtc).Take(MostFiles / 2))
            old.Delete();
    }
}
