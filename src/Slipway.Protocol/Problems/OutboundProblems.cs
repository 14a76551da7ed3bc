namespace Slipway.Protocol.Problems;

/// <summary>Problems of addresses that others name and to which the service and the gateway do not connect.</summary>
public static class OutboundProblems
{
    /// <summary>The address is not public.</summary>
    public static ProblemKind NotPublic { get; } = new(
        "SLW-NET-20011",
        "The address is not public",
        "The service calls public addresses only. It refuses its own machine, private networks and the metadata services of clouds, whatever name resolves to them.",
        "Give a public address, or ask the operator of the service to allow this one.");

    /// <summary>The address must be https.</summary>
    public static ProblemKind NotEncrypted { get; } = new(
        "SLW-NET-20012",
        "The address must begin with https",
        "Without encryption others could read and change what is sent.",
        "Give an https address.");

    internal static IReadOnlyList<ProblemKind> All { get; } = [NotPublic, NotEncrypted];
}
