using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Signatures;

/// <summary>The modifiers and annotations before the name of a declaration.</summary>
internal sealed record SignatureModifiers(int Access, bool IsDefault, bool IsDeprecated, int Since, IReadOnlyList<AnnotationUsage> Annotations);
