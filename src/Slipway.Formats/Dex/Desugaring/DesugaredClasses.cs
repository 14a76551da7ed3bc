using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>What desugaring made.</summary>
/// <param name="Classes">Classes in order of name of their host, each followed by the synthetic classes beside it.</param>
/// <param name="Diagnostics">What cannot be desugared.</param>
internal sealed record DesugaredClasses(JavaClass[] Classes, IReadOnlyList<DexDiagnostic> Diagnostics);
