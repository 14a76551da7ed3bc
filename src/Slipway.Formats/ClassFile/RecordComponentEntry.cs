namespace Slipway.Formats.ClassFile;

/// <summary>One component of a Record attribute (JVMS 4.7.30).</summary>
/// <param name="Name">Simple name.</param>
/// <param name="Descriptor">Type descriptor.</param>
/// <param name="Signature">Generic signature, when it has one.</param>
/// <param name="Annotations">Annotations on the component.</param>
public sealed record RecordComponentEntry(string Name, string Descriptor, string? Signature, IReadOnlyList<AnnotationUsage> Annotations);
