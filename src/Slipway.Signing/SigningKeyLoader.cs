using Slipway.Formats;
using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>Loads keys from keystores, and reports what is wrong with them as problems.</summary>
public static class SigningKeyLoader
{
    private const int SizeLimit = 16 << 20;

    /// <summary>Loads the requested key.</summary>
    /// <param name="request">Keystore, passwords and alias.</param>
    /// <param name="now">The time at which the certificate must be valid.</param>
    /// <param name="notices">Receives the warnings.</param>
    /// <exception cref="ProblemException">There is no usable key.</exception>
    public static SigningKey Load(KeystoreRequest request, DateTimeOffset now, ICollection<Problem> notices)
    {
        var judged = Judge(request, now);
        if (judged.Problems.Any(p => p.Severity == Severity.Error))
        {
            judged.Key.PrivateKey.Dispose();
            throw new ProblemException(judged.Problems);
        }

        foreach (var problem in judged.Problems)
            notices.Add(problem);
        return judged.Key;
    }

    /// <summary>Opens a keystore and returns its key with all problems.</summary>
    /// <param name="request">Keystore, passwords and alias.</param>
    /// <param name="now">The time at which the certificate must be valid.</param>
    /// <exception cref="ProblemException">The keystore does not open, or has no such key.</exception>
    public static JudgedKeystore Judge(KeystoreRequest request, DateTimeOffset now)
    {
        var keystore = Open(request);
        var alias = Alias(request, keystore);
        var key = Guard(request, keystore, () => keystore.GetKey(alias, request.KeyPassword?.Read()));
        var problems = CertificateRules.Check(key.Certificate, request.File.Name, now).ToList();
        // A curve with explicit parameters can be encoded in several ways, so the unusual curve is reported instead of a mismatch.
        if (!key.IsWhole && !problems.Exists(p => p.Kind == SigningProblems.KeyUnsuitable))
            problems.Add(SigningProblems.CertificateMismatch.At(request.File.Name, $"The certificate of '{alias}' does not belong to the private key."));
        return new JudgedKeystore(alias, key, problems);
    }

    private static Keystore Open(KeystoreRequest request)
    {
        var password = request.Password.Read();
        return Guard(request, null, () => Keystore.Load(ReadFile(request.File), password));
    }

    private static ReadOnlyMemory<byte> ReadFile(CredentialFile file)
    {
        try
        {
            return file.Read(SizeLimit) ?? throw new ProblemException(SigningProblems.KeystoreFormat.At(file.Name, "The file is far larger than a keystore."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ProblemException(SigningProblems.KeystoreUnreadable.At(file.Name, "There is no readable file with this name.", "Check the path for a typing error, and the permissions of the file."), e);
        }
    }

    private static string Alias(KeystoreRequest request, Keystore keystore)
    {
        if (request.Alias is { } alias)
            return alias;
        var keys = keystore.Entries.Where(e => e.HasPrivateKey).Select(e => e.Alias).ToList();
        return keys.Count switch
        {
            1 => keys[0],
            0 => throw new ProblemException(SigningProblems.NoPrivateKey.At(request.File.Name, "The keystore has no private key.")),
            _ => throw new ProblemException(SigningProblems.AliasMissing.At(request.File.Name, $"The keystore has several keys: {string.Join(", ", keys)}.")),
        };
    }

    private static T Guard<T>(KeystoreRequest request, Keystore? keystore, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (KeystoreException e)
        {
            throw new ProblemException(Describe(request, keystore, e), e);
        }
        catch (MalformedInputException e)
        {
            throw new ProblemException(SigningProblems.KeystoreUnreadable.At(request.File.Name, $"The keystore is damaged: {e.Reason}."), e);
        }
    }

    private static Problem Describe(KeystoreRequest request, Keystore? keystore, KeystoreException e)
    {
        var aliases = keystore is null ? "" : string.Join(", ", keystore.Entries.Select(e => e.Alias));
        return e.Fault switch
        {
            KeystoreFault.UnknownFormat => KeystoreConversion.Describe(SigningProblems.KeystoreFormat, request.File.Name, e.Foreign),
            KeystoreFault.UnsupportedCipher => KeystoreConversion.DescribeCipher(request.File.Name, e.Reason),
            KeystoreFault.NoCertificate => SigningProblems.NoCertificate.At(request.File.Name, "The keystore has a private key without its certificate."),
            KeystoreFault.WrongPassword => SigningProblems.KeystorePassword.At(request.File.Name, "The password does not open the keystore."),
            KeystoreFault.NoSuchAlias => SigningProblems.AliasMissing.At(request.File.Name, $"There is no alias '{request.Alias}'. The aliases are: {aliases}."),
            KeystoreFault.WrongKeyPassword => SigningProblems.KeyPassword.At(request.File.Name, "The keystore opens, but its password does not open the key."),
            KeystoreFault.UnsupportedKey => SigningProblems.KeyUnsuitable.At(request.File.Name, "The key is neither RSA, EC nor DSA."),
            KeystoreFault.NoPrivateKey => SigningProblems.NoPrivateKey.At(request.File.Name, $"The alias '{request.Alias}' has no private key."),
            KeystoreFault.TooManyRounds => SigningProblems.KeystoreRounds.At(request.File.Name, $"The keystore cannot be opened: {e.Reason}."),
            _ => SigningProblems.KeystoreUnreadable.At(request.File.Name, "The keystore is damaged."),
        };
    }
}
