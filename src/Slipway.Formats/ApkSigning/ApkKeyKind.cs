namespace Slipway.Formats.ApkSigning;

/// <summary>Kind of key and padding of a signature algorithm.</summary>
internal enum ApkKeyKind
{
    Rsa,
    RsaPss,
    Ec,
    Dsa,
}
