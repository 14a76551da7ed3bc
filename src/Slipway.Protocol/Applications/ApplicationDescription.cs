namespace Slipway.Protocol.Applications;

/// <summary>An application.</summary>
/// <param name="Key">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record ApplicationDescription(Guid Key, string Name, DateTimeOffset CreatedAt);

/// <summary>The name of a new application, or the new name of an existing one.</summary>
/// <param name="Name">Name; unique in the organisation.</param>
public sealed record ApplicationName(string Name);
