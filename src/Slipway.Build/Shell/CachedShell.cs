namespace Slipway.Build.Shell;

/// <summary>A compiled shell as the cache keeps it.</summary>
/// <param name="Compiler">What compiled it, for provenance.</param>
/// <param name="Files">Its files, by name.</param>
internal sealed record CachedShell(string Compiler, IReadOnlyList<ShellSource> Files);
