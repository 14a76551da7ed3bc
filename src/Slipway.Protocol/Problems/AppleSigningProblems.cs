namespace Slipway.Protocol.Problems;

/// <summary>Problems of Apple certificates, profiles and entitlements.</summary>
public static class AppleSigningProblems
{
    /// <summary>The push environment does not fit the profile.</summary>
    public static ProblemKind PushEnvironment { get; } = new(
        "SLW-SIG-40001",
        "The push environment does not fit the profile",
        "An app may use only the push environment, development or production, that its profile names.",
        "Correct aps-environment in the entitlements file, or give a profile with push notifications for that environment.");

    /// <summary>The build type does not fit the profile.</summary>
    public static ProblemKind TypeMismatch { get; } = new(
        "SLW-SIG-40002",
        "The build type does not fit the profile",
        "A profile is made for one way of distribution: development, ad hoc, in-house or the store. The certificate must be of the same type.",
        "Give the profile's type with --type, or another profile.");

    /// <summary>The password of the certificate is wrong.</summary>
    public static ProblemKind CertificatePassword { get; } = new(
        "SLW-SIG-40003",
        "The password of the certificate is wrong",
        "The password does not open the .p12 file.",
        "Check the password file: its first line is the password, without quotes.");

    /// <summary>The file is not a .p12.</summary>
    public static ProblemKind CertificateFormat { get; } = new(
        "SLW-SIG-40004",
        "The file is not a .p12",
        "A certificate with its private key is a PKCS#12 file (.p12 or .pfx). A .cer file has no key.",
        "Export certificate and key together as .p12.");

    /// <summary>The certificate cannot sign apps.</summary>
    public static ProblemKind CertificateInvalid { get; } = new(
        "SLW-SIG-40005",
        "The certificate cannot sign apps",
        "Apps for devices are signed with an RSA key of 2048 bits or more, whose certificate Apple issued for development or distribution.",
        "Give an Apple Development or Apple Distribution certificate.");

    /// <summary>The file is not a provisioning profile.</summary>
    public static ProblemKind ProfileFormat { get; } = new(
        "SLW-SIG-40006",
        "The file is not a provisioning profile",
        "A profile is a .mobileprovision file: a property list in a signed envelope.",
        "Download the profile again from the developer account.");

    /// <summary>The provisioning profile is invalid.</summary>
    public static ProblemKind ProfileInvalid { get; } = new(
        "SLW-SIG-40007",
        "The provisioning profile is invalid",
        "The signature of the profile does not match its content, or the profile is for another platform.",
        "Download a profile for iOS from the developer account; a profile cannot be edited.");

    /// <summary>The app id does not fit the profile.</summary>
    public static ProblemKind IdMismatch { get; } = new(
        "SLW-SIG-40009",
        "The app id does not fit the profile",
        "A profile names the id that the app must have, or a pattern that ends with *.",
        "Give the id of the profile with --id or ios-CFBundleIdentifier in config.xml, or a profile for this app.");

    /// <summary>The profile does not list the certificate.</summary>
    public static ProblemKind CertificateNotInProfile { get; } = new(
        "SLW-SIG-40010",
        "The profile does not list the certificate",
        "A profile lists the certificates whose keys may sign apps with it.",
        "Add the certificate to the profile in the developer account and download the profile again, or give the certificate that it lists.");

    /// <summary>The certificate or the profile is not for development.</summary>
    public static ProblemKind NotDevelopment { get; } = new(
        "SLW-SIG-40011",
        "The certificate or the profile is not for development",
        "A build for development needs both a certificate and a profile for development.",
        "Give both for development, or give their type with --type.");

    /// <summary>The provisioning profile has expired.</summary>
    public static ProblemKind ProfileExpired { get; } = new(
        "SLW-SIG-40015",
        "The provisioning profile has expired",
        "Devices refuse apps whose profile has expired.",
        "Renew the profile in the developer account and download it again.");

    /// <summary>The profile lacks an entitlement.</summary>
    public static ProblemKind EntitlementNotAllowed { get; } = new(
        "SLW-SIG-40016",
        "The profile lacks an entitlement",
        "The profile must allow every entitlement of the signature. Otherwise devices refuse the app.",
        "Enable the capability for the app id in the developer account, download the profile again, or remove the entitlement.");

    /// <summary>The profile is managed by Xcode.</summary>
    public static ProblemKind XcodeManaged { get; } = new(
        "SLW-SIG-40017",
        "The profile is managed by Xcode",
        "Xcode created the profile, and renews and removes it on its own.",
        "Create a profile in the developer account and use that.");

    /// <summary>A build for devices needs a certificate and a profile.</summary>
    public static ProblemKind CredentialsMissing { get; } = new(
        "SLW-SIG-40107",
        "A build for devices needs a certificate and a profile",
        "Devices run apps only when they are signed with a key that Apple knows.",
        "Give --certificate, --certificate-password-file and --profile, or build for the simulator with --type simulator.");

    /// <summary>Certificate and profile belong to different teams.</summary>
    public static ProblemKind TeamMismatch { get; } = new(
        "SLW-SIG-40108",
        "Certificate and profile belong to different teams",
        "The team of the certificate must be one of the profile.",
        "Give certificate and profile of the same team.");

    /// <summary>The certificates of the issuers are missing.</summary>
    public static ProblemKind ChainIncomplete { get; } = new(
        "SLW-SIG-40109",
        "The certificates of the issuers are missing",
        "A signature carries the certificates from the signer up to the root. They are public, but this file does not hold them.",
        "Download them and give them with --certificate-chain.");

    /// <summary>Slipway cannot build for the App Store.</summary>
    public static ProblemKind StoreRefused { get; } = new(
        "SLW-SIG-40110",
        "Slipway cannot build for the App Store",
        "Since 28 April 2026 the App Store accepts only apps that were built with the SDK of iOS 26, which comes with Xcode. The shell of Slipway is not built by Xcode, and does not claim to be.",
        "Build with --type adhoc or inhouse here, and with Xcode for the App Store.");

    /// <summary>The entitlements file cannot be read.</summary>
    public static ProblemKind EntitlementsFile { get; } = new(
        "SLW-SIG-40112",
        "The entitlements file cannot be read",
        "Entitlements are a property list with a dictionary at its top.",
        "Give the .entitlements file of the app.");

    /// <summary>A certificate file cannot be read.</summary>
    public static ProblemKind ChainFile { get; } = new(
        "SLW-SIG-40113",
        "A certificate file cannot be read",
        "Certificates of issuers are given in DER or PEM form.",
        "Download the certificate again from the address in the previous problem.");

    /// <summary>The provisioning profile expires soon.</summary>
    public static ProblemKind ProfileEndsSoon { get; } = new(
        "SLW-SIG-40111",
        "The provisioning profile expires soon",
        "Less than 30 days are left. After that, the app no longer starts.",
        "Renew the profile in the developer account.",
        Severity.Warning);

    /// <summary>The app was built for the simulator.</summary>
    public static ProblemKind SimulatorChosen { get; } = new(
        "SLW-SIG-40114",
        "The app was built for the simulator",
        "Without a certificate and a profile there is no app for devices.",
        "Give --certificate and --profile for devices.",
        Severity.Notice);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        PushEnvironment, TypeMismatch, CertificatePassword, CertificateFormat, CertificateInvalid, ProfileFormat,
        ProfileInvalid, IdMismatch, CertificateNotInProfile, NotDevelopment, ProfileExpired, EntitlementNotAllowed,
        XcodeManaged, CredentialsMissing, TeamMismatch, ChainIncomplete, StoreRefused, EntitlementsFile,
        ChainFile, ProfileEndsSoon, SimulatorChosen,
    ];
}
