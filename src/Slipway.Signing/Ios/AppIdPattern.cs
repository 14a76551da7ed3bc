namespace Slipway.Signing.Ios;

/// <summary>An application identifier of a profile: a prefix and an id, which may end with a wildcard.</summary>
/// <param name="Prefix">Ten letters and digits, usually the team.</param>
/// <param name="Id"><c>com.example.app</c>, <c>com.example.*</c> or <c>*</c>.</param>
public sealed record AppIdPattern(string Prefix, string Id)
{
    /// <summary>Parses an identifier; returns null when it does not have two parts.</summary>
    public static AppIdPattern? Parse(string identifier)
    {
        var dot = identifier.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < identifier.Length - 1 ? new AppIdPattern(identifier[..dot], identifier[(dot + 1)..]) : null;
    }

    /// <summary>Returns whether an app may have this id. A star is a wildcard only at the end, and matches at least one character.</summary>
    public bool Allows(string bundleId) => Id.EndsWith('*')
        ? bundleId.Length >= Id.Length && bundleId.StartsWith(Id[..^1], StringComparison.Ordinal)
        : bundleId == Id;
}
