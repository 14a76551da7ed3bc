using System.Security.Cryptography.X509Certificates;
using Slipway.Formats;
using Slipway.Formats.Keys;
using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios.Rules;

namespace Slipway.Signing.Ios;

/// <summary>Reads the files for signing an app. A file that cannot be read becomes a problem; the other files are read anyway.</summary>
internal sealed class AppleFiles
{
    private const int SizeLimit = 16 << 20;

    private readonly List<Problem> _problems;

    private AppleFiles(AppleSigningRequest request, AppleParts parts, List<Problem> problems)
    {
        _problems = problems;
        Keys = (parts.HasFlag(AppleParts.Key) ? Try(request.Certificate, bytes => ReadKeys(bytes, request)) : null) ?? [];
        Profile = parts.HasFlag(AppleParts.Profile) ? Try(request.Profile, bytes => ReadProfile(bytes, request)) : null;
        Issuers = [.. request.Chain.SelectMany(file => Try(file, bytes => IssuerCertificateReader.Read(bytes, file.Name)) ?? [])];
        Entitlements = (request.Entitlements is { } asked ? Try(asked, bytes => Guard(AppleSigningProblems.EntitlementsFile, asked, () => PlistReader.ReadDictionary(bytes))) : null) ?? [];
    }

    /// <summary>The keys of the .p12 that have a certificate.</summary>
    public IReadOnlyList<SigningKey> Keys { get; }

    /// <summary>The profile's bytes; empty when it could not be read.</summary>
    public ReadOnlyMemory<byte> ProfileBytes { get; private set; }

    /// <summary>The profile; null when it could not be read.</summary>
    public ProvisioningProfile? Profile { get; }

    /// <summary>Certificates of issuers from additional files.</summary>
    public IReadOnlyList<X509Certificate2> Issuers { get; }

    /// <summary>Entitlements that the app requests.</summary>
    public PlistDictionary Entitlements { get; }

    /// <summary>Reads all files of a request.</summary>
    public static AppleFiles Read(AppleSigningRequest request, List<Problem> problems) => new(request, AppleParts.Key | AppleParts.Profile, problems);

    /// <summary>Reads some of the files of a request; the others are treated as missing.</summary>
    public static AppleFiles Read(AppleSigningRequest request, AppleParts parts, List<Problem> problems) => new(request, parts, problems);

    /// <summary>
    /// Returns the key whose certificate the profile lists, of several the one that expires last; the first key when the profile
    /// lists none; null when there is no key.
    /// </summary>
    public SigningKey? KeyFor(ProvisioningProfile? profile) =>
        Keys.Where(k => profile is not null && CertificateIsInProfile.Lists(profile.DeveloperCertificates, k.Certificate)).MaxBy(k => k.Certificate.NotAfter)
        ?? (Keys.Count > 0 ? Keys[0] : null);

    private ProvisioningProfile? ReadProfile(ReadOnlyMemory<byte> bytes, AppleSigningRequest request)
    {
        ProfileBytes = bytes;
        if (KeystoreConversion.DescribeTransport(AppleSigningProblems.ProfileFormat, request.Profile.Name, UnsupportedKeystores.Recognise(bytes.Span)) is { } other)
            throw new ProblemException(other);
        return Guard(AppleSigningProblems.ProfileFormat, request.Profile, () => ProfileReader.Read(bytes));
    }

    private static List<SigningKey> ReadKeys(ReadOnlyMemory<byte> bytes, AppleSigningRequest request)
    {
        var password = request.Password.Read();
        try
        {
            var keystore = Keystore.Load(bytes, password);
            var keys = keystore.Entries.Where(e => e.HasPrivateKey && e.Chain.Count > 0).Select(keystore.GetKey).ToList();
            // Malformed fields of a certificate are detected here, where the name of the file is known.
            keys.ForEach(k => _ = (CertificateChain.Complete(k.Certificate, k.Chain.Skip(1)), AppleCertificate.Describe(k.Certificate)));
            return keys.Count > 0
                ? keys
                : throw new ProblemException(keystore.Entries.Any(e => e.HasPrivateKey)
                    ? SigningProblems.NoCertificate.At(request.Certificate.Name, "The .p12 has a private key without its certificate.", "Export the certificate together with its private key.")
                    : SigningProblems.NoPrivateKey.At(request.Certificate.Name, "The .p12 has no private key.", "Export the certificate together with its private key."));
        }
        catch (KeystoreException e)
        {
            var problem = e.Fault switch
            {
                KeystoreFault.WrongPassword or KeystoreFault.WrongKeyPassword => AppleSigningProblems.CertificatePassword.At(request.Certificate.Name, "The password does not open the .p12."),
                KeystoreFault.TooManyRounds => SigningProblems.KeystoreRounds.At(request.Certificate.Name, $"The .p12 cannot be opened: {e.Reason}."),
                KeystoreFault.UnsupportedKey => AppleSigningProblems.CertificateInvalid.At(request.Certificate.Name, "The key is neither RSA nor EC; expected RSA."),
                KeystoreFault.UnsupportedCipher => KeystoreConversion.DescribeCipher(request.Certificate.Name, e.Reason),
                KeystoreFault.UnknownFormat when e.Foreign != UnsupportedKeystore.Unknown => KeystoreConversion.Describe(AppleSigningProblems.CertificateFormat, request.Certificate.Name, e.Foreign),
                _ => AppleSigningProblems.CertificateFormat.At(request.Certificate.Name, $"The file is not a readable .p12: {e.Reason}."),
            };
            throw new ProblemException(problem, e);
        }
        catch (MalformedInputException e)
        {
            throw new ProblemException(AppleSigningProblems.CertificateFormat.At(request.Certificate.Name, $"The file is not a readable .p12: {e.Reason}."), e);
        }
    }

    private T? Try<T>(CredentialFile file, Func<ReadOnlyMemory<byte>, T?> read)
        where T : class
    {
        try
        {
            return read(file.Read(SizeLimit) ?? throw new ProblemException(FileProblems.Unreadable.At(file.Name, $"The file is larger than {SizeLimit >> 20} MB.")));
        }
        catch (ProblemException e)
        {
            _problems.AddRange(e.Problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _problems.Add(FileProblems.Unreadable.At(file.Name, "There is no readable file with this name.", "Check the path for a typing error, and the permissions of the file."));
        }

        return null;
    }

    private T? Guard<T>(ProblemKind kind, CredentialFile file, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (MalformedInputException e)
        {
            _problems.Add(kind.At(file.Name, $"The file is refused: {e.Reason}."));
            return null;
        }
    }
}

/// <summary>The files of a request to read.</summary>
[Flags]
internal enum AppleParts
{
    None = 0,

    /// <summary>The .p12 and the additional certificates of issuers.</summary>
    Key = 1,

    /// <summary>The provisioning profile.</summary>
    Profile = 2,
}
