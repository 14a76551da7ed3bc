namespace Slipway.Testing;

/// <summary>How a program of somebody else ended, and what it said.</summary>
/// <param name="Command">The program with its arguments.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
public sealed record ToolResult(string Command, int ExitCode, string Output, string Errors)
{
    /// <summary>Everything that it said.</summary>
    public string All => Output + Errors;

    /// <summary>Takes it apart into the exit code and everything that it said.</summary>
    public void Deconstruct(out int exitCode, out string all) => (exitCode, all) = (ExitCode, All);

    /// <summary>Returns itself when the program succeeded; otherwise fails the test.</summary>
    public ToolResult Well() => ExitCode == 0 ? this : throw new InvalidOperationException($"{Command} ended with {ExitCode}: {All}");
}
