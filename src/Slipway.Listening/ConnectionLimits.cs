using System.Net;
using Slipway.Protocol.Problems;
using IPNetwork = System.Net.IPNetwork;

namespace Slipway.Listening;

/// <summary>How many connections a server keeps open.</summary>
/// <param name="Most">Connections in all.</param>
/// <param name="MostPerAddress">Connections of one network address.</param>
public sealed record ConnectionLimits(int Most, int MostPerAddress)
{
    // Each takes some kilobytes even when it is idle; who has the memory asks for more.
    private const int UsualMost = 10_000;
    private const int LeastPerAddress = 32;
    private const int AddressShare = 4;

    /// <summary>Networks of proxies: their connections are those of many, and have no limit of their own.</summary>
    public IReadOnlyList<IPNetwork> Shared { get; init; } = [];

    /// <summary>The limits that were asked for, or what the machine has room for.</summary>
    /// <param name="most">Connections in all; null for as many as there is room for, up to 10,000.</param>
    /// <param name="mostPerAddress">Connections of one address; null for a quarter of all.</param>
    /// <param name="files">The files that the process may open.</param>
    /// <param name="option">What sets the first number, as messages call it.</param>
    /// <exception cref="ProblemException">There is no room for as many.</exception>
    public static ConnectionLimits For(int? most, int? mostPerAddress, OpenFiles files, string option)
    {
        var room = files.RoomForConnections;
        if (room < OpenFiles.LeastConnections)
            throw new ProblemException(HostingProblems.OpenFiles.At("open files", $"The limit is {files.Limit}, {files.Used} are open already, and the service needs at least {files.Least}."));
        if (most > room)
            throw new ProblemException(HostingProblems.OpenFiles.At(option, $"The limit of {files.Limit} open files leaves room for {room} connections, and {most} are asked for."));
        var all = most ?? Math.Min(UsualMost, room);
        return new ConnectionLimits(all, Math.Min(all, mostPerAddress ?? Math.Max(LeastPerAddress, all / AddressShare)));
    }

    /// <summary>Is the address one of a proxy, behind which many are?</summary>
    public bool IsShared(IPAddress address) => Shared.Any(network => network.Contains(address));
}
