namespace Slipway.Build.Read;

/// <summary>Detects the pointer that a repository holds instead of a large file (Git LFS, docs/spec.md, "The Pointer").</summary>
internal static class LfsPointer
{
    /// <summary>Returns whether the content is such a pointer.</summary>
    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith("version https://git-lfs"u8);
}
