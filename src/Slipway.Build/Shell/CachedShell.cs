namespace Slipway.Build.Shell;

/// <summary>A compiled shell in the cache.</summary>
/// <param name="Compiler">What compiled it, for provenance.</param>
/// <param name="Files">Its files, by name.</param>
internal sealed record CachedShell(string Compiler, IReadOnlyList<ShellSource> Files);
