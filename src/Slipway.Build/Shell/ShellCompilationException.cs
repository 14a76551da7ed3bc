namespace Slipway.Build.Shell;

/// <summary>The shell's own sources do not compile or break a rule: a fault of this tool, or of the compiler it met.</summary>
/// <param name="step">The step that failed.</param>
/// <param name="details">What it said, one message a line.</param>
public sealed class ShellCompilationException(string step, string details) : Exception($"The shell cannot be compiled ({step}): {details}")
{
    /// <summary>The step that failed.</summary>
    public string Step { get; } = step;

    /// <summary>What it said.</summary>
    public string Details { get; } = details;
}
