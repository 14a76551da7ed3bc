using Slipway.Protocol.Problems;
using Slipway.Server.Blobs.S3;

namespace Slipway.Server.Tests.Blobs.S3;

public sealed class S3AddressTests
{
    [Fact]
    public void An_address_names_bucket_endpoint_and_region()
    {
        Assert.Equal(new S3Address("slipway", new Uri("https://store.example:9000"), "eu-west-1"), S3Address.Parse("s3://slipway?endpoint=https://store.example:9000&region=eu-west-1"));
        Assert.Equal(new S3Address("slipway", null, "us-east-1"), S3Address.Parse("s3://slipway"));
    }

    [Theory]
    [InlineData("http://slipway")]
    [InlineData("s3://")]
    [InlineData("s3://slipway/folder")]
    [InlineData("s3://key:secret@slipway")]
    [InlineData("s3://slipway?endpoint=ftp://x")]
    [InlineData("s3://slipway?endpoint=nonsense")]
    [InlineData("s3://slipway?colour=blue")]
    [InlineData("s3://slipway?region=")]
    public void An_address_of_another_form_is_refused(string address) =>
        Assert.Equal("SLW-SRV-40011", Assert.Throws<ProblemException>(() => S3Address.Parse(address)).Problems[0].Code);
}
