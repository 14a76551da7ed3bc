using System.Net;

namespace Slipway.Gateway.Names;

/// <summary>A hosts file: lines of an address and the names that lead to it (hosts(5)). It is read again when it has changed.</summary>
/// <param name="path">Where it is.</param>
public sealed class HostsFile(string path)
{
    private Content _content = new("", new Dictionary<string, IPAddress[]>(StringComparer.OrdinalIgnoreCase));

    /// <summary>The file of this machine.</summary>
    public static HostsFile System { get; } = new(OperatingSystem.IsWindows() ? Path.Combine(Environment.SystemDirectory, "drivers", "etc", "hosts") : "/etc/hosts");

    /// <summary>The addresses of a name, in the order of the file; empty when it has none.</summary>
    public IReadOnlyList<IPAddress> Find(string name) => Current().Names.GetValueOrDefault(name) ?? [];

    private Content Current()
    {
        try
        {
            var file = new FileInfo(path);
            var stamp = file.Exists ? $"{file.Length}:{file.LastWriteTimeUtc.Ticks}" : "";
            if (stamp != _content.Stamp)
                _content = new Content(stamp, stamp.Length == 0 ? [] : Read());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As the system's own resolver does, the name servers are asked.
        }

        return _content;
    }

    private Dictionary<string, IPAddress[]> Read() => File.ReadLines(path)
        .Select(line => line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 1)
        .SelectMany(words => words.Skip(1).Select(name => (Name: name, Address: IPAddress.TryParse(words[0], out var address) ? address : null)))
        .Where(entry => entry.Address is not null)
        .GroupBy(entry => entry.Name, entry => entry.Address!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.OrdinalIgnoreCase);

    private sealed record Content(string Stamp, Dictionary<string, IPAddress[]> Names);
}
