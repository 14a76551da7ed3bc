using System.Text;
using CsCheck;
using Slipway.Connect.Messages;
using Slipway.Gateway.Requests;

namespace Slipway.Gateway.Tests.Requests;

/// <summary>Whatever comes, in whatever pieces, readers neither throw nor change their minds.</summary>
public sealed class ReaderFuzzTests
{
    private const int Inputs = 20_000;

    private static readonly byte[][] Heads =
    [
        .. new[]
        {
            "CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test:443\r\nProxy-Connection: Keep-Alive\r\n\r\n",
            "POST http://allowed.test:80/a?b HTTP/1.1\r\nHost: allowed.test\r\nContent-Length: 10\r\nConnection: close, x\r\n\r\n",
            "GET http://[2001:db8::1]/ HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    private static readonly byte[][] ClientHellos =
    [
        Hellos.For("allowed.test"), Hellos.For("allowed.test", padding: 700, encrypted: true), Hellos.Records(Hellos.Message((0, Hellos.ServerName("allowed.test"))), 20),
    ];

    [Fact]
    public void Requests() => Mutations(Heads).Sample(
        wire =>
        {
            var status = RequestHead.Read(wire, out var head, out var length);
            Assert.Equal(status == HeadStatus.Complete, head is not null);
            if (head is null)
                return;
            // No part of a head is a head, what follows does not matter, and passed on it is one that a strict reader takes.
            Assert.Equal(HeadStatus.Incomplete, RequestHead.Read(wire.AsSpan(0, length - 1), out _, out _));
            Assert.Equal(HeadStatus.Complete, RequestHead.Read([.. wire, .. "\r\n\0"u8], out _, out var again));
            Assert.Equal(length, again);
            Assert.DoesNotContain('\0', head.Destination.ToString());
            Assert.Equal(1, Encoding.Latin1.GetString(Forwarding.Request(head, "")).Split("\r\nHost:").Length - 1);
        },
        iter: Inputs, threads: 1);

    [Fact]
    public void Hellos_in_one_piece_and_byte_by_byte() => Mutations(ClientHellos).Sample(
        wire =>
        {
            var whole = new ClientHelloReader();
            var status = whole.Read(wire);
            Assert.Equal(status == HelloStatus.Complete, whole.Hello is not null);
            var pieces = new ClientHelloReader();
            var piecemeal = HelloStatus.Incomplete;
            for (var i = 0; i <= wire.Length && piecemeal == HelloStatus.Incomplete; i += 13)
                piecemeal = pieces.Read(wire.AsSpan(0, i));
            if (piecemeal == HelloStatus.Incomplete)
                piecemeal = pieces.Read(wire);
            Assert.Equal(status, piecemeal);
            Assert.Equal(whole.Hello?.ServerName, pieces.Hello?.ServerName);
        },
        iter: Inputs, threads: 1);

    [Fact]
    public void Chunks() => Mutations(["4\r\nwiki\r\n5;x=y\r\npedia\r\n0\r\nA: b\r\n\r\n"u8.ToArray()]).Sample(
        wire =>
        {
            var whole = BodyFraming.Chunked();
            var taken = whole.Take(wire);
            var pieces = BodyFraming.Chunked();
            Assert.Equal(taken, wire.Sum(b => pieces.Take([b])));
            Assert.Equal((whole.IsComplete, whole.IsInvalid), (pieces.IsComplete, pieces.IsInvalid));
        },
        iter: Inputs, threads: 1);

    // One to four changes: a byte, a bit, a cut, a repetition, something that readers trip over.
    private static Gen<byte[]> Mutations(byte[][] seeds)
    {
        var spice = new[] { "\r", "\n", "\r\n", " ", "\t", ":", "\0", "[", "]", "@", "%", "\r\n ", "Content-Length: 1\r\n", "Host: b\r\n" }.Select(Encoding.ASCII.GetBytes).ToArray();
        var change = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 100_000], Gen.Byte, Gen.Int[0, spice.Length - 1]);
        return Gen.Select(Gen.Int[0, seeds.Length - 1], change.Array[1, 4], (seed, changes) => changes.Aggregate(seeds[seed], (wire, c) => Change(wire, c.Item1, c.Item2, c.Item3, spice[c.Item4])));
    }

    private static byte[] Change(byte[] wire, int kind, int place, byte value, byte[] spice)
    {
        var at = place % (wire.Length + 1);
        return kind switch
        {
            0 => [.. wire[..at], value, .. wire[Math.Min(at + 1, wire.Length)..]],
            1 => [.. wire[..at], .. wire[at..].Take(1).Select(b => (byte)(b ^ (1 << (value % 8)))), .. wire[Math.Min(at + 1, wire.Length)..]],
            2 => wire[..at],
            3 => [.. wire[..at], .. wire[(at / 2)..at], .. wire[at..]],
            _ => [.. wire[..at], .. spice, .. wire[at..]],
        };
    }
}
