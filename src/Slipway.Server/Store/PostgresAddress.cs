using System.Globalization;
using Npgsql;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>
/// The address of a PostgreSQL database in the form of libpq (postgresql.org/docs/current/libpq-connect.html, "Connection URIs"):
/// <c>postgres://user:password@host:port,host:port/name?setting=value</c>. Messages never repeat what may be part of a password.
/// </summary>
/// <param name="Connection">The connection string for Npgsql.</param>
/// <param name="HasSeveralHosts">Whether the address names several hosts.</param>
internal sealed record PostgresAddress(string Connection, bool HasSeveralHosts)
{
    private const string Form = "The address is not of the form postgres://user:password@host:5432/name.";
    private const string Encoding = "In a user, a password or a name, write % as %25, / as %2F, @ as %40, ? as %3F and # as %23; or leave the password out, and set it in $PGPASSWORD.";
    private const string DefaultSocketFolder = "/var/run/postgresql";
    private const int DefaultPort = 5432;

    /// <summary>Reads an address.</summary>
    /// <exception cref="ProblemException">The address is malformed, or names an unknown setting.</exception>
    public static PostgresAddress Parse(string address)
    {
        var rest = AfterScheme(address);
        var end = rest.IndexOfAny(['/', '?']);
        var (authority, tail) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        var question = tail.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (tail, "") : (tail[..question], tail[(question + 1)..]);
        // What looks like settings may be the rest of a password, which messages must not repeat.
        var isDoubtful = !authority.Contains('@', StringComparison.Ordinal) && query.Contains('@', StringComparison.Ordinal);
        if (path.Contains('@', StringComparison.Ordinal) || (isDoubtful && query.Split('=')[0].Contains('@', StringComparison.Ordinal)))
            throw EndsEarly();
        var settings = new PostgresSettings(new NpgsqlConnectionStringBuilder
        {
            Database = Decode(path.TrimStart('/')),
            Timeout = 5,
            CommandTimeout = 30,
            KeepAlive = 15,
        });
        var at = authority.LastIndexOf('@');
        if (at >= 0)
            SetLogin(settings.Builder, authority[..at]);
        SetHosts(settings, authority[(at + 1)..]);
        try
        {
            foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
                Set(settings, pair);
        }
        catch (ProblemException) when (isDoubtful)
        {
            throw EndsEarly();
        }

        return settings.Finish(DefaultSocketFolder, DefaultPort);
    }

    /// <summary>Checks that the files that an address names can be read.</summary>
    /// <exception cref="ProblemException">A file cannot be read.</exception>
    public void CheckFiles()
    {
        var builder = new NpgsqlConnectionStringBuilder(Connection);
        foreach (var (setting, path) in new[] { ("sslrootcert", builder.RootCertificate), ("sslcert", builder.SslCertificate), ("sslkey", builder.SslKey) })
        {
            try
            {
                if (path is not null)
                    File.OpenHandle(path).Dispose();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Fault($"The file that '{setting}' names cannot be read.", "Check that the file is there, and that the user of the server may read it.");
            }
        }
    }

    /// <summary>Returns the problem of an unusable address.</summary>
    internal static ProblemException Fault(string message, string? remedy = null) =>
        new(remedy is null ? ServiceProblems.DatabaseAddress.At("--database", message) : ServiceProblems.DatabaseAddress.At("--database", message, remedy));

    private static ProblemException EndsEarly() =>
        Fault("A character of the user, the password or the name ends that part of the address too early: there is an @ behind the first / or ?.", Encoding);

    private static string AfterScheme(string address)
    {
        foreach (var scheme in new[] { "postgres://", "postgresql://" })
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return address[scheme.Length..];
        }

        throw address switch
        {
            _ when address.StartsWith("jdbc:", StringComparison.OrdinalIgnoreCase) => Fault(Form, "Leave out jdbc: and write user and password before the host: postgres://user:password@host:5432/name."),
            _ when address.StartsWith("sqlite", StringComparison.OrdinalIgnoreCase) || address.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || address is ['/', ..] or ['.', ..] =>
                Fault("SQLite's file has no address.", "Leave out --database and $SLIPWAY_DATABASE; name the folder of the file slipway.db with --data."),
            _ when address.Contains('=', StringComparison.Ordinal) && !address.Contains("://", StringComparison.Ordinal) =>
                Fault("The address is a list of settings.", "Write it as postgres://user:password@host:5432/name?setting=value."),
            _ => Fault(Form),
        };
    }

    private static void SetLogin(NpgsqlConnectionStringBuilder builder, string text)
    {
        var parts = text.Split(':', 2);
        if (parts[0].Length > 0)
            builder.Username = Decode(parts[0]);
        if (parts.Length > 1 && parts[1].Length > 0)
            builder.Password = Decode(parts[1]);
    }

    private static void SetHosts(PostgresSettings settings, string text)
    {
        if (text.Length == 0)
            return;
        foreach (var host in text.Split(','))
        {
            var colon = host.LastIndexOf(':');
            if (colon < host.IndexOf(']', StringComparison.Ordinal))
                colon = -1;
            var (name, port) = colon < 0 ? (host, "") : (host[..colon], host[(colon + 1)..]);
            if (port.Length > 0 && !IsPort(port))
                throw Fault("The text after the host's colon is not a port.", $"Write it as postgres://user:password@host:5432/name. {Encoding}");
            settings.AddHost(Decode(name), port.Length > 0 ? int.Parse(port, CultureInfo.InvariantCulture) : null);
        }
    }

    private static void Set(PostgresSettings settings, string pair)
    {
        var parts = pair.Split('=', 2);
        var (name, value) = (Decode(parts[0]), Decode(parts.Length > 1 ? parts[1] : ""));
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ' '))
            throw Fault("A setting after the ? has an unknown name.", $"Settings are {PostgresSettings.Names}. {Encoding}");
        settings.Set(name, value);
    }

    internal static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0;

    // A % without two digits would be taken literally, and the password would differ from the intended one.
    private static string Decode(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                throw Fault("There is a % that is not followed by two hexadecimal digits.", Encoding);
        }

        return Uri.UnescapeDataString(text);
    }
}
