using System.Security.Cryptography;
using System.Text;

namespace Slipway.Gateway.Clients;

/// <summary>The hash of a password.</summary>
public sealed class PasswordHash
{
    // With a higher cost, one guess could occupy a core for seconds.
    private const int MostRounds = 500_000;
    private const int MostBcryptCost = 15;
    private readonly string _kept;
    private readonly Func<byte[], string> _compute;

    private PasswordHash(string kept, Func<byte[], string> compute) => (_kept, _compute) = (kept, compute);

    /// <summary>Parses the hashes that htpasswd and openssl passwd write.</summary>
    /// <exception cref="FormatException">The text is not a supported hash. The message does not repeat it.</exception>
    public static PasswordHash Parse(string text)
    {
        if (text is ['$', '2', 'a' or 'b' or 'y', '$', ..] && text.Length == 60)
            return Bcrypt(text);
        if (text.StartsWith("{SHA}", StringComparison.Ordinal) && text.Length == 33)
            return new PasswordHash(text[5..], password => Convert.ToBase64String(SHA1.HashData(password)));
        var parts = text.Split('$');
        if (parts is ["", "apr1", { Length: > 0 } salt, { Length: 22 } apr1])
            return new PasswordHash(apr1, password => Apr1Hash.Compute(password, Encoding.UTF8.GetBytes(salt)));
        if (parts is ["", "5" or "6", .., { Length: > 0 }] && parts.Length is 4 or 5)
            return Sha(parts);
        throw new FormatException("The hash has an unsupported form. Plain-text passwords are not supported.");
    }

    /// <summary>Returns whether the hash is that of the password. The comparison takes the same time for both answers.</summary>
    public bool Fits(byte[] password) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_kept), Encoding.UTF8.GetBytes(_compute(password)));

    private static PasswordHash Bcrypt(string text)
    {
        if (!int.TryParse(text.AsSpan(4, 2), out var cost) || cost < 4 || text[6] != '$')
            throw new FormatException("The hash has an unsupported form.");
        if (cost > MostBcryptCost)
            throw new FormatException($"The cost of the hash is above {MostBcryptCost}, so that each check would take seconds.");
        // htpasswd's variant 2y and the variant 2b of other programs are the same.
        var salt = "$2b$" + text[4..29];
        return new PasswordHash(text[4..], password => BCrypt.Net.BCrypt.HashPassword(Encoding.UTF8.GetString(password), salt)[4..]);
    }

    private static PasswordHash Sha(string[] parts)
    {
        var algorithm = parts[1] == "5" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA512;
        var rounds = ShaCryptHash.UsualRounds;
        if (parts.Length == 5
            && (!parts[2].StartsWith("rounds=", StringComparison.Ordinal) || !int.TryParse(parts[2].AsSpan(7), out rounds) || rounds is < 1000 or > MostRounds))
        {
            throw new FormatException($"The rounds of the hash are not a number from 1000 to {MostRounds}.");
        }
        if (parts[^1].Length != (parts[1] == "5" ? 43 : 86))
            throw new FormatException("The hash is truncated.");
        var salt = Encoding.UTF8.GetBytes(parts[^2]);
        return new PasswordHash(parts[^1], password => ShaCryptHash.Compute(algorithm, password, salt, rounds));
    }
}
