namespace Slipway.Formats.Dex.Verification;

/// <summary>Access flags that the verifier looks at (dex-format, "access_flags definitions").</summary>
internal static class DexAccessFlags
{
    public const int Public = 0x1;
    public const int Private = 0x2;
    public const int Protected = 0x4;
    public const int Static = 0x8;
    public const int Final = 0x10;
    public const int Volatile = 0x40;
    public const int Native = 0x100;
    public const int Interface = 0x200;
    public const int Abstract = 0x400;
    public const int Constructor = 0x10000;
}
