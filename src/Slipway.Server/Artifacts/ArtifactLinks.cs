using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Install;

namespace Slipway.Server.Artifacts;

/// <summary>Describes artifacts with signed addresses, which need no token.</summary>
internal sealed class ArtifactLinks(ArtifactStore artifacts, SignedLinks signer, InstallLinks installs, ServerOptions options)
{
    private const string Download = "download";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Returns the artifacts of builds by the keys of the builds.</summary>
    /// <param name="builds">The builds.</param>
    /// <param name="caller">The caller who gets the addresses; they expire with the caller's token.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<ILookup<string, ArtifactDescription>> OfBuildsAsync(IReadOnlyCollection<string> builds, Caller caller, CancellationToken cancellation)
    {
        var rows = (await artifacts.OfBuildsAsync(builds, cancellation)).SelectMany(group => group).ToList();
        var pages = await installs.OfAsync(rows, caller, cancellation);
        return rows.ToLookup(row => row.Build, row => Describe(row, caller, pages.GetValueOrDefault(row.Id)), StringComparer.Ordinal);
    }

    /// <summary>Returns a signed address of an artifact, valid for a limited time.</summary>
    public string UrlOf(ArtifactRow row, Caller caller)
    {
        var path = $"/a/{row.Id}/{Uri.EscapeDataString(row.Name)}?{signer.Sign(caller, Lifetime, Download, row.Id, row.OrganisationId, row.Name)}";
        return options.PublicAddress is { } address ? new Uri(address, path).AbsoluteUri : path;
    }

    /// <summary>Returns how long an address of an artifact is still valid; null if it is not valid.</summary>
    public Task<TimeSpan?> CheckAsync(ArtifactRow row, string name, LinkQuery query, CancellationToken cancellation) =>
        signer.CheckAsync(query, cancellation, Download, row.Id, row.OrganisationId, name);

    private ArtifactDescription Describe(ArtifactRow row, Caller caller, string? page) => new(row.Kind, row.Name, row.Size, row.Sha256, UrlOf(row, caller), page);
}
