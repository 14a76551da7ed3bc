using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;

namespace Slipway.Signing.Ios;

/// <summary>
/// What the signature of an app grants: what every app has, concrete where the profile has wildcards, and what the app asks for beside.
/// Other entitlements of the profile are left out: an app that does not use them need not claim them.
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
        // Profiles of old do not have it, and a device refuses what the profile does not allow.
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
            // Who the app is follows from certificate, profile and id, whatever the file says.
            if (key is not (ApplicationIdentifier or TeamIdentifier))
                granted[key] = value;
        }

        return new PlistDictionary(granted);
    }
}
