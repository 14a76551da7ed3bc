using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Slipway.Diagnosis.Names;

/// <summary>Asks a name server directly, without the hosts file and the caches of this machine.</summary>
/// <param name="address">The address of the name server.</param>
/// <param name="port">Its port.</param>
internal sealed class NameServer(IPAddress address, int port = 53)
{
    private const int LargestDatagram = 4096;
    private const int Attempts = 2;

    /// <summary>The configured name servers of this machine.</summary>
    public static IReadOnlyList<IPAddress> Configured() =>
        [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().DnsAddresses).Where(a => !a.IsIPv6SiteLocal).Distinct()];

    /// <summary>Asks for the addresses of a name.</summary>
    public async Task<NameAnswer> AskAsync(string name, TimeSpan patience, CancellationToken cancellation)
    {
        var parts = await Task.WhenAll(AskAsync(name, DnsMessage.A, patience, cancellation), AskAsync(name, DnsMessage.Aaaa, patience, cancellation));
        var (code, aliases, _) = parts.FirstOrDefault(p => p.Addresses.Count > 0, parts[0]);
        return new NameAnswer(address, code, aliases, [.. parts.SelectMany(p => p.Addresses)]);
    }

    private async Task<(string Code, List<string> Aliases, List<IPAddress> Addresses)> AskAsync(string name, ushort type, TimeSpan patience,
        CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(patience / Attempts);
            try
            {
                var question = DnsMessage.Ask(BinaryPrimitives.ReadUInt16BigEndian(RandomNumberGenerator.GetBytes(2)), name, type);
                var answer = await DatagramAsync(question, limit.Token);
                if (DnsMessage.IsCut(answer))
                    answer = await StreamAsync(question, limit.Token);
                return DnsMessage.Read(answer, question.Length) ?? ("damaged", [], []);
            }
            catch (SocketException e)
            {
                return (e.SocketErrorCode == SocketError.ConnectionRefused ? "nobody listens" : "unreachable", [], []);
            }
            catch (IOException)
            {
                return ("broken off", [], []);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // A datagram may be lost, so the question is sent twice.
                if (attempt == Attempts)
                    return ("silent", [], []);
            }
        }
    }

    private async Task<byte[]> DatagramAsync(byte[] question, CancellationToken cancellation)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
        await socket.SendAsync(question, cancellation);
        var buffer = new byte[LargestDatagram];
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer, cancellation);
            if (DnsMessage.Answers(buffer.AsSpan(0, count), question))
                return buffer[..count];
        }
    }

    private async Task<byte[]> StreamAsync(byte[] question, CancellationToken cancellation)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
        await using var stream = new NetworkStream(socket);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)question.Length);
        await stream.WriteAsync((byte[])[.. length, .. question], cancellation);
        await stream.ReadExactlyAsync(length, cancellation);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(answer, cancellation);
        return DnsMessage.Answers(answer, question) ? answer : throw new IOException("The answer is not for the question.");
    }
}

/// <summary>The answer of a name server for a name.</summary>
/// <param name="Server">The name server.</param>
/// <param name="Code">The response code of RFC 1035, section 4.1.1, as a word; <c>silent</c> when there was no answer.</param>
/// <param name="Aliases">The chain of aliases, in order.</param>
/// <param name="Addresses">The addresses of both families.</param>
internal sealed record NameAnswer(IPAddress Server, string Code, IReadOnlyList<string> Aliases, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>Whether the server answered.</summary>
    public bool Answered => Code is "NOERROR" or "NXDOMAIN";

    /// <inheritdoc/>
    public override string ToString() =>
        Addresses.Count > 0
            ? string.Join(' ', Aliases.Select(a => "-> " + a).Concat(Addresses.Select(a => a.ToString())))
            : Code == "NOERROR" ? "no address" : Code;
}
