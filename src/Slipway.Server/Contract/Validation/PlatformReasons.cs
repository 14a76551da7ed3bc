using Slipway.Protocol.Builds;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Validation;

/// <summary>The answer for a platform with its reasons, which the contract's own answer cannot hold.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Result">The answer.</param>
/// <param name="Reasons">The reasons as sentences.</param>
internal sealed record PlatformReasons(MobilePlatform Platform, NativeBuildValidationResult Result, IReadOnlyList<string> Reasons);
