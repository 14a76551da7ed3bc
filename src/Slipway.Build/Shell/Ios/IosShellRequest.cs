namespace Slipway.Build.Shell.Ios;

/// <summary>The requested iOS shell. It depends only on what it must run on, not on the app.</summary>
/// <param name="Variant">What it runs on.</param>
public sealed record IosShellRequest(IosShellVariant Variant);
