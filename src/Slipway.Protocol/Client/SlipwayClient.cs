namespace Slipway.Protocol.Client;

/// <summary>All that can be asked of a service.</summary>
public sealed class SlipwayClient : IDisposable
{
    private readonly ServiceConnection _connection;
    private readonly Retries _retries;

    /// <summary>Prepares to ask; nothing is sent yet.</summary>
    /// <param name="connection">The service; closed together with this.</param>
    /// <param name="retries">Tries again what failed for reasons that pass.</param>
    public SlipwayClient(ServiceConnection connection, Retries retries)
    {
        _connection = connection;
        _retries = retries;
        Launcher = new Launcher(connection, retries);
        Builds = new BuildCalls(connection);
        Credentials = new CredentialCalls(connection);
        Sessions = new SessionCalls(connection);
        Downloads = new ArtifactDownloads(connection, retries);
    }

    /// <summary>Address of the service.</summary>
    public Uri Server => _connection.Server;

    /// <summary>Starts builds.</summary>
    public Launcher Launcher { get; }

    /// <summary>Builds that are there.</summary>
    public BuildCalls Builds { get; }

    /// <summary>Keys and profiles in the vault.</summary>
    public CredentialCalls Credentials { get; }

    /// <summary>Logging in and out.</summary>
    public SessionCalls Sessions { get; }

    /// <summary>What they made.</summary>
    public ArtifactDownloads Downloads { get; }

    /// <summary>Follows builds to their ends.</summary>
    public BuildFollower Follow() => new(_connection, _retries);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
