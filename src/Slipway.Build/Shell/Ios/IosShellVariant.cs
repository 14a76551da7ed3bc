namespace Slipway.Build.Shell.Ios;

/// <summary>What a shell for iOS runs on.</summary>
public enum IosShellVariant
{
    /// <summary>iPhone and iPad, arm64.</summary>
    Device,

    /// <summary>The simulator on a Mac with an Apple processor.</summary>
    Simulator,
}
