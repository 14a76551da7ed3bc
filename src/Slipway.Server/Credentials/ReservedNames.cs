using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>Names of credentials that mean something already.</summary>
internal static class ReservedNames
{
    /// <summary>The organisation's key for debug packages.</summary>
    public const string DebugKey = "Debug key";

    /// <summary>Stands for what the configuration of application and environment has.</summary>
    public const string Configuration = "configuration";

    /// <summary>The name for a credential of a person, trimmed.</summary>
    /// <exception cref="ProblemException">The name cannot be used.</exception>
    public static string Check(string name)
    {
        var trimmed = NameText.Check(name, "name");
        return trimmed is DebugKey or Configuration || Guid.TryParse(trimmed, out _)
            ? throw new ProblemException(ServerProblems.Invalid.At("name", $"The name '{trimmed}' means something else already."))
            : trimmed;
    }
}
