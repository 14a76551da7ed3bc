using System.Security.Cryptography;
using System.Text;
using Slipway.Build.Read;
using Slipway.Build.Resources.Icons;
using Slipway.Worker.Blobs;
using Slipway.Worker.Child;
using Slipway.Worker.Pipe;
using Slipway.Worker.Sandbox;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>
/// Keeps drawn icons by the hashes of their pictures. A build is not believed what it draws: a process that has seen nothing but the
/// pictures draws them, so that pictures which take it over spoil only what is drawn of themselves.
/// </summary>
/// <param name="pool">Gives processes.</param>
/// <param name="cacheFolder">The cache.</param>
/// <param name="limits">What drawing may take.</param>
/// <param name="time">The clock.</param>
internal sealed class DrawnIcons(ChildPool pool, string cacheFolder, SandboxLimits limits, TimeProvider time)
{
    /// <summary>Folder within the cache.</summary>
    public const string Folder = "pictures";

    private const int LargestFile = 32 << 20;
    private const int MostFiles = 4096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Path.Combine(cacheFolder, Folder);

    /// <summary>Name of drawn icons in the cache; null when a picture is none of the app's files, or cannot be drawn.</summary>
    public async Task<string?> GetAsync(PipedIcon icon, Materials materials, CancellationToken cancellation)
    {
        var name = Name(icon);
        if (File.Exists(Path.Combine(_folder, name)))
            return name;
        var pictures = icon.Pictures().ToDictionary(hash => hash, materials.Find, StringComparer.Ordinal);
        return pictures.ContainsValue(null) || !await DrawAsync(icon, pictures!, name, cancellation) ? null : name;
    }

    private static string Name(PipedIcon icon) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(IconRequest).Module.ModuleVersionId:N} {icon}")));

    private async Task<bool> DrawAsync(PipedIcon icon, Dictionary<string, Blob> pictures, string name, CancellationToken cancellation)
    {
        var child = await pool.TakeAsync();
        try
        {
            foreach (var (hash, content) in pictures)
                Materials.Place(content, Path.Combine(child.Workspace.In, hash));
            using var ended = cancellation.Register(child.Process.Kill);
            var watching = new SandboxWatch(child.Process, child.Workspace.Out, limits with { WallTime = Patience }, time).RunAsync();
            await child.SayAsync(new HostMessage.IconOrder(child.Paths.App, child.Paths.Out, icon), cancellation);
            var said = await child.ListenAsync(cancellation);
            child.Process.Kill();
            await watching;
            return said is ChildMessage.Drawn && Keep(Path.Combine(child.Workspace.Out, BuildChild.DrawnFile), name);
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            await child.DisposeAsync();
            child.Workspace.Remove();
        }
    }

    // What is in it is read where builds are locked up.
    private bool Keep(string drawn, string name)
    {
        if (!FileProbe.IsRegularFile(drawn) || new FileInfo(drawn).Length > LargestFile)
            return false;
        MakeRoom();
        var temporary = Path.Combine(_folder, $"{Path.GetRandomFileName()}.part");
        File.WriteAllBytes(temporary, File.ReadAllBytes(drawn));
        File.Move(temporary, Path.Combine(_folder, name), overwrite: true);
        return true;
    }

    private void MakeRoom()
    {
        var files = new DirectoryInfo(_folder).GetFiles();
        foreach (var old in files.Length < MostFiles ? [] : files.OrderBy(f => f.LastWriteTimeUtc).Take(MostFiles / 2))
            old.Delete();
    }
}
