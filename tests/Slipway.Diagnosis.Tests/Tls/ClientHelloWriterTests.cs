using System.Diagnostics;
using System.Net.Sockets;
using Slipway.Diagnosis.Tls;
using Slipway.Gateway.Requests;

namespace Slipway.Diagnosis.Tests.Tls;

public sealed class ClientHelloWriterTests
{
    private const string Name = "builder.example.com";
    private const byte Handshake = 22;
    private const byte Alert = 21;

    [Fact]
    public void Openssl_goes_on_with_what_is_written_by_hand()
    {
        using var folder = new TemporaryFolder();
        ExternalTool.RunWell("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=" + Name, "-keyout", folder["key.pem"], "-out", folder["certificate.pem"]);
        using var server = StartedProcess.Start(
            new ProcessStartInfo("openssl", ["s_server", "-accept", "127.0.0.1:0", "-cert", folder["certificate.pem"], "-key", folder["key.pem"]]) { RedirectStandardInput = true, UseShellExecute = false });
        var port = int.Parse(server.Line("ACCEPT").Split(':')[^1]);
        var large = ClientHelloWriter.Write(Name, ClientHelloWriter.LargeLength);
        Assert.Equal(ClientHelloWriter.LargeLength, large.Length);
        Assert.All([ClientHelloWriter.Write(Name), ClientHelloWriter.Write(null), large, ClientHelloWriter.Split(large, 1200)], hello => Assert.Equal(Handshake, FirstAnswered(port, hello)));
        // What is damaged is not taken.
        large[60] ^= 0xff;
        large[150] ^= 0xff;
        Array.Clear(large, 76, 40);
        Assert.Equal(Alert, FirstAnswered(port, large));
    }

    [Fact]
    public void A_large_hello_is_like_that_of_a_browser_with_the_name_behind_the_first_packet()
    {
        const int FirstPacket = 1460;
        foreach (var name in new[] { "a.de", Name, string.Join('.', Enumerable.Repeat(new string('a', 60), 4)) })
        {
            var hello = ClientHelloWriter.Write(name, ClientHelloWriter.LargeLength);
            Assert.InRange(hello.Length, 1921, 2065);
            Assert.True(hello.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name)) > FirstPacket, name);
        }
    }

    [Theory]
    [InlineData(Name)]
    [InlineData(null)]
    public void The_name_is_where_a_filter_looks_for_it(string? name)
    {
        var reader = new ClientHelloReader();
        Assert.Equal(HelloStatus.Complete, reader.Read(ClientHelloWriter.Split(ClientHelloWriter.Write(name, ClientHelloWriter.LargeLength), 700)));
        Assert.Equal((name, "h2 http/1.1"), (reader.Hello!.ServerName, string.Join(' ', reader.Hello.Protocols)));
    }

    private static int FirstAnswered(int port, byte[] hello)
    {
        using var client = new TcpClient("127.0.0.1", port);
        using var stream = client.GetStream();
        stream.Write(hello);
        return stream.ReadByte();
    }
}
