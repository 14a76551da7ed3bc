using Slipway.Diagnosis.Service;

namespace Slipway.Diagnosis.Tests.Service;

public sealed class IncompressibleContentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_001)]
    public async Task It_sends_as_many_bytes_as_it_announces_and_counts_them(int length)
    {
        using var content = new IncompressibleContent(length);
        Assert.Equal(length, content.Headers.ContentLength);
        Assert.Equal(0, content.Sent);
        var sent = await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal((length, (long)length), (sent.Length, content.Sent));
    }
}
