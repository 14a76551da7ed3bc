namespace Slipway.Build.Read;

/// <summary>What a repository holds instead of a large file (Git LFS, docs/spec.md, "The Pointer").</summary>
internal static class LfsPointer
{
    /// <summary>Is a content such a pointer?</summary>
    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith("version https://git-lfs"u8);
}
