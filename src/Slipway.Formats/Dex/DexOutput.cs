namespace Slipway.Formats.Dex;

/// <summary>The output of the compiler.</summary>
/// <param name="DexFiles">Contents of <c>classes.dex</c>, <c>classes2.dex</c> and so on; empty when there is any diagnostic.</param>
/// <param name="Diagnostics">Every reason why the classes cannot be compiled, in order of class name; empty on success.</param>
/// <param name="ClassCount">Classes in the files, synthetic ones included.</param>
/// <param name="MethodCount">Methods that those classes define.</param>
public sealed record DexOutput(IReadOnlyList<byte[]> DexFiles, IReadOnlyList<DexDiagnostic> Diagnostics, int ClassCount, int MethodCount)
{
    /// <summary>Whether every class was compiled.</summary>
    public bool Succeeded => Diagnostics.Count == 0;
}
