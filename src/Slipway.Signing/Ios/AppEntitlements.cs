using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;

namespace Slipway.Signing.Ios;

/// <summary>
/// Determines the entitlements of an app's signature: those of every app, with the profile's wildcards resolved, and those that the
/// app requests in addition. Other entitlements of the profile are omitted, because the app does not use them.
/// </summary>
internal static class AppEntitlements
{
    private const string ApplicationIdentifier = "application-identifier";
    private const string TeamIdentifier = "com.apple.developer.team-identifier";
    private const string KeychainGroups = "keychain-access-groups";

    private static readonly string[] Copied = ["aps-environment", "get-task-allow"];

    public static PlistDictionary For(ProvisioningProfile profile, string teamId, string bundleId, PlistDictionary asked)
    {
        var identifier = AppIdPattern.Parse(profile.ApplicationIdentifier!)!.Prefix + "." + bundleId;
        var granted = new SortedDictionary<string, PlistValue>(StringComparer.Ordinal) { [ApplicationIdentifier] = new PlistString(identifier) };
        // Old profiles do not have it, and a device refuses entitlements that the profile does not allow.
        if (profile.Entitlements[TeamIdentifier] is not null)
            granted[TeamIdentifier] = new PlistString(teamId);
        foreach (var key in Copied)
        {
            if (profile.Entitlements[key] is { } value)
                granted[key] = value;
        }

        if (profile.Entitlements[KeychainGroups] is not null)
            granted[KeychainGroups] = new PlistArray(new PlistString(identifier));
        foreach (var (key, value) in asked)
        {
            // Certificate, profile and id determine the identity of the app; values in the file are ignored.
            if (key is not (ApplicationIdentifier or TeamIdentifier))
                granted[key] = value;
        }

        return new PlistDictionary(granted);
    }
}

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
