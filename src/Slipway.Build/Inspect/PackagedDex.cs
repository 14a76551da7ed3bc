namespace Slipway.Build.Inspect;

/// <summary>The content of a DEX file.</summary>
/// <param name="Name">Its name in the package.</param>
/// <param name="Version">Format version: 35 to 39.</param>
/// <param name="Classes">Classes that it defines.</param>
/// <param name="Methods">Methods that they define.</param>
/// <param name="Size">Length in bytes.</param>
public sealed record PackagedDex(string Name, int Version, int Classes, int Methods, long Size);
