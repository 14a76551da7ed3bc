using System.Net;
using Slipway.Protocol.Problems;
using IPNetwork = System.Net.IPNetwork;

namespace Slipway.Listening;

/// <summary>Limits on the connections that a server keeps open.</summary>
/// <param name="Most">Connections in all.</param>
/// <param name="MostPerAddress">Connections from one network address.</param>
public sealed record ConnectionLimits(int Most, int MostPerAddress)
{
    // An idle connection takes some kilobytes. An operator whose machine has the memory can set a higher limit.
    private const int UsualMost = 10_000;
    private const int LeastPerAddress = 32;
    private const int AddressShare = 4;

    /// <summary>Networks of proxies. A proxy carries the connections of many clients, so the limit for one address does not apply to it.</summary>
    public IReadOnlyList<IPNetwork> Shared { get; init; } = [];

    /// <summary>Returns the requested limits, or limits that fit the number of files that the process may open.</summary>
    /// <param name="most">Connections in all; null for as many as fit, up to 10,000.</param>
    /// <param name="mostPerAddress">Connections from one address; null for a quarter of all.</param>
    /// <param name="files">The files that the process may open.</param>
    /// <param name="option">The option that sets <paramref name="most"/>, as messages name it.</param>
    /// <exception cref="ProblemException">The limit of open files is too low for these connections.</exception>
    public static ConnectionLimits For(int? most, int? mostPerAddress, OpenFileLimit files, string option)
    {
        var room = files.RoomForConnections;
        if (room < OpenFileLimit.LeastConnections)
        {
            throw new ProblemException(HostingProblems.OpenFiles.At("open files",
                $"At most {files.Limit} files may be open, {files.Used} are open already, and a limit of at least {files.Least} is needed."));
        }
        if (most > room)
        {
            throw new ProblemException(HostingProblems.OpenFiles.At(option,
                $"The limit of {files.Limit} open files leaves room for {room} connections, and {most} are asked for."));
        }
        var all = most ?? Math.Min(UsualMost, room);
        return new ConnectionLimits(all, Math.Min(all, mostPerAddress ?? Math.Max(LeastPerAddress, all / AddressShare)));
    }

    /// <summary>Returns whether the address is that of a proxy, which carries many clients.</summary>
    public bool IsShared(IPAddress address) => Shared.Any(network => network.Contains(address));
}
