using Slipway.Build;

namespace Slipway.Cli.Output;

/// <summary>An app as it was built for a platform.</summary>
/// <param name="Name">Name under the icon.</param>
/// <param name="VersionName">Version that people see.</param>
/// <param name="Build">Version that machines compare.</param>
/// <param name="Id">Application id.</param>
/// <param name="Artifacts">What was made.</param>
internal sealed record BuiltApp(string Name, string VersionName, string Build, string Id, IReadOnlyList<BuildArtifact> Artifacts);
