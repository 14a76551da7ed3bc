namespace Slipway.Protocol.Applications;

/// <summary>An application.</summary>
/// <param name="Key">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record ApplicationDescription(Guid Key, string Name, DateTimeOffset CreatedAt);
