using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Access;

/// <summary>
/// Hashes and checks passwords of accounts with ASP.NET's PBKDF2 (HMAC-SHA512, a salt each) and the rounds that OWASP's Password
/// Storage Cheat Sheet asks for. Every check costs the same work, whether or not there is an account and however old its hash is.
/// </summary>
internal sealed class AccountPasswords : IDisposable
{
    /// <summary>Rounds of a new hash.</summary>
    public const int Rounds = 210_000;

    private const int Shortest = 10;
    private const int Longest = 200;

    // Layout of ASP.NET's format: a marker of 1 byte, the function in 4, the rounds in 4.
    private const int RoundsOffset = 5;

    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly string _nobody;

    // Limits parallel hashing, so that password attempts do not take all processors from builds and uploads.
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));

    public AccountPasswords(TimeProvider time)
    {
        var begin = time.GetTimestamp();
        _nobody = _hasher.HashPassword("", Guid.NewGuid().ToString());
        Cost = time.GetElapsedTime(begin);
    }

    /// <summary>How long this machine takes to compute a hash.</summary>
    public TimeSpan Cost { get; }

    /// <summary>Returns the hash of a new password.</summary>
    /// <exception cref="ProblemException">The password is too short or too long.</exception>
    public string Hash(string password) => password.Length >= Shortest && CanBe(password)
        ? _hasher.HashPassword("", password)
        : throw new ProblemException(ServiceProblems.Invalid.At("password", $"A password has {Shortest} to {Longest} characters."));

    /// <summary>Returns whether any account can have this password; a longer one is refused without hashing.</summary>
    public static bool CanBe(string password) => password.Length <= Longest;

    /// <summary>Compares a password with the hash of an account.</summary>
    /// <param name="hash">The hash; null if there is no account.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<PasswordCheck> VerifyAsync(string? hash, string password, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            var result = _hasher.VerifyHashedPassword("", hash ?? _nobody, password);
            Fill(hash ?? _nobody);
            return hash is null || result == PasswordVerificationResult.Failed ? PasswordCheck.Wrong
                : result == PasswordVerificationResult.SuccessRehashNeeded ? PasswordCheck.Outdated : PasswordCheck.Right;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    // An old hash has fewer rounds. The missing ones are computed, too, so that the time of the answer does not reveal that there is one.
    private static void Fill(string hash)
    {
        var missing = Rounds - BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(RoundsOffset));
        if (missing > 0)
            Rfc2898DeriveBytes.Pbkdf2("", new byte[16], missing, HashAlgorithmName.SHA512, 32);
    }
}

/// <summary>Result of comparing a password with the hash of an account.</summary>
internal enum PasswordCheck
{
    /// <summary>The password is wrong, or there is no account.</summary>
    Wrong,

    /// <summary>The password is correct.</summary>
    Right,

    /// <summary>The password is correct, but its hash has fewer rounds than new hashes.</summary>
    Outdated,
}
