namespace Slipway.Protocol.Applications;

/// <summary>The name of a new application, or the new name of an existing one.</summary>
/// <param name="Name">Name; unique in the organisation.</param>
public sealed record ApplicationName(string Name);
