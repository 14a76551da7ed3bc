using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios;

/// <summary>The type of a package for iOS, and how it is signed.</summary>
/// <param name="Type">One of the types of iOS.</param>
/// <param name="Signing">Key, profile and entitlements; null for the simulator.</param>
/// <param name="Notices">Warnings and notices.</param>
public sealed record IosSigningPlan(MobileBuildType Type, IosSigning? Signing, IReadOnlyList<Problem> Notices);
