namespace Slipway.Build.Shell.Signatures;

internal enum ApiTypeKind
{
    Class,
    Interface,
    Enum,
    Annotation,
}
