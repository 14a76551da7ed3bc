namespace Slipway.Protocol.Problems;

/// <summary>What keeps a worker from its work.</summary>
public static class WorkerProblems
{
    /// <summary>The build ends its workers.</summary>
    public static ProblemKind Crashed { get; } = new(
        "SLW-WRK-50001",
        "The build ends its workers",
        "Each worker that began the build vanished or gave it back, so it is not begun again.",
        "Look at the end of the build's log, then retry the build; if it ends the same way, report it with the build's id.",
        Severity.Error,
        Blame.Slipway);

    internal static IReadOnlyList<ProblemKind> All { get; } = [Crashed];
}
