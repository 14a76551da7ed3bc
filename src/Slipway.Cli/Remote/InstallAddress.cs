using Slipway.Protocol.Builds;

namespace Slipway.Cli.Remote;

/// <summary>Addresses from which devices install packages.</summary>
internal static class InstallAddress
{
    /// <summary>Returns the absolute address for an artifact, as seen from here; null if devices cannot install it.</summary>
    public static string? Of(ArtifactDescription artifact, Uri server) =>
        artifact.InstallUrl is { } url && Uri.TryCreate(server, url, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri
            : null;
}
