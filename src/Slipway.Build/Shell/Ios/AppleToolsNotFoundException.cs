namespace Slipway.Build.Shell.Ios;

/// <summary>Says that a tool that compiles or links for iOS is not on the PATH.</summary>
/// <param name="tool">Its name.</param>
public sealed class AppleToolsNotFoundException(string tool) : Exception($"There is no {tool} on the PATH.")
{
    /// <summary>The command that installs all of them on Debian.</summary>
    public const string InstallCommand = "apt-get install clang lld-19";

    /// <summary>The tool that is missing.</summary>
    public string Tool { get; } = tool;
}
