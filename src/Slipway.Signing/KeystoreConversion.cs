using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>Says of a file that is no keystore for us what it is, and what makes one of it.</summary>
internal static class KeystoreConversion
{
    private const string BouncyCastle = " -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar";

    /// <summary>The problem with a file of another format.</summary>
    /// <param name="kind">What such a problem is called where the file was given.</param>
    /// <param name="file">Its name.</param>
    /// <param name="format">What it is.</param>
    public static Problem Describe(ProblemKind kind, string file, ForeignKeystore format) => format switch
    {
        ForeignKeystore.Jceks => Keystore(kind, file, "JCEKS", ""),
        ForeignKeystore.Bks => Keystore(kind, file, "BKS", BouncyCastle),
        ForeignKeystore.Uber => Keystore(kind, file, "UBER", BouncyCastle),
        ForeignKeystore.Pem => kind.At(
            file, "The file is a key or certificate as text (PEM).", "Put key and certificate into a keystore: openssl pkcs12 -export -inkey key.pem -in certificate.pem -name release -out release.p12."),
        ForeignKeystore.Der => kind.At(
            file, "The file is a key, a certificate or another structure (DER), not a keystore.", "Give the keystore that holds the private key and its certificate."),
        _ => DescribeTransport(kind, file, format) ?? kind.At(file, "The file is neither a PKCS#12 nor a JKS keystore."),
    };

    /// <summary>The problem with a file that is something else than it was when somebody sent or kept it; null when it does not look so.</summary>
    public static Problem? DescribeTransport(ProblemKind kind, string file, ForeignKeystore format) => format switch
    {
        ForeignKeystore.Base64 => kind.At(file, "The file is text (base64), as build servers keep files.", $"Decode it: base64 -d {file} > decoded{Path.GetExtension(file)}."),
        ForeignKeystore.LfsPointer => kind.At(file, "The file is a pointer of Git LFS, not what it points to.", "Fetch the file itself: git lfs pull."),
        ForeignKeystore.WebPage => kind.At(file, "The file is a web page, such as a server sends instead of a file.", "Download the file again, logged in."),
        ForeignKeystore.Zip => kind.At(file, "The file is a zip archive.", "Give the file that is in it."),
        ForeignKeystore.Empty => kind.At(file, "The file is empty.", "Take the file from where it was made, or from a backup."),
        _ => null,
    };

    /// <summary>The problem with a keystore that is encrypted in a way that is not read.</summary>
    public static Problem DescribeCipher(string file, string reason) => SigningProblems.KeystoreCipher.At(
        file,
        $"The file cannot be opened: {reason}.",
        $"Convert it: openssl pkcs12 -in {file}{(reason.EndsWith("Camellia", StringComparison.Ordinal) || reason.EndsWith("ARIA", StringComparison.Ordinal) ? "" : " -legacy")} -out all.pem, then openssl pkcs12 -export -in all.pem -name release -out release.p12, and delete all.pem.");

    private static Problem Keystore(ProblemKind kind, string file, string type, string provider) => kind.At(
        file,
        $"The file is a {type} keystore, which Slipway does not read.",
        $"Convert it: keytool -importkeystore -srckeystore {file} -srcstoretype {type} -destkeystore release.p12 -deststoretype PKCS12{provider}.");
}
