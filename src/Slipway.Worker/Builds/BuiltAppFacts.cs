using Slipway.Protocol.Builds;

namespace Slipway.Worker.Builds;

/// <summary>Facts about the app that a build determined.</summary>
/// <param name="Id">Application id.</param>
/// <param name="Name">Name under the icon.</param>
/// <param name="VersionName">Version that people see.</param>
/// <param name="Version">Version that devices compare, as text.</param>
/// <param name="Type">What the package is for.</param>
/// <param name="NativeInputs">Files of the app that determine its native part.</param>
/// <param name="Timings">Duration of each stage in milliseconds.</param>
public sealed record BuiltAppFacts(
    string Id, string Name, string VersionName, string Version, MobileBuildType Type, IReadOnlyList<string> NativeInputs, IReadOnlyDictionary<string, double> Timings);
