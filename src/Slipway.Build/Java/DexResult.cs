namespace Slipway.Build.Java;

/// <summary>What became of class files.</summary>
/// <param name="Files">Paths of the DEX files.</param>
/// <param name="ClassCount">Classes, synthetic ones included.</param>
/// <param name="MethodCount">Methods that they define.</param>
/// <param name="Size">Bytes of all files.</param>
public sealed record DexResult(IReadOnlyList<string> Files, int ClassCount, int MethodCount, long Size);
