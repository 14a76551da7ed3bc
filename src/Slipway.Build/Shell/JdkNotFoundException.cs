namespace Slipway.Build.Shell;

/// <summary>Says that this machine has no Java compiler, neither under JAVA_HOME nor on the PATH.</summary>
public sealed class JdkNotFoundException() : Exception("No Java compiler (javac, JDK 11 or later) was found under JAVA_HOME or on the PATH.")
{
    /// <summary>The command that installs one on Debian.</summary>
    public const string InstallCommand = "apt-get install default-jdk-headless";
}
