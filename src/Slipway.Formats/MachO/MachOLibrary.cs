namespace Slipway.Formats.MachO;

/// <summary>A library that the file loads.</summary>
/// <param name="Name">Its install name.</param>
/// <param name="IsWeak">True when the file also loads without it.</param>
public sealed record MachOLibrary(string Name, bool IsWeak);
