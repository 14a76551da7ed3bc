namespace Slipway.Build.Shell;

/// <summary>There is no Java compiler on this machine: neither under JAVA_HOME nor on the PATH.</summary>
public sealed class JdkNotFoundException() : Exception("No Java compiler (javac, JDK 11 or later) was found under JAVA_HOME or on the PATH.")
{
    /// <summary>What installs one on Debian.</summary>
    public const string InstallCommand = "apt-get install default-jdk-headless";
}
