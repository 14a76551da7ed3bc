using Microsoft.AspNetCore.Identity;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Access;

/// <summary>Passwords of accounts, hashed by ASP.NET's PBKDF2 (HMAC-SHA512, a salt each).</summary>
internal sealed class Passwords
{
    private const int Shortest = 10;
    private const int Longest = 200;

    private readonly PasswordHasher<string> _hasher = new();
    private readonly string _nobody;

    public Passwords() => _nobody = _hasher.HashPassword("", Guid.NewGuid().ToString());

    /// <summary>The hash of a new password.</summary>
    /// <exception cref="ProblemException">The password is too short or too long.</exception>
    public string Hash(string password) => password.Length is >= Shortest and <= Longest
        ? _hasher.HashPassword("", password)
        : throw new ProblemException(ServerProblems.Invalid.At("password", $"A password has {Shortest} to {Longest} characters."));

    /// <summary>Is it the password? An account that is not there takes as long to refuse as one that is.</summary>
    public bool Verify(string? hash, string password) =>
        password.Length <= Longest && _hasher.VerifyHashedPassword("", hash ?? _nobody, password) != PasswordVerificationResult.Failed && hash is not null;
}
