namespace Slipway.Protocol.Problems;

/// <summary>Problems of keystores, keys and certificates.</summary>
public static class SigningProblems
{
    /// <summary>The keystore cannot be read.</summary>
    public static ProblemKind KeystoreUnreadable { get; } = new(
        "SLW-SIG-40008",
        "The keystore cannot be read",
        "The keystore is damaged, or was cut off in transfer.",
        "Take the keystore from a backup and compare its size after the transfer.");

    /// <summary>The file is not a keystore.</summary>
    public static ProblemKind KeystoreFormat { get; } = new(
        "SLW-SIG-40012",
        "The file is not a keystore",
        "Keystores are PKCS#12 (.p12, .pfx, .keystore) or JKS files.",
        "Give the keystore itself, not a certificate or a text form of it.");

    /// <summary>The password of the keystore is wrong.</summary>
    public static ProblemKind KeystorePassword { get; } = new(
        "SLW-SIG-40013",
        "The password of the keystore is wrong",
        "The password does not open the keystore.",
        "Check the password file: its first line is the password, without quotes.");

    /// <summary>The password of the key is wrong.</summary>
    public static ProblemKind KeyPassword { get; } = new(
        "SLW-SIG-40014",
        "The password of the key is wrong",
        "The keystore opens, but the key inside has another password.",
        "Give it with --key-password-file.");

    /// <summary>The certificate has expired.</summary>
    public static ProblemKind CertificateExpired { get; } = new(
        "SLW-SIG-40018",
        "The certificate has expired",
        "Devices refuse to install packages signed with it.",
        "For an app not yet published, create a new key: slipway credentials create. For a published one, use the key that it was published with.");

    /// <summary>The keystore has no such alias.</summary>
    public static ProblemKind AliasMissing { get; } = new(
        "SLW-SIG-40019",
        "The keystore has no such alias",
        "A keystore can hold several keys, each under an alias.",
        "Give one of the aliases that are listed, with --key-alias.");

    /// <summary>The app id is invalid.</summary>
    public static ProblemKind IdInvalid { get; } = new(
        "SLW-SIG-40020",
        "The app id is invalid",
        "On Android each segment of an id starts with a letter and consists of letters, digits and underscores. On iOS an id consists of letters, digits, hyphens and dots. Other characters and other alphabets are refused by the system.",
        "Write the id like com.example.notes.");

    /// <summary>A release build needs a keystore.</summary>
    public static ProblemKind KeystoreMissing { get; } = new(
        "SLW-SIG-40101",
        "A release build needs a keystore",
        "A release is signed with your own key, and installed apps can only be updated with the same key.",
        "Create one with slipway credentials create, then give --keystore, --keystore-password-file and --key-alias.");

    /// <summary>The certificate is not valid yet.</summary>
    public static ProblemKind CertificateNotYet { get; } = new(
        "SLW-SIG-40102",
        "The certificate is not valid yet",
        "The certificate starts in the future, or the clock of this machine is wrong.",
        "Check the clock; wait, or use another key.");

    /// <summary>The entry has no private key.</summary>
    public static ProblemKind NoPrivateKey { get; } = new(
        "SLW-SIG-40103",
        "The entry has no private key",
        "The entry is only a certificate; nothing can be signed with it.",
        "Give the alias of a key entry.");

    /// <summary>The key cannot sign packages.</summary>
    public static ProblemKind KeyUnsuitable { get; } = new(
        "SLW-SIG-40104",
        "The key cannot sign packages",
        "Android accepts RSA and DSA keys, and EC keys on P-256, P-384 and P-521. iOS accepts only RSA keys.",
        "Create a key with slipway credentials create.");

    /// <summary>A password is missing.</summary>
    public static ProblemKind PasswordUnreadable { get; } = new(
        "SLW-SIG-40105",
        "A password is missing",
        "The keystore is given, but its password file or environment variable is not there or is empty.",
        "Give --keystore-password-file, or set SLIPWAY_KEYSTORE_PASSWORD.");

    /// <summary>The certificate expires soon.</summary>
    public static ProblemKind CertificateEndsSoon { get; } = new(
        "SLW-SIG-40106",
        "The certificate expires soon",
        "Less than 30 days are left.",
        "Plan to replace the key before the certificate expires.",
        Severity.Warning);

    /// <summary>Slipway cannot make app bundles yet.</summary>
    public static ProblemKind BundleRefused { get; } = new(
        "SLW-SIG-40120",
        "Slipway cannot make app bundles yet",
        "Google Play accepts app bundles (.aab). Slipway makes packages (.apk), which devices and other stores accept.",
        "Build with the type Release.");

    /// <summary>The keystore is encrypted in a way that Slipway does not read.</summary>
    public static ProblemKind KeystoreCipher { get; } = new(
        "SLW-SIG-40130",
        "The keystore is encrypted in a way that Slipway does not read",
        "Slipway opens PKCS#12 files that are encrypted with AES, Triple DES or RC2, which are the defaults of keytool, openssl and key chains.",
        "Convert the file with openssl, which encrypts with AES: openssl pkcs12 -in release.p12 -out all.pem, then openssl pkcs12 -export -in all.pem -out release.p12.");

    /// <summary>The key has no certificate.</summary>
    public static ProblemKind NoCertificate { get; } = new(
        "SLW-SIG-40131",
        "The key has no certificate",
        "Packages are signed with a private key and the certificate that belongs to it. The keystore holds the key alone, for example because only the key was exported.",
        "Put both into a keystore: openssl pkcs12 -export -inkey key.pem -in certificate.pem -name release -out release.p12.");

    /// <summary>The debug key cannot be used.</summary>
    public static ProblemKind DebugKeyUnusable { get; } = new(
        "SLW-SIG-50001",
        "The debug key cannot be used",
        "Debug packages are signed with a key that Slipway creates once for each user and keeps in the data folder. The folder or the file belongs to another user, or the home folder is read-only.",
        "Set XDG_DATA_HOME to a writable folder, change the owner back with chown, or sign with a key of your own with --keystore.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The keystore asks for too much work.</summary>
    public static ProblemKind KeystoreRounds { get; } = new(
        "SLW-SIG-40122",
        "The keystore asks for too much work",
        "A keystore determines in how many rounds its password is hashed; tools use up to a million. This one requires many more, so opening it would take minutes.",
        "Import the key into a new keystore with keytool -importkeystore, which uses 10,000 rounds.");

    /// <summary>The certificate of the Android key has expired.</summary>
    public static ProblemKind KeyExpired { get; } = new(
        "SLW-SIG-40123",
        "The certificate of the Android key has expired",
        "Android ignores the dates of a certificate, so devices install and update the package. Stores may refuse it.",
        "For a published app, keep using the key that it was published with. For a new one, create a key: slipway credentials create.",
        Severity.Warning);

    /// <summary>The certificate of the Android key is not valid yet.</summary>
    public static ProblemKind KeyNotYetValid { get; } = new(
        "SLW-SIG-40124",
        "The certificate of the Android key is not valid yet",
        "The certificate starts in the future, or the clock of this machine is wrong. Android ignores the dates, so devices install and update the package. Stores may refuse it.",
        "Check the clock of this machine, and that this is the key that you want.",
        Severity.Warning);

    /// <summary>The Android key is weak.</summary>
    public static ProblemKind KeyWeak { get; } = new(
        "SLW-SIG-40125",
        "The Android key is weak",
        "Keys below 2048 bits can be broken with effort, and MD5 and SHA-1 are out of date in certificates. Android accepts them, so that old apps can be updated. Stores may refuse them for new apps.",
        "For a published app, keep using the key that it was published with. For a new one, create a key: slipway credentials create.",
        Severity.Warning);

    /// <summary>Old Android cannot check signatures by this key.</summary>
    public static ProblemKind KeyTooNew { get; } = new(
        "SLW-SIG-40126",
        "Old Android cannot check signatures by this key",
        "The package allows Android before 4.3 (API level 18), which supports only RSA and DSA keys. A package without minSdkVersion allows every release.",
        "Sign with an RSA key, or raise minSdkVersion to 18.");

    /// <summary>The certificate does not belong to the key.</summary>
    public static ProblemKind CertificateMismatch { get; } = new(
        "SLW-SIG-40127",
        "The certificate does not belong to the key",
        "The entry of the keystore pairs a private key with the certificate of another key, as a mistake during an export or import leaves it.",
        "Export the key again from where it was made, with its own certificate.");

    /// <summary>The package with a release key is debuggable.</summary>
    public static ProblemKind ReleaseKeyOnDebug { get; } = new(
        "SLW-SIG-40128",
        "The package with a release key is debuggable",
        "A debuggable package lets others read and change the app's data. Stores refuse it, but devices that have the release accept it as an update. Without --type, a build is a debug build, even with a keystore.",
        "For a release, build with --type release. To debug, leave the keystore out, or use a debug keystore.",
        Severity.Warning);

    /// <summary>The release is signed with a debug key.</summary>
    public static ProblemKind DebugKeyOnRelease { get; } = new(
        "SLW-SIG-40129",
        "The release is signed with a debug key",
        "The certificate belongs to 'Android Debug'. The passwords of debug keystores are public, and stores refuse packages that are signed with such a key.",
        "Sign with a key of your own: slipway credentials create.",
        Severity.Warning);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        KeystoreUnreadable, KeystoreFormat, KeystorePassword, KeyPassword, CertificateExpired, AliasMissing, IdInvalid, KeystoreMissing, CertificateNotYet, NoPrivateKey, KeyUnsuitable, PasswordUnreadable, CertificateEndsSoon, BundleRefused, DebugKeyUnusable, KeystoreRounds, KeyExpired, KeyNotYetValid, KeyWeak, KeyTooNew, CertificateMismatch, ReleaseKeyOnDebug, DebugKeyOnRelease, KeystoreCipher, NoCertificate,
    ];
}
