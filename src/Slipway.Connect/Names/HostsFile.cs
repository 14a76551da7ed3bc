using System.Net;

namespace Slipway.Connect.Names;

/// <summary>Reads a hosts file: lines of an address and its names (hosts(5)). It is read again when it has changed.</summary>
/// <param name="path">The path of the file.</param>
public sealed class HostsFile(string path)
{
    private Content _content = new("", new Dictionary<string, IPAddress[]>(StringComparer.OrdinalIgnoreCase));

    /// <summary>The hosts file of this machine.</summary>
    public static HostsFile System { get; } = new(OperatingSystem.IsWindows()
        ? Path.Combine(Environment.SystemDirectory, "drivers", "etc", "hosts")
        : "/etc/hosts");

    /// <summary>Returns the addresses of a name in the order of the file; none when the file does not contain the name.</summary>
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
            // When the file cannot be read, the name servers are asked, as the system's resolver does.
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
