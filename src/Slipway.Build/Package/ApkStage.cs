using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Build.Resources;
using Slipway.Build.Shell;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Package;

/// <summary>Packs and signs an APK: the last stage of an Android build.</summary>
internal static class ApkStage
{
    public static BuildArtifact Write(AndroidPlan plan, SourceApp app, AndroidShell shell, IReadOnlyList<ZipItem> resources, SigningKey key, BuildContext context)
    {
        var cache = Task.Run(context.Host.OpenDeflated, CancellationToken.None);
        var known = context.Host.OpenHashes(app.Tree.Location);
        using var deflated = cache.GetAwaiter().GetResult();
        var items = ApkContent.List(plan, shell, resources, known);
        var options = ApkSigningOptions.For([key], plan.MinSdk, plan.TargetSdk);
        return OutputFile.Write(plan.OutFile, temporary =>
        {
            var result = ApkPackager.Write(temporary, items, options, deflated, context.Cancellation);
            // Hashes the package while the caches are written.
            var hash = Task.Run(() => OutputFile.Hash(temporary), CancellationToken.None);
            var hashes = result.Hashes.ToDictionary(entry => entry.Key, entry => new ContentDigests(entry.Value), StringComparer.Ordinal);
            WebFiles.Remember(plan.WebFiles, WebFiles.AndroidFolder, hashes, known, context.Environment);
            deflated.Dispose();
            return new BuildArtifact("Android", "apk", plan.OutFile, result.Size, hash.GetAwaiter().GetResult());
        });
    }
}

/// <summary>Lists the entries of an APK in the order in which they are written.</summary>
internal static class ApkContent
{
    public static List<ZipItem> List(AndroidPlan plan, AndroidShell shell, IReadOnlyList<ZipItem> resources, IKnownHashes known)
    {
        var items = new List<ZipItem>(resources.Count + plan.WebFiles.Count + 4);
        items.AddRange(resources.Where(r => r.Name == "AndroidManifest.xml"));
        for (var i = 0; i < shell.DexFiles.Count; i++)
            items.Add(ZipItem.FromBytes(i == 0 ? "classes.dex" : $"classes{i + 1}.dex", shell.DexFiles[i].ToArray()));
        items.AddRange(resources.Where(r => r.Name != "AndroidManifest.xml"));
        items.Add(ZipItem.FromBytes("assets/slipway.json", ShellSettings.Write(plan, plan.Type == MobileBuildType.Debug)));
        items.AddRange(WebFiles.Items(plan.WebFiles, WebFiles.AndroidFolder, known));
        return items;
    }
}
