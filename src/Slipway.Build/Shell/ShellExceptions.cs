namespace Slipway.Build.Shell;

/// <summary>Says that the platform's API signatures cannot be installed.</summary>
/// <param name="step">The step that failed.</param>
/// <param name="details">Message of the tool.</param>
public sealed class AndroidApiInstallException(string step, string details) : Exception($"The Android API signatures cannot be installed ({step}): {details}")
{
    /// <summary>The step that failed.</summary>
    public string Step { get; } = step;
}

/// <summary>Says that this machine has no Java compiler, neither under JAVA_HOME nor on the PATH.</summary>
public sealed class JdkNotFoundException() : Exception("No Java compiler (javac, JDK 11 or later) was found under JAVA_HOME or on the PATH.")
{
    /// <summary>The command that installs one on Debian.</summary>
    public const string InstallCommand = "apt-get install default-jdk-headless";
}

/// <summary>Says that the shell's own sources do not compile or break a rule: a fault of this tool or of the installed compiler.</summary>
/// <param name="step">The step that failed.</param>
/// <param name="details">Messages of the step, one on each line.</param>
public sealed class ShellCompilationException(string step, string details) : Exception($"The shell cannot be compiled ({step}): {details}")
{
    /// <summary>The step that failed.</summary>
    public string Step { get; } = step;

    /// <summary>Messages of the step.</summary>
    public string Details { get; } = details;
}
