namespace Slipway.Build.Shell.Ios;

/// <summary>Which shell is wanted. The shell does not depend on the app, only on what it must run on.</summary>
/// <param name="Variant">What it runs on.</param>
public sealed record IosShellRequest(IosShellVariant Variant);
