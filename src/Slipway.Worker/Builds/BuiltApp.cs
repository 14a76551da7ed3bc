using Slipway.Protocol.Builds;

namespace Slipway.Worker.Builds;

/// <summary>What a build found out about the app.</summary>
/// <param name="Id">Application id.</param>
/// <param name="Name">Name under the icon.</param>
/// <param name="VersionName">Version that people see.</param>
/// <param name="Version">Version that devices compare, as text.</param>
/// <param name="Type">What the package is for.</param>
/// <param name="NativeInputs">Files of the app that shaped its native part.</param>
/// <param name="Timings">Milliseconds of each stage.</param>
public sealed record BuiltApp(
    string Id, string Name, string VersionName, string Version, MobileBuildType Type, IReadOnlyList<string> NativeInputs, IReadOnlyDictionary<string, double> Timings);
