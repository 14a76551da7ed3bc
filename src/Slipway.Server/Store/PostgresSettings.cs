using System.Globalization;
using Npgsql;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>Converts the settings of a connection from libpq's names to Npgsql's.</summary>
/// <param name="builder">The connection string to fill.</param>
internal sealed class PostgresSettings(NpgsqlConnectionStringBuilder builder)
{
    /// <summary>The known settings, for messages.</summary>
    public const string Names =
        "user, password, host, port, dbname, sslmode, sslrootcert, sslcert, sslkey, sslpassword, sslnegotiation, channel_binding, require_auth, target_session_attrs, load_balance_hosts, "
        + "connect_timeout, application_name, options, passfile, keepalives, keepalives_idle, keepalives_interval, gssencmode, krbsrvname, client_encoding, and those of Npgsql such as maxpoolsize and commandtimeout";

    // Ignored settings: they tune what this driver does not have, or request what it always does.
    private static readonly HashSet<string> WithoutEffect = new(StringComparer.OrdinalIgnoreCase)
    {
        "keepalives_count", "tcp_user_timeout", "fallback_application_name", "sslcompression", "sslsni", "pgbouncer", "gsslib", "gssdelegation",
    };

    // Settings of Npgsql that are refused: they would log secrets or change the meaning of the service's SQL.
    private static readonly HashSet<string> Withheld = new(StringComparer.OrdinalIgnoreCase)
    {
        "persistsecurityinfo", "logparameters", "includeerrordetail", "includefailedbatchedcommand", "enlist", "multiplexing", "replicationmode", "servercompatibilitymode", "arraynullabilitymode", "targetsessionattributes", "host", "port",
    };

    private readonly List<(string Name, int? Port)> _hosts = [];
    private string? _hostSetting;
    private string? _portSetting;

    /// <summary>What they become.</summary>
    public NpgsqlConnectionStringBuilder Builder => builder;

    /// <summary>Adds a host of the address.</summary>
    public void AddHost(string name, int? port) => _hosts.Add((name, port));

    /// <summary>Applies a setting.</summary>
    /// <exception cref="ProblemException">The setting or its value is unknown.</exception>
    public void Set(string name, string value)
    {
        if (WithoutEffect.Contains(name))
            return;
        try
        {
            Apply(name, value);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw Unfit(name);
        }
    }

    /// <summary>Returns the resulting address. A host in a setting overrides one in the address, as in libpq.</summary>
    public PostgresAddress Finish(string defaultHost, int defaultPort)
    {
        var hosts = _hostSetting is null ? _hosts : [.. _hostSetting.Split(',').Select(name => (name, (int?)null))];
        if (hosts.Count == 0)
            hosts = [(defaultHost, null)];
        var ports = _portSetting?.Split(',') ?? [];
        if (!Array.TrueForAll(ports, PostgresAddress.IsPort) || (ports.Length > 1 && ports.Length != hosts.Count))
            throw Unfit("port");
        var numbers = hosts.Select((host, i) => ports.Length > 0 ? int.Parse(ports[ports.Length == 1 ? 0 : i], CultureInfo.InvariantCulture) : host.Port ?? defaultPort).ToList();
        var names = hosts.Select(host => host.Name.Length > 0 ? host.Name : defaultHost).ToList();
        (builder.Host, builder.Port) = names.Count == 1 ? (names[0].Trim('[', ']'), numbers[0]) : (string.Join(',', names.Zip(numbers, WithPort)), defaultPort);
        return new PostgresAddress(builder.ToString(), names.Count > 1);
    }

    private void Apply(string name, string value)
    {
        switch (name.ToLowerInvariant())
        {
            case "host" or "hostaddr":
                _hostSetting = value;
                break;
            case "port":
                _portSetting = value;
                break;
            case "user":
                builder.Username = value;
                break;
            case "password":
                builder.Password = value;
                break;
            case "dbname":
                builder.Database = value;
                break;
            case "application_name":
                builder.ApplicationName = value;
                break;
            case "connect_timeout":
                // As in libpq, zero means no timeout; Npgsql accepts up to 1024 seconds.
                builder.Timeout = Math.Min(Number(value), 1024);
                break;
            case "keepalives":
                builder.TcpKeepAlive = Number(value) != 0;
                break;
            case "keepalives_idle":
                builder.TcpKeepAliveTime = Number(value);
                break;
            case "keepalives_interval":
                builder.TcpKeepAliveInterval = Number(value);
                break;
            case "client_encoding":
                if (!value.Equals("auto", StringComparison.OrdinalIgnoreCase) && value.ToUpperInvariant() is not ("UTF8" or "UTF-8" or "UNICODE"))
                    throw new FormatException();
                break;
            case "target_session_attrs":
                if (value is not ("any" or "read-write" or "primary"))
                    throw PostgresAddress.Fault("target_session_attrs asks for a database that is read-only.", "The service writes: leave it out, or set read-write or primary.");
                break;
            case "load_balance_hosts":
                builder.LoadBalanceHosts = value switch { "disable" => false, "random" => true, _ => throw new FormatException() };
                break;
            case "krbsrvname":
                builder.KerberosServiceName = value;
                break;
            case "sslmode" or "ssl" or "sslrootcert" or "sslcert" or "sslkey" or "sslpassword" or "sslnegotiation" or "channel_binding" or "gssencmode" or "require_auth":
                ApplySecurity(name.ToLowerInvariant(), value);
                break;
            default:
                ApplyOther(name, value);
                break;
        }
    }

    private void ApplySecurity(string name, string value)
    {
        switch (name)
        {
            case "sslmode":
                builder.SslMode = Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode) && !char.IsAsciiDigit(value[0]) ? mode : throw new FormatException();
                break;
            case "ssl":
                builder.SslMode = value switch { "true" or "1" => SslMode.Require, "false" or "0" => SslMode.Disable, _ => throw new FormatException() };
                break;
            case "sslrootcert" when value == "system":
                // As in libpq: the certificate authorities of the machine, which are only safe if the host name is verified, too.
                builder.SslMode = SslMode.VerifyFull;
                break;
            case "sslrootcert":
                builder.RootCertificate = value;
                break;
            case "sslcert":
                builder.SslCertificate = value;
                break;
            case "sslkey":
                builder.SslKey = value;
                break;
            case "sslpassword":
                builder.SslPassword = value;
                break;
            case "require_auth":
                builder.RequireAuth = value;
                break;
            case "sslnegotiation":
                builder.SslNegotiation = value switch { "postgres" => SslNegotiation.Postgres, "direct" => SslNegotiation.Direct, _ => throw new FormatException() };
                break;
            case "channel_binding":
                builder.ChannelBinding = value switch { "disable" => ChannelBinding.Disable, "prefer" => ChannelBinding.Prefer, "require" => ChannelBinding.Require, _ => throw new FormatException() };
                break;
            default:
                builder.GssEncryptionMode = value switch { "disable" => GssEncryptionMode.Disable, "prefer" => GssEncryptionMode.Prefer, "require" => GssEncryptionMode.Require, _ => throw new FormatException() };
                break;
        }
    }

    private void ApplyOther(string name, string value)
    {
        if (Withheld.Contains(name.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)) || !builder.ContainsKey(name))
            throw PostgresAddress.Fault($"'{name}' is not a setting of a connection to PostgreSQL.", $"Settings are {Names}.");
        builder[name] = value;
    }

    private static string WithPort(string name, int port) => name switch
    {
        ['/', ..] => name,
        ['[', ..] => $"{name}:{port}",
        _ when name.Contains(':', StringComparison.Ordinal) => $"[{name}]:{port}",
        _ => $"{name}:{port}",
    };

    private static int Number(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static ProblemException Unfit(string name) => PostgresAddress.Fault($"The value of the setting '{name}' is not valid.", $"Write it as PostgreSQL's documentation of libpq says. Settings are {Names}.");
}
