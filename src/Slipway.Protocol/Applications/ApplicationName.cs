namespace Slipway.Protocol.Applications;

/// <summary>Name of a new application, or a new name of one.</summary>
/// <param name="Name">Name; unique in the organisation.</param>
public sealed record ApplicationName(string Name);
