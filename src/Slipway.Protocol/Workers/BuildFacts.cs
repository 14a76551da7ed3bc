using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>What a worker learnt about the app from a build.</summary>
/// <param name="AppIdentifier">Application id.</param>
/// <param name="Name">Name under the icon.</param>
/// <param name="VersionNumber">Version that people see.</param>
/// <param name="VersionCode">Version that devices compare; null if it is not a number.</param>
/// <param name="BuildType">What the package is for.</param>
/// <param name="NativeInputs">Paths of the settings and icons that shape the native part. If one changes, updating the web files is not enough.</param>
public sealed record BuildFacts(string AppIdentifier, string Name, string VersionNumber, int? VersionCode, MobileBuildType BuildType, IReadOnlyList<string> NativeInputs);
