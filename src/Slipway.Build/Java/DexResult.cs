namespace Slipway.Build.Java;

/// <summary>The result of compiling class files.</summary>
/// <param name="Files">Paths of the DEX files.</param>
/// <param name="ClassCount">Classes, synthetic ones included.</param>
/// <param name="MethodCount">Methods that they define.</param>
/// <param name="Size">Length of all files in bytes.</param>
public sealed record DexResult(IReadOnlyList<string> Files, int ClassCount, int MethodCount, long Size);
