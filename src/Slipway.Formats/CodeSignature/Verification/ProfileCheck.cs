using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Checks that a provisioning profile allows a signature (developer.apple.com, TN3125).</summary>
internal sealed class ProfileCheck(ProvisioningProfile profile, BundleSignature bundle, DateTimeOffset now, IpaFindings findings)
{
    private readonly PlistDictionary _entitlements = bundle.Entitlements ?? new PlistDictionary();

    public void Run()
    {
        if (!profile.IsIntact)
            findings.Add(IpaCheck.ProfileIntact, "the signature of the profile is not valid");
        if (now > profile.ExpirationDate)
            findings.Add(IpaCheck.ProfileExpired, $"the profile expired on {profile.ExpirationDate.UtcDateTime:yyyy-MM-dd}");
        Team();
        if (bundle.Signer is { } signer && !profile.DeveloperCertificates.Any(c => c.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span)))
            findings.Add(IpaCheck.ProfileCertificate, "the profile does not list the certificate of the signer");
        Kind();
        AppId();
        foreach (var (key, value) in _entitlements)
        {
            if (key != "get-task-allow" && !IsAllowed(value, profile.Entitlements[key]))
                findings.Add(IpaCheck.ProfileEntitlements, $"the profile does not allow the value of the entitlement '{key}'");
        }

        if (_entitlements.Boolean("get-task-allow") is true != profile.Entitlements.Boolean("get-task-allow") is true)
            findings.Add(IpaCheck.ProfileKind, "profile and entitlements disagree on debuggers (get-task-allow)");
    }

    // Development profiles require development certificates; all other profiles require distribution certificates.
    private void Kind()
    {
        if (bundle.Signer is not { } signer)
            return;
        var kind = AppleCertificate.Describe(signer).Kind;
        var wanted = profile.Kind == Provisioning.ProfileKind.Development ? AppleCertificateKind.Development : AppleCertificateKind.Distribution;
        if (kind != wanted)
            findings.Add(IpaCheck.ProfileKind, $"the certificate of the signer is of the kind {kind}, but the profile is of the kind {profile.Kind}");
    }

    private void Team()
    {
        var team = bundle.Directory?.TeamId;
        if (team is null || !profile.TeamIdentifiers.Contains(team))
            findings.Add(IpaCheck.ProfileTeam, $"the code belongs to team '{team}', but the profile belongs to '{string.Join("', '", profile.TeamIdentifiers)}'");
        else if (_entitlements.Text("com.apple.developer.team-identifier") is { } granted && granted != team)
            findings.Add(IpaCheck.ProfileTeam, $"the code belongs to team '{team}', but its entitlements name '{granted}'");
    }

    private void AppId()
    {
        var id = _entitlements.Text("application-identifier");
        var bundleId = bundle.Info?.Text("CFBundleIdentifier");
        if (id is null || bundleId is null || !profile.ApplicationIdentifierPrefixes.Any(prefix => id == $"{prefix}.{bundleId}"))
            findings.Add(IpaCheck.ProfileAppId, $"the entitlements name the app '{id}', which is not a prefix of the profile and '{bundleId}'");
        else if (!IsMatch(id, profile.ApplicationIdentifier))
            findings.Add(IpaCheck.ProfileAppId, $"the profile is for '{profile.ApplicationIdentifier}', but the app is '{id}'");
    }

    private static bool IsAllowed(PlistValue value, PlistValue? allowed) => (value, allowed) switch
    {
        (_, null) => false,
        (PlistString text, PlistString pattern) => IsMatch(text.Value, pattern.Value),
        (PlistString, PlistArray patterns) => patterns.Any(p => IsAllowed(value, p)),
        (PlistArray items, PlistArray or PlistString) => items.All(item => IsAllowed(item, allowed)),
        (PlistBoolean flag, PlistBoolean limit) => limit.Value || !flag.Value,
        _ => value.Equals(allowed),
    };

    private static bool IsMatch(string text, string? pattern) =>
        pattern is not null && (pattern.EndsWith('*') ? text.StartsWith(pattern[..^1], StringComparison.Ordinal) : text == pattern);
}
