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
