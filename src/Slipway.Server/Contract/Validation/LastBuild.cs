namespace Slipway.Server.Contract.Validation;

/// <summary>The newest package of an application in an environment for a platform.</summary>
internal sealed record LastBuild(
    string BuildKey, string? BuildType, string? Framework, string BuilderVersion, string? AppIdentifier, string? Outcome, long CreatedAt);
