using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Validation;

/// <summary>Whether an application needs a new package, and why.</summary>
/// <param name="Result">The answer.</param>
/// <param name="Reasons">The reasons; empty if no package is needed.</param>
internal sealed record NativeBuildJudgement(NativeBuildValidationResult Result, IReadOnlyList<string> Reasons);
