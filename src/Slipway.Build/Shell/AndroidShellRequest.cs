namespace Slipway.Build.Shell;

/// <summary>The requested Android shell. It depends only on what it must run on, not on the app.</summary>
/// <param name="MinSdk">Lowest API level that must run it.</param>
/// <param name="Debug">Whether names of local variables are kept for a debugger.</param>
public sealed record AndroidShellRequest(int MinSdk, bool Debug = false);
