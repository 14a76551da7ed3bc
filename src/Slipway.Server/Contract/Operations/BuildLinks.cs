using Microsoft.AspNetCore.Http;
using Slipway.Deploy;
using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Artifacts;
using Slipway.Server.Builds;
using Slipway.Server.Install;
using Slipway.Server.Transport;

namespace Slipway.Server.Contract.Operations;

/// <summary>Signed absolute addresses of the artifacts of builds, which clients of the contract use unchanged.</summary>
internal sealed class BuildLinks(ArtifactStore store, ArtifactLinks artifacts, SignedLinks signer, InstallToken tokens, TimeProvider clock, OwnAddress own)
{
    /// <summary>Path of logs that are read by a signed address.</summary>
    public const string LogPath = "/l/";

    private const string Log = "log";
    private const string Source = "source";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Returns the artifacts of builds by the keys of the builds.</summary>
    public Task<ILookup<string, ArtifactRow>> FilesAsync(IReadOnlyList<BuildRow> builds, CancellationToken cancellation) =>
        store.OfBuildsAsync([.. builds.Where(build => build.FinishedAt is not null).Select(build => build.Key)], cancellation);

    /// <summary>Returns the address of the package.</summary>
    public string? BinaryOf(HttpContext context, IEnumerable<ArtifactRow> files) => UrlOf(context, files, ArtifactKind.Binary);

    /// <summary>Returns the address of the sources of the package.</summary>
    public string? SourceOf(HttpContext context, IEnumerable<ArtifactRow> files) => UrlOf(context, files, Source);

    /// <summary>Returns the address of the log; a download has the lines up to that moment.</summary>
    public string LogOf(HttpContext context, BuildRow build) => Absolute(context, $"{LogPath}{build.Key}?{signer.Sign(context.Caller(), Lifetime, Log, build.Key)}");

    /// <summary>Returns whether the address of a log has a valid signature that has not expired.</summary>
    public async Task<bool> OpensLogAsync(Guid build, LinkQuery query, CancellationToken cancellation) => await signer.CheckAsync(query, cancellation, Log, build.ToString()) is not null;

    /// <summary>Returns the address of the manifest from which devices install an iOS app; null if they cannot.</summary>
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
