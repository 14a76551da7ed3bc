using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Sign;

/// <summary>Makes keystores for releases.</summary>
public static class ReleaseKeystore
{
    private const int ShortestPassword = 6;

    /// <summary>Makes a keystore that only its owner can read, and returns the SHA-256 of its certificate.</summary>
    /// <exception cref="ProblemException">The keystore cannot be made; nothing was written.</exception>
    public static string Create(ReleaseKeystoreRequest request, DateTimeOffset now)
    {
        if (File.Exists(request.Path) || Directory.Exists(request.Path))
            throw new ProblemException(KeyProblems.Exists.At(request.Path, "A file with this name already exists."));
        if (request.Password.Length < ShortestPassword)
            throw new ProblemException(KeyProblems.PasswordShort.At("password", $"The password has {request.Password.Length} characters."));
        var subject = Subject(request.Subject);
        var bytes = KeystoreFactory.Create(request.Alias, subject, request.Password, now.AddDays(-1), now.AddYears(request.ValidYears), request.Algorithm);
        OutputFile.Write(request.Path, bytes, OwnerOnly.FileMode);
        var certificate = Keystore.Load(bytes, request.Password).Entries[0].Chain[0];
        return Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));
    }

    private static string Subject(string text)
    {
        try
        {
            return new X500DistinguishedName(text).Name;
        }
        catch (CryptographicException e)
        {
            throw new ProblemException(KeyProblems.SubjectInvalid.At("--subject", $"'{text}' is not a distinguished name."), e);
        }
    }
}

/// <summary>A request to make a keystore.</summary>
/// <param name="Path">Path of the new file; it must not exist.</param>
/// <param name="Alias">Name of the key.</param>
/// <param name="Subject">Owner of the key as a distinguished name.</param>
/// <param name="Password">Password of keystore and key.</param>
/// <param name="ValidYears">How many years the certificate is valid.</param>
/// <param name="Algorithm">Kind of key.</param>
public sealed record ReleaseKeystoreRequest(string Path, string Alias, string Subject, string Password, int ValidYears, KeyAlgorithm Algorithm);
