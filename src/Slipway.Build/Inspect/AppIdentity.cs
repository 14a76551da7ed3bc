namespace Slipway.Build.Inspect;

/// <summary>What the manifest of a package says.</summary>
/// <param name="Package">Application id.</param>
/// <param name="VersionName">Version that people see.</param>
/// <param name="VersionCode">Version that machines compare.</param>
/// <param name="MinSdk">Lowest API level.</param>
/// <param name="TargetSdk">API level whose behaviour the app expects.</param>
/// <param name="Debuggable">Open to debuggers.</param>
/// <param name="Permissions">What it asks for.</param>
/// <param name="Components">What the system can start.</param>
public sealed record AppIdentity(
    string Package,
    string? VersionName,
    long VersionCode,
    int MinSdk,
    int TargetSdk,
    bool Debuggable,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<AppComponent> Components);
