namespace Slipway.Formats.ClassFile;

/// <summary>An annotation as used (JVMS 4.7.16).</summary>
/// <param name="Type">Type descriptor of the annotation interface.</param>
/// <param name="IsRuntimeVisible">Whether it came from a RuntimeVisible attribute.</param>
/// <param name="Elements">Elements in file order.</param>
public sealed record AnnotationUsage(string Type, bool IsRuntimeVisible, IReadOnlyList<KeyValuePair<string, ElementValue>> Elements);
