namespace Slipway.Build.Shell.Signatures;

/// <summary>Access flags of class files that stubs use (JVMS tables 4.1-B, 4.5-A, 4.6-A).</summary>
internal static class StubAccessFlags
{
    public const int Public = 0x0001;
    public const int Protected = 0x0004;
    public const int Static = 0x0008;
    public const int Final = 0x0010;
    public const int Super = 0x0020;
    public const int Synchronized = 0x0020;
    public const int Volatile = 0x0040;
    public const int Varargs = 0x0080;
    public const int Transient = 0x0080;
    public const int Native = 0x0100;
    public const int Interface = 0x0200;
    public const int Abstract = 0x0400;
    public const int Strict = 0x0800;
    public const int Annotation = 0x2000;
    public const int Enum = 0x4000;
}
