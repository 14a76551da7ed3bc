using Slipway.Build;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;

namespace Slipway.Cli.Remote;

/// <summary>Downloads artifacts of a build to a folder.</summary>
internal static class ArtifactFetch
{
    public static async Task<IReadOnlyList<BuildArtifact>> FetchAsync(
        SlipwayClient client, BuildDescription build, IEnumerable<ArtifactDescription> wanted, string folder, BuildProgressPrinter news, CancellationToken cancellation)
    {
        var artifacts = new List<BuildArtifact>();
        foreach (var artifact in wanted)
        {
            news.Report($"downloading {artifact.Name}");
            var path = await client.Downloads.DownloadAsync(artifact, folder, news.Downloaded(artifact), cancellation);
            artifacts.Add(new BuildArtifact(EnumText.NameOf(build.Platform), Path.GetExtension(path).TrimStart('.'), path, artifact.Size, artifact.Sha256));
        }

        return artifacts;
    }
}
