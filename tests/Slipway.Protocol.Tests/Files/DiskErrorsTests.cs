using Slipway.Protocol.Files;

namespace Slipway.Protocol.Tests.Files;

public sealed class DiskErrorsTests
{
    [Fact]
    public void A_full_disk_is_known_by_what_the_runtime_throws()
    {
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Assert.True(DiskErrors.IsFull(Assert.ThrowsAny<IOException>(() => full.Write([1]))));
    }

    [Theory]
    [InlineData(28, true, false, false)]
    [InlineData(122, true, false, false)]
    [InlineData(30, false, true, false)]
    [InlineData(27, false, false, true)]
    [InlineData(5, false, false, false)]
    public void Errors_are_told_apart_by_their_numbers(int number, bool full, bool readOnly, bool tooLarge)
    {
        var failure = new IOException("", number);
        Assert.Equal((full, readOnly, tooLarge), (DiskErrors.IsFull(failure), DiskErrors.IsReadOnly(failure), DiskErrors.IsTooLarge(failure)));
    }

    [Fact]
    public void Other_exceptions_say_nothing_of_the_disk() => Assert.False(DiskErrors.IsFull(new InvalidOperationException { HResult = 28 }));
}
