using Slipway.Formats.Plist;

namespace Slipway.Formats.Ipa;

/// <summary>What lets an app or extension run on devices.</summary>
/// <param name="Profile">The provisioning profile; becomes <c>embedded.mobileprovision</c>.</param>
/// <param name="Entitlements">What the signature grants.</param>
public sealed record IpaGrant(ReadOnlyMemory<byte> Profile, PlistDictionary Entitlements);
