using Slipway.Formats.Dex;
using Slipway.Formats.Tests.Dex.Writing;

namespace Slipway.Formats.Tests.Dex;

public sealed class DexSummaryTests
{
    [Fact]
    public void The_counts_are_those_of_the_file()
    {
        var dex = DexWriter.Write(MethodSample.File(37, [MethodSample.ReturnVoid], []));
        Assert.Equal(new DexSummary(37, 1, 1, 0, 3, 4), DexSummary.Read(dex));
    }

    [Fact]
    public void A_changed_byte_is_refused()
    {
        var dex = DexWriter.Write(MethodSample.File(MethodSample.ReturnVoid));
        dex[^1] ^= 1;
        Assert.Throws<MalformedInputException>(() => DexSummary.Read(dex));
    }
}
