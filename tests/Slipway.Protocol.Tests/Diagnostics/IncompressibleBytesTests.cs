using System.Security.Cryptography;
using Slipway.Protocol.Diagnostics;

namespace Slipway.Protocol.Tests.Diagnostics;

public sealed class IncompressibleBytesTests
{
    // head -c N /dev/zero | openssl enc -aes-128-ctr -K 0 -iv 0 | sha256sum
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111")]
    [InlineData(65536, "b8cc440efb1157d3d652e35472c75367afee67389cee2bd950b1ad849e5c1545")]
    [InlineData(1000000, "852664fc0fbfb9fcc624a6a88cb4a3952b629ae6ce1ed8df09b94626ecf9b8fe")]
    public void They_are_those_that_openssl_makes(int length, string sha256) => Assert.Equal(sha256, Convert.ToHexStringLower(IncompressibleBytes.Sha256(length)));

    [Fact]
    public void Parts_differ()
    {
        using var bytes = new IncompressibleBytes();
        var parts = new[] { new byte[IncompressibleBytes.PartLength], new byte[IncompressibleBytes.PartLength] };
        bytes.Fill(0, parts[0]);
        bytes.Fill(1, parts[1]);
        Assert.NotEqual(parts[0], parts[1]);
        Assert.Equal(SHA256.HashData([.. parts[0], .. parts[1]]), IncompressibleBytes.Sha256(2 * IncompressibleBytes.PartLength));
    }
}
