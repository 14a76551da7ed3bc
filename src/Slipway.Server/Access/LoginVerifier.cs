using System.Data.Common;
using Dapper;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>
/// Finds the account for an email address and a password. Every refusal takes the same time, so that nobody learns whether, and
/// in how many organisations, an address has an account.
/// </summary>
internal sealed class LoginVerifier
{
    private const int HashesInARefusal = 4;
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(2);

    private readonly UserStore _users;
    private readonly AccountPasswords _passwords;
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly TimeSpan _refusal;

    public LoginVerifier(UserStore users, AccountPasswords passwords, Database database, TimeProvider time)
    {
        (_users, _passwords, _database, _time) = (users, passwords, database, time);
        var refusal = HashesInARefusal * passwords.Cost;
        _refusal = refusal < LongestRefusal ? refusal : LongestRefusal;
    }

    /// <summary>Returns the account.</summary>
    /// <exception cref="ProblemException">There is no such account, or the request must name one of several organisations.</exception>
    public async Task<(UserRow User, PasswordCheck Check)> RequireAsync(SessionRequest request, CancellationToken cancellation)
    {
        var begin = _time.GetTimestamp();
        var right = new List<(UserRow User, PasswordCheck Check)>();
        var accounts = await _users.FindByEmailAsync(EmailAddresses.Normalise(request.Email), request.Organisation, cancellation);
        foreach (var account in accounts)
        {
            var check = await _passwords.VerifyAsync(account.PasswordHash, request.Password, cancellation);
            if (check != PasswordCheck.Wrong && account.DisabledAt is null)
                right.Add((account, check));
        }

        if (accounts.Count == 0)
            await _passwords.VerifyAsync(null, request.Password, cancellation);
        if (right is [var only])
            return only;
        if (right.Count > 1)
            throw new ProblemException(ServiceProblems.Invalid.At("organisation", "Accounts of several organisations have this email address and password.", "Name the organisation."));
        if (_refusal - _time.GetElapsedTime(begin) is var left && left > TimeSpan.Zero)
            await Task.Delay(left, _time, cancellation);
        throw Refused();
    }

    /// <summary>Replaces the hash of a correct password by one with the current number of rounds.</summary>
    public static Task RenewAsync(DbConnection connection, DbTransaction transaction, UserRow user, string newHash) => connection.ExecuteAsync(
        "UPDATE users SET password_hash = @newHash WHERE id = @Id AND password_hash = @PasswordHash", new { newHash, user.Id, user.PasswordHash }, transaction);

    /// <summary>Returns the refusal, which is the same for every reason.</summary>
    public static ProblemException Refused() => new(ServiceProblems.LoginRefused.At("email", "There is no account with this email address and password."));
}
