namespace Slipway.Build.Shell.Signatures;

internal enum ApiMemberKind
{
    Constructor,
    Method,
    Field,
    EnumConstant,
}
