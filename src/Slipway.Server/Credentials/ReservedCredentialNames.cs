using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>Reserved names of credentials.</summary>
internal static class ReservedCredentialNames
{
    /// <summary>The organisation's key for debug packages.</summary>
    public const string DebugKey = "Debug key";

    /// <summary>Stands for the credential in the configuration of the application and environment.</summary>
    public const string Configuration = "configuration";

    /// <summary>Returns the name for a user's credential, trimmed.</summary>
    /// <exception cref="ProblemException">The name is invalid or reserved.</exception>
    public static string Check(string name)
    {
        var trimmed = NameRules.Check(name, "name");
        return trimmed is DebugKey or Configuration || Guid.TryParse(trimmed, out _)
            ? throw new ProblemException(ServiceProblems.Invalid.At("name", $"The name '{trimmed}' is reserved."))
            : trimmed;
    }
}
