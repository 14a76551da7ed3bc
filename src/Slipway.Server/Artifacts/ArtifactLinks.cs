using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Install;

namespace Slipway.Server.Artifacts;

/// <summary>Artifacts as they go out: with addresses that need no token.</summary>
internal sealed class ArtifactLinks(ArtifactStore artifacts, SignedLinks signer, InstallLinks installs, ServerOptions options)
{
    private const string Download = "download";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The artifacts of builds, by the keys of these.</summary>
    /// <param name="builds">The builds.</param>
    /// <param name="caller">Who gets the addresses: they end with the caller's token.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ILookup<string, ArtifactDescription>> OfBuildsAsync(IReadOnlyCollection<string> builds, Caller caller, CancellationToken cancellation)
    {
        var rows = (await artifacts.OfBuildsAsync(builds, cancellation)).SelectMany(group => group).ToList();
        var pages = await installs.OfAsync(rows, caller, cancellation);
        return rows.ToLookup(row => row.Build, row => Describe(row, caller, pages.GetValueOrDefault(row.Id)), StringComparer.Ordinal);
    }

    /// <summary>The address of an artifact, valid for a while.</summary>
    public string UrlOf(ArtifactRow row, Caller caller)
    {
        var path = $"/a/{row.Id}/{Uri.EscapeDataString(row.Name)}?{signer.Sign(caller, Lifetime, Download, row.Id, row.OrganisationId, row.Name)}";
        return options.PublicAddress is { } address ? new Uri(address, path).AbsoluteUri : path;
    }

    /// <summary>How long an address of an artifact is still valid; null when it is not.</summary>
    public Task<TimeSpan?> CheckAsync(ArtifactRow row, string name, LinkQuery query, CancellationToken cancellation) =>
        signer.CheckAsync(query, cancellation, Download, row.Id, row.OrganisationId, name);

    private ArtifactDescription Describe(ArtifactRow row, Caller caller, string? page) => new(row.Kind, row.Name, row.Size, row.Sha256, UrlOf(row, caller), page);
}
