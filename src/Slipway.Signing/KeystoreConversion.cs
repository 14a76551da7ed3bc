using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>Describes files that are not supported keystores, with the command that converts them.</summary>
internal static class KeystoreConversion
{
    private const string BouncyCastle = " -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar";

    /// <summary>Returns the problem for a file of another format.</summary>
    /// <param name="kind">The kind of problem to report.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="format">The recognised format.</param>
    public static Problem Describe(ProblemKind kind, string file, UnsupportedKeystore format) => format switch
    {
        UnsupportedKeystore.Jceks => Keystore(kind, file, "JCEKS", ""),
        UnsupportedKeystore.Bks => Keystore(kind, file, "BKS", BouncyCastle),
        UnsupportedKeystore.Uber => Keystore(kind, file, "UBER", BouncyCastle),
        UnsupportedKeystore.Pem => kind.At(
            file, "The file is a key or certificate as text (PEM).", "Put key and certificate into a keystore: openssl pkcs12 -export -inkey key.pem -in certificate.pem -name release -out release.p12."),
        UnsupportedKeystore.Der => kind.At(
            file, "The file is a key, a certificate or another structure (DER), not a keystore.", "Give the keystore that holds the private key and its certificate."),
        _ => DescribeTransport(kind, file, format) ?? kind.At(file, "The file is neither a PKCS#12 nor a JKS keystore."),
    };

    /// <summary>Returns the problem for a file that storage or transport has changed or replaced; null for other files.</summary>
    public static Problem? DescribeTransport(ProblemKind kind, string file, UnsupportedKeystore format) => format switch
    {
        UnsupportedKeystore.Base64 => kind.At(file, "The file is base64 text, the form in which build servers store files.", $"Decode it: base64 -d {file} > decoded{Path.GetExtension(file)}."),
        UnsupportedKeystore.LfsPointer => kind.At(file, "The file is a Git LFS pointer, not the file that it points to.", "Fetch the file itself: git lfs pull."),
        UnsupportedKeystore.WebPage => kind.At(file, "The file is a web page, which a server sent instead of the file.", "Sign in and download the file again."),
        UnsupportedKeystore.Zip => kind.At(file, "The file is a zip archive.", "Extract the keystore from the archive and pass that."),
        UnsupportedKeystore.Empty => kind.At(file, "The file is empty.", "Get the file from its source or from a backup."),
        _ => null,
    };

    /// <summary>Returns the problem for a keystore with unsupported encryption.</summary>
    public static Problem DescribeCipher(string file, string reason) => SigningProblems.KeystoreCipher.At(
        file,
        $"The file cannot be opened: {reason}.",
        $"Convert it: openssl pkcs12 -in {file}{(reason.EndsWith("Camellia", StringComparison.Ordinal) || reason.EndsWith("ARIA", StringComparison.Ordinal) ? "" : " -legacy")} -out all.pem, then openssl pkcs12 -export -in all.pem -name release -out release.p12, and delete all.pem.");

    private static Problem Keystore(ProblemKind kind, string file, string type, string provider) => kind.At(
        file,
        $"The file is a {type} keystore, which Slipway does not read.",
        $"Convert it: keytool -importkeystore -srckeystore {file} -srcstoretype {type} -destkeystore release.p12 -deststoretype PKCS12{provider}.");
}
