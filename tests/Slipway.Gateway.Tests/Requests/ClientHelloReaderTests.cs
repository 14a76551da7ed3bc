using Slipway.Gateway.Requests;

namespace Slipway.Gateway.Tests.Requests;

public sealed class ClientHelloReaderTests
{
    [Fact]
    public void Name_protocols_and_encryption_are_read()
    {
        var hello = Read(Hellos.For("builder.example.com", encrypted: true));
        Assert.NotNull(hello);
        Assert.Equal("builder.example.com", hello.ServerName);
        Assert.Equal(["h2", "http/1.1"], hello.Protocols);
        Assert.True(hello.HasEncryptedHello);
        Assert.False(Read(Hellos.For("builder.example.com"))!.HasEncryptedHello);
        Assert.Null(Read(Hellos.For(null))!.ServerName);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1400)]
    [InlineData(16 * 1024)]
    public void A_hello_is_put_together_from_records_of_any_size(int size)
    {
        var wire = Hellos.Records(Hellos.Message((21, new byte[4000]), (0, Hellos.ServerName("late.example.com"))), size);
        Assert.Equal("late.example.com", Read(wire)!.ServerName);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(536)]
    [InlineData(1400)]
    public void A_hello_is_put_together_from_segments_of_any_size(int size)
    {
        var wire = Hellos.Records(Hellos.Message((21, new byte[3000]), (0, Hellos.ServerName("late.example.com"))), 700);
        var reader = new ClientHelloReader();
        for (var length = 0; length < wire.Length; length = Math.Min(wire.Length, length + size))
            Assert.Equal(HelloStatus.Incomplete, reader.Read(wire.AsSpan(0, length)));
        Assert.Equal(HelloStatus.Complete, reader.Read(wire));
        Assert.Equal("late.example.com", reader.Hello!.ServerName);
    }

    [Fact]
    public void A_hello_may_be_as_long_as_the_limit_and_no_longer()
    {
        var fits = Hellos.Records(Hellos.Message((21, new byte[60_000]), (0, Hellos.ServerName("a.test"))));
        Assert.True(fits.Length < ClientHelloReader.MaxLength);
        Assert.NotNull(Read(fits));
        // One byte in each record: a short message that is long on the wire.
        var wide = Hellos.Records(Hellos.Message((21, new byte[12_000]), (0, Hellos.ServerName("a.test"))), 1);
        Assert.True(wide.Length > ClientHelloReader.MaxLength);
        Assert.Equal(HelloStatus.NotTls, new ClientHelloReader().Read(wide.AsSpan(0, ClientHelloReader.MaxLength + 1)));
    }

    [Fact]
    public void What_is_not_tls_is_known_by_its_first_bytes()
    {
        Assert.Equal(HelloStatus.NotTls, new ClientHelloReader().Read("G"u8));
        Assert.Equal(HelloStatus.NotTls, new ClientHelloReader().Read([0x80, 0x2e, 1]));
        Assert.Equal(HelloStatus.NotTls, new ClientHelloReader().Read([22, 2]));
        Assert.Equal(HelloStatus.Incomplete, new ClientHelloReader().Read([22, 3]));
        Assert.Equal(HelloStatus.Incomplete, new ClientHelloReader().Read([]));
    }

    [Fact]
    public void Malformed_hellos_are_not_tls()
    {
        Assert.NotNull(Read(Hellos.Records(Hellos.Message((0, Hellos.ServerName("a.test"))))));
        // The extension twice: which of the names counts?
        Assert.Null(Read(Hellos.Records(Hellos.Message((0, Hellos.ServerName("a.test")), (0, Hellos.ServerName("b.test"))))));
        // Two names in one list, an empty one, one with a zero in it, one that is cut off.
        Assert.Null(Read(Hellos.Records(Hellos.Message((0, [0, 8, 0, 0, 1, (byte)'a', 0, 0, 1, (byte)'b'])))));
        Assert.Null(Read(Hellos.Records(Hellos.Message((0, [0, 3, 0, 0, 0])))));
        Assert.Null(Read(Hellos.Records(Hellos.Message((0, Hellos.ServerName("a\0.test"))))));
        Assert.Null(Read(Hellos.Records(Hellos.Message((0, Hellos.ServerName("a.test")[..^1])))));
        // Something behind the hello, another message, an empty record, a record that is too long.
        Assert.Null(Read(Hellos.Records([.. Hellos.Message((0, Hellos.ServerName("a.test"))), 1])));
        Assert.Null(Read(Hellos.Records([2, .. Hellos.Message((0, Hellos.ServerName("a.test")))[1..]])));
        Assert.Null(Read([22, 3, 1, 0, 0, .. Hellos.For("a.test")]));
        Assert.Null(Read([22, 3, 1, 0x40, 1, .. new byte[0x4001]]));
    }

    private static ClientHello? Read(byte[] wire)
    {
        var reader = new ClientHelloReader();
        reader.Read(wire);
        return reader.Hello;
    }
}
