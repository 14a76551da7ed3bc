using Slipway.Gateway.Configuration;

namespace Slipway.Gateway.Hosting;

/// <summary>Where a gateway's configuration comes from, and whether it may have changed since it was read.</summary>
/// <param name="file">The file; null when everything was set on the command line.</param>
/// <param name="read">Reads it, with what the command line says besides.</param>
public sealed class ConfigurationSource(string? file, Func<GatewayConfiguration> read)
{
    private string _stamp = "";

    /// <summary>Reads it.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">It cannot be used.</exception>
    public GatewayConfiguration Read()
    {
        _stamp = Stamp([]);
        var configuration = read();
        _stamp = Stamp(configuration.Files);
        _files = [.. configuration.Files];
        return configuration;
    }

    /// <summary>Is one of its files another than when it was read?</summary>
    public bool HasChanged => _stamp != Stamp(_files);

    /// <summary>Takes its files as they are for read, right or wrong.</summary>
    public void Settle() => _stamp = Stamp(_files);

    private IReadOnlyList<string> _files = [];

    private string Stamp(IEnumerable<string> others) => string.Join('|', others.Prepend(file).OfType<string>().Select(Of));

    private static string Of(string path)
    {
        var info = new FileInfo(path);
        return info.Exists ? $"{path}:{info.Length}:{info.LastWriteTimeUtc.Ticks}" : path;
    }
}
