namespace Slipway.Protocol.Problems;

/// <summary>Problems of workers with their builds.</summary>
public static class WorkerProblems
{
    /// <summary>Every worker lost the build.</summary>
    public static ProblemKind Crashed { get; } = new(
        "SLW-WRK-50001",
        "Every worker lost the build",
        "Every worker that started the build vanished or gave it back, so it is not started again.",
        "Look at the end of the build's log, then retry the build; if it ends the same way, report it with the build's id.",
        Severity.Error,
        Blame.Slipway);

    internal static IReadOnlyList<ProblemKind> All { get; } = [Crashed];
}
