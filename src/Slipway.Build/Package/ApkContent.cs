using System.Text;
using Slipway.Build.Plan;
using Slipway.Build.Problems;
using Slipway.Build.Read;
using Slipway.Build.Resources;
using Slipway.Build.Shell;
using Slipway.Formats.Zip;

namespace Slipway.Build.Package;

/// <summary>What is in a package, in the order in which it is written.</summary>
internal static class ApkContent
{
    /// <summary>Where the web files are.</summary>
    public const string WebFolder = "assets/www/";

    /// <summary>Longest name of an entry: the length is a field of 16 bits, and Android's tools stop earlier than that.</summary>
    private const int LongestName = 4096;

    public static List<ZipItem> List(AndroidPlan plan, AndroidShell shell, IReadOnlyList<ZipItem> resources, KnownHashes known)
    {
        var items = new List<ZipItem>(resources.Count + plan.WebFiles.Count + 4);
        items.AddRange(resources.Where(r => r.Name == "AndroidManifest.xml"));
        for (var i = 0; i < shell.DexFiles.Count; i++)
            items.Add(ZipItem.FromBytes(i == 0 ? "classes.dex" : $"classes{i + 1}.dex", shell.DexFiles[i].ToArray()));
        items.AddRange(resources.Where(r => r.Name != "AndroidManifest.xml"));
        items.Add(ZipItem.FromBytes("assets/slipway.json", AppSettings.Write(plan, plan.Type == BuildType.Debug)));
        foreach (var file in plan.WebFiles)
            items.Add(Item(file, known.Find(file)?.Sha256));
        return items;
    }

    private static ZipItem Item(AppFile file, ContentHash? hash)
    {
        var name = WebFolder + file.Path;
        if (Encoding.UTF8.GetByteCount(name) > LongestName)
            throw new ProblemException(FileProblems.NameUnusable.At(file.Path[..80] + "…", $"The path is longer than {LongestName} bytes."));
        return new ZipItem(name, () => Open(file), file.Length, !StoredByNature.Is(name), StoredByNature.Alignment(name), hash);
    }

    // The hash and the length were taken when the app was read. What is packed must be the same file.
    private static Stream Open(AppFile file)
    {
        var stream = file.Open();
        if (file is not { Stamp: { } stamp, DiskPath: { } path } || FileProbe.Look(path, followLinks: true).Stamp == stamp)
            return stream;
        stream.Dispose();
        throw new ProblemException(FileProblems.Changed.At(file.Path, "The file changed while the app was built."));
    }
}
