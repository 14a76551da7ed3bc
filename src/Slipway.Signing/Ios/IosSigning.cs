using Slipway.Formats.Keys;
using Slipway.Formats.Plist;

namespace Slipway.Signing.Ios;

/// <summary>Key, profile and entitlements of an app for devices, after the check that they match.</summary>
/// <param name="Key">Key with leaf, intermediate and root certificate.</param>
/// <param name="TeamId">Ten letters and digits.</param>
/// <param name="Profile">The provisioning profile's bytes; they become <c>embedded.mobileprovision</c>.</param>
/// <param name="Entitlements">Entitlements of the signature, without wildcards.</param>
/// <param name="SigningTime">Signing time in the signature.</param>
public sealed record IosSigning(SigningKey Key, string TeamId, ReadOnlyMemory<byte> Profile, PlistDictionary Entitlements, DateTimeOffset SigningTime);
