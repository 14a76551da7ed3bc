namespace Slipway.Formats.ClassFile;

/// <summary>One entry of a MethodParameters attribute (JVMS 4.7.24).</summary>
/// <param name="Name">The parameter's name; null when unnamed.</param>
/// <param name="Access">ACC_FINAL, ACC_SYNTHETIC, ACC_MANDATED.</param>
public sealed record MethodParameterEntry(string? Name, int Access);
