namespace Slipway.Cli;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int InputAtFault = 1;
    public const int Usage = 2;
    public const int ServiceAtFault = 3;
    public const int Interrupted = 130;
}
