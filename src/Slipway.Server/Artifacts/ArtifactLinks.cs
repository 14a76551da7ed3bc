using Slipway.Protocol.Builds;
using Slipway.Server.Install;

namespace Slipway.Server.Artifacts;

/// <summary>Artifacts as they go out: with addresses that need no token.</summary>
internal sealed class ArtifactLinks(ArtifactStore artifacts, UrlSigner signer, InstallLinks installs, ServerOptions options)
{
    private const string Download = "download";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The artifacts of builds, by the keys of these.</summary>
    public async Task<ILookup<string, ArtifactDescription>> OfBuildsAsync(IReadOnlyCollection<string> builds, CancellationToken cancellation)
    {
        var rows = (await artifacts.OfBuildsAsync(builds, cancellation)).SelectMany(group => group).ToList();
        var pages = await installs.OfAsync(rows, cancellation);
        return rows.ToLookup(row => row.Build, row => Describe(row, pages.GetValueOrDefault(row.Id)), StringComparer.Ordinal);
    }

    /// <summary>The address of an artifact, valid for a while.</summary>
    public string UrlOf(ArtifactRow row)
    {
        var path = $"/a/{row.Id}/{Uri.EscapeDataString(row.Name)}?{signer.Sign(Lifetime, Download, row.Id, row.OrganisationId, row.Name)}";
        return options.PublicAddress is { } address ? new Uri(address, path).AbsoluteUri : path;
    }

    /// <summary>How long an address of an artifact is still valid; null when it is not.</summary>
    public TimeSpan? Check(ArtifactRow row, string name, string? expires, string? signature) => signer.Check(expires, signature, Download, row.Id, row.OrganisationId, name);

    private ArtifactDescription Describe(ArtifactRow row, string? page) => new(row.Kind, row.Name, row.Size, row.Sha256, UrlOf(row), page);
}
