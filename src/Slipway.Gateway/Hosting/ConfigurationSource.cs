using Slipway.Gateway.Configuration;

namespace Slipway.Gateway.Hosting;

/// <summary>Reads a gateway's configuration and detects changes of its files.</summary>
/// <param name="file">The file; null when everything is set on the command line.</param>
/// <param name="read">Reads the file and applies the options of the command line.</param>
public sealed class ConfigurationSource(string? file, Func<GatewayConfiguration> read)
{
    private string _stamp = "";

    /// <summary>Reads it.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">The configuration cannot be used.</exception>
    public GatewayConfiguration Read()
    {
        _stamp = Stamp([]);
        var configuration = read();
        _stamp = Stamp(configuration.Files);
        _files = [.. configuration.Files];
        return configuration;
    }

    /// <summary>Returns whether one of the files has changed since it was read.</summary>
    public bool HasChanged => _stamp != Stamp(_files);

    /// <summary>Marks the present state of the files as read, valid or not.</summary>
    public void Settle() => _stamp = Stamp(_files);

    private IReadOnlyList<string> _files = [];

    private string Stamp(IEnumerable<string> others) => string.Join('|', others.Prepend(file).OfType<string>().Select(Of));

    private static string Of(string path)
    {
        var info = new FileInfo(path);
        return info.Exists ? $"{path}:{info.Length}:{info.LastWriteTimeUtc.Ticks}" : path;
    }
}
