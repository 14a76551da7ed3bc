namespace Slipway.Build.Inspect;

/// <summary>What the manifest of a package declares.</summary>
/// <param name="Package">Application id.</param>
/// <param name="VersionName">Version shown to users.</param>
/// <param name="VersionCode">Version code, which devices compare.</param>
/// <param name="MinSdk">Lowest API level.</param>
/// <param name="TargetSdk">API level whose behaviour the app expects.</param>
/// <param name="Debuggable">Whether debuggers may attach.</param>
/// <param name="Permissions">Permissions that it requests.</param>
/// <param name="Components">Components that the system can start.</param>
public sealed record AppIdentity(
    string Package,
    string? VersionName,
    long VersionCode,
    int MinSdk,
    int TargetSdk,
    bool Debuggable,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<AppComponent> Components);
