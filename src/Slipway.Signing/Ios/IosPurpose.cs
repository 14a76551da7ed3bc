using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios;

/// <summary>What a package for iOS is for, and how it is signed.</summary>
/// <param name="Type">One of the types of iOS.</param>
/// <param name="Signing">Key, profile and entitlements; null for the simulator.</param>
/// <param name="Notices">What does not hinder.</param>
public sealed record IosPurpose(MobileBuildType Type, IosSigning? Signing, IReadOnlyList<Problem> Notices);
