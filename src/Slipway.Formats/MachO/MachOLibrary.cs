namespace Slipway.Formats.MachO;

/// <summary>A library that is loaded with the file.</summary>
/// <param name="Name">Its install name.</param>
/// <param name="IsWeak">The file starts without it, too.</param>
public sealed record MachOLibrary(string Name, bool IsWeak);
