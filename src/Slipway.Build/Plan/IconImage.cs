namespace Slipway.Build.Plan;

/// <summary>A picture that the app brings.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Where">Its path and the setting that names it, for problems.</param>
public sealed record IconImage(ReadOnlyMemory<byte> Bytes, string Where);
