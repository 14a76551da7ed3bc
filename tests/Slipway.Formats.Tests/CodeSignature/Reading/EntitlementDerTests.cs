using Slipway.Formats.CodeSignature.Reading;

namespace Slipway.Formats.Tests.CodeSignature.Reading;

public sealed class EntitlementDerTests
{
    [Fact]
    public void The_present_layout_is_read()
    {
        var der = EntitlementDer.Read(SignatureBytes.Der);
        Assert.Equal(EntitlementDerForm.Versioned, der.Form);
        Assert.True(der.Content.Boolean("get-task-allow"));
    }

    [Fact]
    public void The_first_layout_is_recognised()
    {
        var der = EntitlementDer.Read(SignatureBytes.DerSet);
        Assert.Equal(EntitlementDerForm.Set, der.Form);
        Assert.True(der.Content.Boolean("get-task-allow"));
    }

    [Theory]
    [InlineData("7012020101B00D3005 0C0162 0101FF 3004 0C0161 0500", "not valid DER")]
    [InlineData("7015020101B0103006 0C0162 0101FF 3006 0C0161 0101FF", "not in sorted order")]
    [InlineData("7015020101B0103006 0C0161 0101FF 3006 0C0161 0101FF", "twice")]
    [InlineData("7005020102B000", "unknown version")]
    [InlineData("", "not valid DER")]
    public void What_is_not_sound_is_refused(string hex, string reason)
    {
        var der = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains(reason, Assert.Throws<MalformedInputException>(() => EntitlementDer.Read(der)).Reason, StringComparison.Ordinal);
    }
}
