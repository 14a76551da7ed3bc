using Slipway.Formats.Keys;
using Slipway.Formats.Plist;

namespace Slipway.Signing.Ios;

/// <summary>Key, profile and entitlements of an app for devices; they were checked against each other.</summary>
/// <param name="Key">Key with leaf, intermediate and root certificate.</param>
/// <param name="TeamId">Ten letters and digits.</param>
/// <param name="Profile">The provisioning profile's bytes; they become <c>embedded.mobileprovision</c>.</param>
/// <param name="Entitlements">What the signature grants, concrete: no wildcard.</param>
/// <param name="SigningTime">Time that the signature states.</param>
public sealed record IosSigning(SigningKey Key, string TeamId, ReadOnlyMemory<byte> Profile, PlistDictionary Entitlements, DateTimeOffset SigningTime);
