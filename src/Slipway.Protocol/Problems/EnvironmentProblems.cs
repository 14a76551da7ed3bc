namespace Slipway.Protocol.Problems;

/// <summary>Problems of environments, their machines, proofs of requests, and signed statements of a service.</summary>
public static class EnvironmentProblems
{
    /// <summary>A launch did not come through the deployment controller.</summary>
    public static ProblemKind LaunchRefused { get; } = new(
        "SLW-ENV-20001",
        "Builds of the environment are launched through its deployment controller only",
        "The environment allows launches only from its deployment controller, which proves itself with its key. This launch came from another server, or without a proof.",
        "Connect the IDE or the console to the named server, or run slipway there. An administrator of the environment can change its launch policy.");

    /// <summary>An enrolment code is not valid.</summary>
    public static ProblemKind CodeRefused { get; } = new(
        "SLW-ENV-20002",
        "The enrolment code is not valid",
        "A code is valid for 15 minutes and for one enrolment, and a newer code for the same server replaces it. Or the request did not prove that it holds the key.",
        "Make a new code with slipway environments servers code, and enrol again.");

    /// <summary>The proof of a server is not valid.</summary>
    public static ProblemKind ProofInvalid { get; } = new(
        "SLW-ENV-20003",
        "The proof of the server is not valid",
        "The signature that should prove that the request comes from a server of an environment is not valid: the server was removed or enrolled again, its clock is off by more than five minutes, something on the way changed the request, or the request was replayed.",
        "Set the clock of the server; enrol it again with slipway gateway enrol.");

    /// <summary>A proof is needed.</summary>
    public static ProblemKind ProofMissing { get; } = new(
        "SLW-ENV-20004",
        "Only a server of the environment can do that",
        "This URL accepts only requests that are signed with the key of an enrolled server.",
        "Run the command on the server, after slipway gateway enrol.");

    /// <summary>A statement was not signed by the service.</summary>
    public static ProblemKind NotGenuine { get; } = new(
        "SLW-ENV-20005",
        "A statement does not come from the service",
        "The service signs statements about itself with its key. The signature is not valid, or another key made it: something on the way changed or replaced the answer, or another service answers at this address.",
        "Compare the key with the one that slipway serve prints when it starts; find out who answers with slipway doctor.");

    /// <summary>A statement cannot be read, or is not valid now.</summary>
    public static ProblemKind StatementInvalid { get; } = new(
        "SLW-ENV-20006",
        "A statement of the service cannot be used",
        "The answer is not a signed statement of the service: it is a page of a proxy, or a statement that has another version or has expired. A wrong clock on this machine has the same effect.",
        "Look at the answer with curl, and at the clock of this machine.");

    /// <summary>A statement is of another service.</summary>
    public static ProblemKind OtherService { get; } = new(
        "SLW-ENV-20007",
        "The statement is about another address",
        "A statement of the service names its address, and this address differs from the requested one: something on the way returned the answer to another request, the service has more than one name, or it does not know its public address.",
        "Use the address that the statement names, or start the service with --public-url and the requested address.");

    /// <summary>No server can be the only one that launches.</summary>
    public static ProblemKind NoController { get; } = new(
        "SLW-ENV-40001",
        "No server of the environment can be the only one that launches",
        "With the policy ControllerOnly, people connect to the deployment controller to launch builds, so one server must have both roles, DeploymentController and FrontEnd.",
        "Add a server with both roles first.");

    /// <summary>This machine is not a server of an environment.</summary>
    public static ProblemKind NoIdentity { get; } = new(
        "SLW-ENV-40002",
        "This machine is not enrolled at the service",
        "Only an enrolled server has a key that proves its identity, and this user has no key for this service.",
        "Make a code with slipway environments servers code, and give it to slipway gateway enrol here.");

    /// <summary>The identity of this machine cannot be read or written.</summary>
    public static ProblemKind IdentityUnreadable { get; } = new(
        "SLW-ENV-40003",
        "The identity of this server cannot be used",
        "The file with the server's key is damaged, belongs to another user, or can be read by others than its owner.",
        "Let only its owner read it: chmod 600. If it is damaged, enrol the server again.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        LaunchRefused, CodeRefused, ProofInvalid, ProofMissing, NotGenuine, StatementInvalid, OtherService, NoController, NoIdentity, IdentityUnreadable,
    ];
}
