using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>A reference of a build to a credential: to a stored one, or to one in the configuration of the application.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Row">Its row; null if it is in the configuration.</param>
/// <param name="Configuration">The configuration that contains it; null if it is a stored credential.</param>
internal sealed record CredentialReference(CredentialKind Kind, string Name, CredentialRow? Row, ConfiguredCredentials? Configuration)
{
    /// <summary>Returns a reference to a stored credential.</summary>
    public CredentialReference(CredentialRow row)
        : this(row.KindOf, row.Name, row, null)
    {
    }

    /// <summary>The reference in the build's row.</summary>
    public string Reference => Row?.Id ?? ReservedCredentialNames.Configuration;
}

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
