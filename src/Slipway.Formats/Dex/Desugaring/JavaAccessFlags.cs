namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Access flags of class files (JVMS tables 4.1-B, 4.5-A, 4.6-A) that desugaring reads or sets.</summary>
internal static class JavaAccessFlags
{
    public const int Public = 0x0001;
    public const int Private = 0x0002;
    public const int Protected = 0x0004;
    public const int Static = 0x0008;
    public const int Final = 0x0010;
    public const int Super = 0x0020;
    public const int Interface = 0x0200;
    public const int Abstract = 0x0400;
    public const int Synthetic = 0x1000;
    public const int Module = 0x8000;
}
