namespace Slipway.Protocol.Client;

/// <summary>A client of a service.</summary>
public sealed class SlipwayClient : IDisposable
{
    private readonly ServiceConnection _connection;
    private readonly Retries _retries;

    /// <summary>Creates a client; it sends nothing yet.</summary>
    /// <param name="connection">Connection to the service; disposed together with the client.</param>
    /// <param name="retries">Retries calls after failures that pass.</param>
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

    /// <summary>Calls that launch builds.</summary>
    public Launcher Launcher { get; }

    /// <summary>Calls about existing builds.</summary>
    public BuildCalls Builds { get; }

    /// <summary>Calls about credentials in the vault.</summary>
    public CredentialCalls Credentials { get; }

    /// <summary>Calls that log in and out.</summary>
    public SessionCalls Sessions { get; }

    /// <summary>Downloads of artifacts.</summary>
    public ArtifactDownloads Downloads { get; }

    /// <summary>Follows builds until they end.</summary>
    public BuildFollower Follow() => new(_connection, _retries);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
