namespace Slipway.Build.Shell;

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
