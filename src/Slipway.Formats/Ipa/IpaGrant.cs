using Slipway.Formats.Plist;

namespace Slipway.Formats.Ipa;

/// <summary>The profile and entitlements with which an app or extension runs on devices.</summary>
/// <param name="Profile">The provisioning profile; becomes <c>embedded.mobileprovision</c>.</param>
/// <param name="Entitlements">The entitlements of the signature.</param>
public sealed record IpaGrant(ReadOnlyMemory<byte> Profile, PlistDictionary Entitlements);
