namespace Slipway.Build.Shell;

/// <summary>Which shell is wanted. The shell does not depend on the app, only on what it must run on.</summary>
/// <param name="MinSdk">Lowest API level that must run it.</param>
/// <param name="Debug">Whether names of local variables are kept for a debugger.</param>
public sealed record AndroidShellRequest(int MinSdk, bool Debug = false);
