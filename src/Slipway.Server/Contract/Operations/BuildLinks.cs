using Microsoft.AspNetCore.Http;
using Slipway.Deploy;
using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Artifacts;
using Slipway.Server.Builds;
using Slipway.Server.Install;
using Slipway.Server.Transport;

namespace Slipway.Server.Contract.Operations;

/// <summary>Addresses of what builds made, whole and signed, so that clients of the contract take them as they are.</summary>
internal sealed class BuildLinks(ArtifactStore store, ArtifactLinks artifacts, SignedLinks signer, InstallToken tokens, TimeProvider clock, OwnAddress own)
{
    /// <summary>Where logs are, for those who have a signed address.</summary>
    public const string LogPath = "/l/";

    private const string Log = "log";
    private const string Source = "source";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The files of builds, by the keys of these.</summary>
    public Task<ILookup<string, ArtifactRow>> FilesAsync(IReadOnlyList<BuildRow> builds, CancellationToken cancellation) =>
        store.OfBuildsAsync([.. builds.Where(build => build.FinishedAt is not null).Select(build => build.Key)], cancellation);

    /// <summary>The package.</summary>
    public string? BinaryOf(HttpContext context, IEnumerable<ArtifactRow> files) => UrlOf(context, files, ArtifactKind.Binary);

    /// <summary>What the package was made of.</summary>
    public string? SourceOf(HttpContext context, IEnumerable<ArtifactRow> files) => UrlOf(context, files, Source);

    /// <summary>The log as it is at the time of the download.</summary>
    public string LogOf(HttpContext context, BuildRow build) => Absolute(context, $"{LogPath}{build.Key}?{signer.Sign(context.Caller(), Lifetime, Log, build.Key)}");

    /// <summary>Was the address of a log signed, and is it still valid?</summary>
    public async Task<bool> OpensLogAsync(Guid build, LinkQuery query, CancellationToken cancellation) => await signer.CheckAsync(query, cancellation, Log, build.ToString()) is not null;

    /// <summary>The manifest from which devices install an app for iOS; null where they cannot.</summary>
    public string? DeploymentOf(HttpContext context, BuildRow build, IEnumerable<ArtifactRow> files)
    {
        var installable = build.BuildType is nameof(MobileBuildType.Development) or nameof(MobileBuildType.Adhoc) or nameof(MobileBuildType.InHouse);
        if (!installable || files.FirstOrDefault(file => file.Kind == ArtifactKind.Binary && Path.GetExtension(file.Name) == InstallableKind.Ipa) is not { } package)
            return null;
        var token = tokens.Create(Guid.Parse(package.Id), context.Caller().LinkOrigin, clock.GetUtcNow() + Lifetime);
        return new InstallAddresses(new Uri(Absolute(context, $"/i/{token}/")), Path.GetFileNameWithoutExtension(package.Name)).Of(".plist");
    }

    private string? UrlOf(HttpContext context, IEnumerable<ArtifactRow> files, string kind) =>
        files.FirstOrDefault(file => file.Kind == kind) is { } file ? Absolute(context, artifacts.UrlOf(file, context.Caller())) : null;

    private string Absolute(HttpContext context, string path) => new Uri(own.Of(context), path).AbsoluteUri;
}
