namespace Slipway.Connectivity.Tests.Network;

/// <summary>What a program answered.</summary>
public sealed record Ran(string Command, int ExitCode, string Out, string Error)
{
    /// <summary>The same, of a program that has to succeed.</summary>
    public Ran Well()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}: {Out}{Error}");
        return this;
    }
}
