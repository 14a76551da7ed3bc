namespace Slipway.Build.Read;

/// <summary>The kind of a directory entry.</summary>
internal enum FileKind
{
    Missing,
    Forbidden,
    Regular,
    Folder,
    Link,
    Special,
}
