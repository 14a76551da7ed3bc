using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Validation;

/// <summary>Does an application need a new package, and why?</summary>
/// <param name="Result">The answer.</param>
/// <param name="Reasons">What makes it so; empty when no package is needed.</param>
internal sealed record Judgement(NativeBuildValidationResult Result, IReadOnlyList<string> Reasons);
