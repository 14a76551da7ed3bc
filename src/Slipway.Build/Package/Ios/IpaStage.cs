using Slipway.Build.Plan.Ios;
using Slipway.Build.Read;
using Slipway.Build.Resources.Ios;
using Slipway.Build.Shell.Ios;
using Slipway.Formats.CodeSignature.Writing;
using Slipway.Formats.Ipa;
using Slipway.Signing.Ios;

namespace Slipway.Build.Package.Ios;

/// <summary>Packs and signs an IPA, or packs a zip for the simulator: the last stage of an iOS build.</summary>
internal static class IpaStage
{
    public static BuildArtifact Write(IosPlan plan, SourceApp app, IosShell shell, IosBundleContent content, BuildContext context)
    {
        var cache = Task.Run(context.Host.OpenDeflated, CancellationToken.None);
        var known = context.Host.OpenHashes(app.Tree.Location);
        using var deflated = cache.GetAwaiter().GetResult();
        var bundle = new IpaContent
        {
            BundleName = plan.BundleName + ".app",
            Files = [.. content.Files, .. WebFiles.Items(plan.WebFiles, WebFiles.IosFolder, known)],
            InfoPlist = content.InfoPlist,
            ExecutableName = plan.BundleName,
            Executable = shell.Executable,
        };
        var seal = plan.Signing is null ? null : new IpaSeal(plan.Signing.Profile, resources => Sign(plan.Id, plan.Signing, bundle, resources));
        return OutputFile.Write(plan.OutFile, temporary =>
        {
            var result = IpaPackager.Write(temporary, bundle, seal, deflated, context.Cancellation);
            // Hashes the package while the caches are written.
            var hash = Task.Run(() => OutputFile.Hash(temporary), CancellationToken.None);
            WebFiles.Remember(plan.WebFiles, WebFiles.IosFolder, result.Hashes, known, context.Environment);
            deflated.Dispose();
            return new BuildArtifact("iOS", seal is null ? "zip" : "ipa", plan.OutFile, result.Size, hash.GetAwaiter().GetResult());
        });
    }

    private static ReadOnlyMemory<byte> Sign(string identifier, IosSigning signing, IpaContent bundle, ReadOnlyMemory<byte> resources)
    {
        var input = new CodeSignatureInput
        {
            Identifier = identifier,
            TeamId = signing.TeamId,
            InfoPlist = bundle.InfoPlist,
            CodeResources = resources,
            Entitlements = signing.Entitlements,
            IsMainExecutable = true,
        };
        return CodeSigner.Sign(bundle.Executable, input, new CodeSigningOptions(signing.Key, signing.SigningTime));
    }
}
