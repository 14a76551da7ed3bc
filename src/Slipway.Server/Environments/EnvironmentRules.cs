using Slipway.Protocol.Environments;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Environments;

/// <summary>Validates environments and the machines in them.</summary>
internal static class EnvironmentRules
{
    /// <summary>The policy that allows launches only through the deployment controller.</summary>
    public const string ControllerOnly = "ControllerOnly";

    /// <summary>The role of the machine that compiles and deploys.</summary>
    public const string Controller = "DeploymentController";

    private const int LongestAddress = 253;
    private const string FrontEnd = "FrontEnd";
    private static readonly string[] Policies = ["AnyFrontEnd", ControllerOnly];
    private static readonly string[] Roles = [FrontEnd, Controller];

    /// <summary>Returns whether the machine has both roles, so that users can connect to it and it alone can launch builds.</summary>
    public static bool IsSoleMachine(MachineDescription server) => server.Roles.Contains(Controller) && server.Roles.Contains(FrontEnd);

    /// <summary>Returns the change with trimmed texts.</summary>
    /// <exception cref="ProblemException">A value cannot be used.</exception>
    public static EnvironmentChange Check(EnvironmentChange change)
    {
        if (change.LaunchPolicy is { } policy && !Policies.Contains(policy))
            throw new ProblemException(ServiceProblems.Invalid.At("launchPolicy", $"'{policy}' is none of {string.Join(", ", Policies)}."));
        return change with
        {
            Name = change.Name is { } name ? NameRules.Check(name, "name") : null,
            InternalAddress = change.InternalAddress is null or "" ? change.InternalAddress : Address(change.InternalAddress, "internalAddress"),
        };
    }

    /// <summary>Returns the machine with trimmed texts.</summary>
    /// <exception cref="ProblemException">A value cannot be used.</exception>
    public static NewMachine Check(NewMachine server)
    {
        if (server.Roles.Count == 0 || server.Roles.Distinct(StringComparer.Ordinal).Count() != server.Roles.Count || server.Roles.Any(r => !Roles.Contains(r)))
            throw new ProblemException(ServiceProblems.Invalid.At("roles", $"A server has one or both of the roles {string.Join(", ", Roles)}."));
        return server with { Name = NameRules.Check(server.Name, "name"), Address = server.Address is { } address ? Address(address, "address") : null };
    }

    private static string Address(string text, string where) =>
        text.Length <= LongestAddress && Uri.CheckHostName(text) != UriHostNameType.Unknown
            ? text.ToLowerInvariant()
            : throw new ProblemException(ServiceProblems.Invalid.At(where, $"'{text}' is neither a host name nor an address."));
}
