using System.Text;

namespace Slipway.Deploy.Tests;

public sealed class InstallPageTests
{
    [Theory]
    [InlineData(true, true, true, "iPhones and iPads registered for this app")]
    [InlineData(true, false, true, "iPhones registered for this app")]
    [InlineData(false, true, false, "iPads of the organisation")]
    public void The_page_tells_which_devices_can_install(bool phones, bool pads, bool listed, string text) => Assert.Contains(
        $"<dd>{text}</dd>", Write(SampleApp.App with { ForPhones = phones, ForPads = pads, ForListedDevices = listed }), StringComparison.Ordinal);

    [Fact]
    public void Texts_of_the_app_stay_texts()
    {
        var page = Write(SampleApp.App with { Name = "<b>&\"Notes", VersionName = "<i>", BundleVersion = "<u>", MinimumOs = "<s>", Id = "<q>" });
        Assert.Contains("<h1>&lt;b&gt;&amp;&quot;Notes</h1>", page, StringComparison.Ordinal);
        Assert.All(new[] { "<b>", "<i>", "<u>", "<s>", "<q>" }, tag => Assert.DoesNotContain(tag, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "1 KB")]
    [InlineData(999_999, "999 KB")]
    [InlineData(1_234_567, "1.2 MB")]
    public void The_size_is_told_in_round_numbers(long size, string text) => Assert.Contains($"<dd>{text}</dd>", Write(SampleApp.App, size), StringComparison.Ordinal);

    private static string Write(InstallableApp app, long size = 1_000_000) =>
        Encoding.UTF8.GetString(InstallPage.Write(app, SampleApp.Addresses, size, new byte[] { 1 }, QrCode.Of(SampleApp.Addresses.Of(".html"))));
}
