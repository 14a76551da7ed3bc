using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>Says of a file that is no keystore for us what it is, and which command makes one of it.</summary>
internal static class KeystoreConversion
{
    private const string BouncyCastle = " -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar";

    public static Problem Describe(string file, ForeignKeystore format) => format switch
    {
        ForeignKeystore.Jceks => Keystore(file, "JCEKS", ""),
        ForeignKeystore.Bks => Keystore(file, "BKS", BouncyCastle),
        ForeignKeystore.Uber => Keystore(file, "UBER", BouncyCastle),
        ForeignKeystore.Pem => SigningProblems.KeystoreFormat.At(
            file, "The file is a key or certificate as text (PEM).", "Put key and certificate into a keystore: openssl pkcs12 -export -inkey key.pem -in certificate.pem -name release -out release.p12."),
        ForeignKeystore.Der => SigningProblems.KeystoreFormat.At(
            file, "The file is a key, a certificate or another structure (DER), not a keystore.", "Give the keystore that holds the private key and its certificate."),
        _ => SigningProblems.KeystoreFormat.At(file, "The file is neither a PKCS#12 nor a JKS keystore."),
    };

    private static Problem Keystore(string file, string type, string provider) => SigningProblems.KeystoreFormat.At(
        file,
        $"The file is a {type} keystore, which Slipway does not read.",
        $"Convert it: keytool -importkeystore -srckeystore {file} -srcstoretype {type} -destkeystore release.p12 -deststoretype PKCS12{provider}.");
}
