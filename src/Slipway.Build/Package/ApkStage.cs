using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Build.Shell;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;

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
