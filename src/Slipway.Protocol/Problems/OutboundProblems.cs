namespace Slipway.Protocol.Problems;

/// <summary>Addresses that the service and the gateway do not connect to on behalf of others.</summary>
public static class OutboundProblems
{
    /// <summary>The address is not public.</summary>
    public static ProblemKind NotPublic { get; } = new(
        "SLW-NET-20011",
        "The address is not public",
        "The service calls public addresses only. Its own machine, private networks and the addresses of clouds' own services are refused, whatever name leads there.",
        "Give a public address, or ask the operator of the service to allow this one.");

    /// <summary>The address must be https.</summary>
    public static ProblemKind NotEncrypted { get; } = new(
        "SLW-NET-20012",
        "The address must begin with https",
        "Without encryption others could read and change what is sent.",
        "Give an https address.");

    internal static IReadOnlyList<ProblemKind> All { get; } = [NotPublic, NotEncrypted];
}
