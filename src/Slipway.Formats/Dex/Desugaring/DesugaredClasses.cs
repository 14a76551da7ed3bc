using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>The result of desugaring.</summary>
/// <param name="Classes">Classes, ordered by the name of the host; synthetic classes follow their host.</param>
/// <param name="Diagnostics">Reasons why classes cannot be desugared.</param>
internal sealed record DesugaredClasses(JavaClass[] Classes, IReadOnlyList<DexDiagnostic> Diagnostics);
