namespace Slipway.Build.Read;

/// <summary>What a name in a folder stands for.</summary>
internal enum FileKind
{
    Missing,
    Forbidden,
    Regular,
    Folder,
    Link,
    Special,
}
