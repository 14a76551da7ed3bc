namespace Slipway.Signing.Ios;

/// <summary>An application identifier of a profile: a prefix, and an id that may end with a wildcard.</summary>
/// <param name="Prefix">Ten letters and digits, mostly the team.</param>
/// <param name="Id"><c>com.example.app</c>, <c>com.example.*</c> or <c>*</c>.</param>
public sealed record AppIdPattern(string Prefix, string Id)
{
    /// <summary>Takes an identifier apart; null when it has no two parts.</summary>
    public static AppIdPattern? Parse(string identifier)
    {
        var dot = identifier.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < identifier.Length - 1 ? new AppIdPattern(identifier[..dot], identifier[(dot + 1)..]) : null;
    }

    /// <summary>May an app have this id? The star stands for at least one character, and only at the end.</summary>
    public bool Allows(string bundleId) => Id.EndsWith('*')
        ? bundleId.Length >= Id.Length && bundleId.StartsWith(Id[..^1], StringComparison.Ordinal)
        : bundleId == Id;
}
