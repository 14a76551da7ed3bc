using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>What a build found out about the app.</summary>
/// <param name="AppIdentifier">Application id.</param>
/// <param name="Name">Name under the icon.</param>
/// <param name="VersionNumber">Version that people see.</param>
/// <param name="VersionCode">Version that devices compare; null where it is not a number.</param>
/// <param name="BuildType">What the package is for.</param>
/// <param name="NativeInputs">Paths of the files that shape the native part: settings and icons. When one of them changes, updating web files is not enough.</param>
public sealed record BuildFacts(string AppIdentifier, string Name, string VersionNumber, int? VersionCode, MobileBuildType BuildType, IReadOnlyList<string> NativeInputs);
