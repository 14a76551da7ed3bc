using Slipway.Formats.Keys;
using Slipway.Formats.Plist;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios;

/// <summary>Key, profile and entitlements of an app for devices, after the check that they match.</summary>
/// <param name="Key">Key with leaf, intermediate and root certificate.</param>
/// <param name="TeamId">Ten letters and digits.</param>
/// <param name="Profile">The provisioning profile's bytes; they become <c>embedded.mobileprovision</c>.</param>
/// <param name="Entitlements">Entitlements of the signature, without wildcards.</param>
/// <param name="SigningTime">Signing time in the signature.</param>
public sealed record IosSigning(SigningKey Key, string TeamId, ReadOnlyMemory<byte> Profile, PlistDictionary Entitlements, DateTimeOffset SigningTime);

/// <summary>The type of a package for iOS, and how it is signed.</summary>
/// <param name="Type">One of the types of iOS.</param>
/// <param name="Signing">Key, profile and entitlements; null for the simulator.</param>
/// <param name="Notices">Warnings and notices.</param>
public sealed record IosSigningPlan(MobileBuildType Type, IosSigning? Signing, IReadOnlyList<Problem> Notices);
