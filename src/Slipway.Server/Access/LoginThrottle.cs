using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;
using Slipway.Server.Limits;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>
/// Slows down password guessing across all servers of a database. An attempt counts as failed before the password is checked, so
/// that parallel attempts gain nothing. Accounts that do not exist are treated the same way.
/// </summary>
internal sealed class LoginThrottle(Database database)
{
    /// <summary>Admits an attempt, or refuses it while a delay lasts.</summary>
    /// <exception cref="ProblemException">The delay is not over; the header Retry-After of the answer says how long it lasts.</exception>
    public async Task<LoginAttempt> EnterAsync(HttpContext context, string email)
    {
        var attempt = LoginAttempt.Of(email, RequestPartitions.Network(context.Connection.RemoteIpAddress));
        var wait = await database.WriteAsync((connection, transaction) => TryAsync(connection, transaction, attempt), context.RequestAborted);
        if (wait <= TimeSpan.Zero)
            return attempt;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        throw new HttpProblemException(ServiceProblems.LoginDelayed.At("email", $"The next login is possible in {seconds} seconds."), (HeaderNames.RetryAfter, seconds));
    }

    /// <summary>Records that an attempt succeeded: from now on, the account is known in the network.</summary>
    public async Task SucceedAsync(DbConnection connection, DbTransaction transaction, LoginAttempt attempt)
    {
        await connection.ExecuteAsync("DELETE FROM login_failures WHERE key = @Pair", attempt, transaction);
        await connection.ExecuteAsync("UPDATE login_failures SET failures = failures - 1 WHERE key IN (@Account, @Network) AND failures > 0", attempt, transaction);
        await connection.ExecuteAsync(
            $"INSERT INTO login_places (key, seen_at) VALUES (@Pair, {database.Now}) ON CONFLICT (key) DO UPDATE SET seen_at = {database.Now}", attempt, transaction);
    }

    private async Task<TimeSpan> TryAsync(DbConnection connection, DbTransaction transaction, LoginAttempt attempt)
    {
        await database.SerialiseAsync(connection, transaction, "login:" + attempt.Account);
        var now = await connection.ExecuteScalarAsync<long>($"SELECT {database.Now}", transaction: transaction);
        var forget = now - (long)LoginDelays.Forget.TotalMilliseconds;
        var rows = (await connection.QueryAsync<LoginFailuresRow>(
            "SELECT key, failures, last_at FROM login_failures WHERE key IN (@Pair, @Account, @Network) AND last_at > @forget", new { attempt.Pair, attempt.Account, attempt.Network, forget }, transaction))
            .ToDictionary(row => row.Key, StringComparer.Ordinal);
        var known = await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM login_places WHERE key = @Pair AND seen_at > @since", new { attempt.Pair, since = now - (long)LoginDelays.Known.TotalMilliseconds }, transaction) > 0;
        var (pair, account, network) = (rows.GetValueOrDefault(attempt.Pair), rows.GetValueOrDefault(attempt.Account), rows.GetValueOrDefault(attempt.Network));
        var wait = Left(pair, LoginDelays.OfPair(pair?.Failures ?? 0, account?.Failures ?? 0, known), now);
        if (!known && Left(network, LoginDelays.OfNetwork(network?.Failures ?? 0), now) is var other && other > wait)
            wait = other;
        if (wait > TimeSpan.Zero)
            return wait;
        // Always in the same order, so that servers do not deadlock.
        foreach (var key in new[] { attempt.Pair, attempt.Account, attempt.Network }.Order(StringComparer.Ordinal))
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO login_failures (key, failures, last_at) VALUES (@key, 1, @now)
                ON CONFLICT (key) DO UPDATE SET last_at = @now, failures = CASE WHEN login_failures.last_at > @forget THEN login_failures.failures + 1 ELSE 1 END
                """,
                new { key, now, forget },
                transaction);
        }

        return TimeSpan.Zero;
    }

    private static TimeSpan Left(LoginFailuresRow? row, TimeSpan delay, long now) => row is null ? TimeSpan.Zero : TimeSpan.FromMilliseconds(row.LastAt - now) + delay;
}

/// <summary>Recent failed logins in the database.</summary>
internal sealed record LoginFailuresRow(string Key, long Failures, long LastAt);

/// <summary>An attempt to log in: the three keys under which its failures are counted.</summary>
/// <param name="Pair">Account and network together.</param>
/// <param name="Account">The account, from any network.</param>
/// <param name="Network">The network, whatever the account.</param>
internal sealed record LoginAttempt(string Pair, string Account, string Network)
{
    /// <summary>Returns the keys of an attempt. They are hashes, so that the database holds no addresses.</summary>
    /// <param name="email">The email address, normalised.</param>
    /// <param name="network">The part of the network address that belongs to one subscriber.</param>
    public static LoginAttempt Of(string email, string network) => new(Key("pair", email, network), Key("account", email, ""), Key("network", "", network));

    private static string Key(string kind, string email, string network) => Sha256Text.Of(System.Text.Encoding.UTF8.GetBytes($"{kind}\n{network}\n{email}"));
}
