namespace Slipway.Protocol.Client;

/// <summary>A client of a service.</summary>
public sealed class SlipwayClient : IDisposable
{
    private readonly ServiceConnection _connection;
    private readonly RetryPolicy _retries;

    /// <summary>Creates a client; it sends nothing yet.</summary>
    /// <param name="connection">Connection to the service; disposed together with the client.</param>
    /// <param name="retries">Retries calls after failures that pass.</param>
    public SlipwayClient(ServiceConnection connection, RetryPolicy retries)
    {
        _connection = connection;
        _retries = retries;
        Launcher = new LaunchUploader(connection, retries);
        Builds = new BuildApi(connection);
        Credentials = new CredentialApi(connection);
        Sessions = new SessionApi(connection);
        Downloads = new ArtifactDownloads(connection, retries);
    }

    /// <summary>Address of the service.</summary>
    public Uri Service => _connection.Service;

    /// <summary>Calls that launch builds.</summary>
    public LaunchUploader Launcher { get; }

    /// <summary>Calls about existing builds.</summary>
    public BuildApi Builds { get; }

    /// <summary>Calls about credentials in the vault.</summary>
    public CredentialApi Credentials { get; }

    /// <summary>Calls that log in and out.</summary>
    public SessionApi Sessions { get; }

    /// <summary>Downloads of artifacts.</summary>
    public ArtifactDownloads Downloads { get; }

    /// <summary>Follows builds until they end.</summary>
    public BuildFollower Follow() => new(_connection, _retries);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
