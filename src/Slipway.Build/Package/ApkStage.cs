using System.Security.Cryptography;
using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Build.Shell;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Zip;

namespace Slipway.Build.Package;

/// <summary>Packs and signs an APK: the last stage of a build for Android.</summary>
internal static class ApkStage
{
    public static BuildArtifact Write(BuildPlan plan, SourceApp app, AndroidShell shell, IReadOnlyList<ZipItem> resources, ApkSigningKey key, BuildEnvironment environment, CancellationToken cancellation)
    {
        var known = new KnownHashes(KnownHashes.PathFor(environment.CacheFolder, app.Tree.Location));
        using var cache = new DeflatePack(Path.Combine(environment.CacheFolder, "deflate"));
        var items = ApkContent.List(plan, shell, resources, known);
        var options = ApkSigningOptions.For([key], plan.MinSdk, plan.TargetSdk);
        return OutputFile.Write(plan.OutFile, temporary =>
        {
            var result = ApkPackager.Write(temporary, items, options, cache, cancellation);
            Remember(plan, result, known, environment);
            using var package = File.OpenRead(temporary);
            return new BuildArtifact("Android", "apk", plan.OutFile, result.Size, Convert.ToHexStringLower(SHA256.HashData(package)));
        });
    }

    private static void Remember(BuildPlan plan, ApkPackageResult result, KnownHashes known, BuildEnvironment environment)
    {
        var hashed = new List<(AppFile File, ContentHash Hash)>(plan.WebFiles.Count);
        foreach (var file in plan.WebFiles)
        {
            if (result.Hashes.TryGetValue(ApkContent.WebFolder + file.Path, out var hash))
                hashed.Add((file, hash));
        }

        known.Save(hashed, environment.Now.ToUnixTimeMilliseconds() * 1_000_000);
    }
}
