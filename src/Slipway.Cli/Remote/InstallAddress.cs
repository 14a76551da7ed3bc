using Slipway.Protocol.Builds;

namespace Slipway.Cli.Remote;

/// <summary>Addresses from which devices install.</summary>
internal static class InstallAddress
{
    /// <summary>The whole address for an artifact, as seen from here; null when devices cannot install it.</summary>
    public static string? Of(ArtifactDescription artifact, Uri server) =>
        artifact.InstallUrl is { } url && Uri.TryCreate(server, url, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri
            : null;
}
