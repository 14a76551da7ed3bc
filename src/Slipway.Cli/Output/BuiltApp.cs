using Slipway.Build;

namespace Slipway.Cli.Output;

/// <summary>An app as built for one platform.</summary>
/// <param name="Name">Name under the icon.</param>
/// <param name="VersionName">Version that people see.</param>
/// <param name="Build">Version that devices compare.</param>
/// <param name="Id">Application id.</param>
/// <param name="Artifacts">The artifacts.</param>
internal sealed record BuiltApp(string Name, string VersionName, string Build, string Id, IReadOnlyList<BuildArtifact> Artifacts);
