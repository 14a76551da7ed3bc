namespace Slipway.Protocol.Problems;

/// <summary>Environments, the servers in them, how servers prove themselves, and what a service says of itself.</summary>
public static class EnvironmentProblems
{
    /// <summary>A statement was not signed by the service.</summary>
    public static ProblemKind NotGenuine { get; } = new(
        "SLW-ENV-20005",
        "A statement does not come from the service",
        "What the service says of itself is signed with its key. The signature does not fit, or another key made it: something on the way changed or replaced the answer, or another service answers at this address.",
        "Compare the key with the one that slipway serve prints when it starts; find out who answers with slipway doctor.");

    /// <summary>A statement cannot be read, or is not valid now.</summary>
    public static ProblemKind StatementInvalid { get; } = new(
        "SLW-ENV-20006",
        "A statement of the service cannot be used",
        "The answer is not a signed statement of the service: a page of a proxy, one of another version, or one that was kept too long. A clock that is wrong here has the same effect.",
        "Look at the answer with curl, and at the clock of this machine.");

    internal static IReadOnlyList<ProblemKind> All { get; } = [NotGenuine, StatementInvalid];
}
