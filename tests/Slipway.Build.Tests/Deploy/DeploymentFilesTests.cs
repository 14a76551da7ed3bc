using Slipway.Build.Deploy;
using Slipway.Build.Plan;
using Slipway.Build.Read.Selection;
using Slipway.Build.Tests.Resources.Ios;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Deploy;

public sealed class DeploymentFilesTests : IDisposable
{
    private static readonly Uri Base = new("https://apps.example.com/f%C3%BCr alle/");

    private readonly TemporaryFolder _folder = new();

    public DeploymentFilesTests() => File.WriteAllBytes(_folder["notes 1.ipa"], new byte[1_234_567]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_outsider_reads_the_manifest_with_every_address()
    {
        Write();
        Assert.Equal(
            """{"items":[{"assets":[{"kind":"software-package","url":"https://apps.example.com/f%C3%BCr%20alle/notes%201.ipa"},{"kind":"display-image","url":"https://apps.example.com/f%C3%BCr%20alle/notes%201-57.png"},{"kind":"full-size-image","url":"https://apps.example.com/f%C3%BCr%20alle/notes%201-512.png"}],"metadata":{"bundle-identifier":"dev.slipway.fieldnotes","bundle-version":"10400","kind":"software","title":"Field Notes"}}]}""",
            PlistUtilTool.Read(File.ReadAllBytes(_folder["notes 1.plist"]))!.ToJsonString());
    }

    [Fact]
    public void An_outsider_reads_the_address_of_the_page_from_the_code()
    {
        Write();
        Assert.Equal("https://apps.example.com/f%C3%BCr%20alle/notes%201.html", Scan(_folder["notes 1-qr.png"]));
    }

    [Fact]
    public void The_outsider_reads_nothing_from_a_broken_code()
    {
        Write();
        using var picture = SkiaSharp.SKBitmap.Decode(_folder["notes 1-qr.png"]);
        using (var canvas = new SkiaSharp.SKCanvas(picture))
            canvas.DrawRect(0, 0, picture.Width, picture.Height / 2f, new SkiaSharp.SKPaint { Color = SkiaSharp.SKColors.White });
        using var png = picture.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(_folder["broken.png"], png.ToArray());
        Assert.Equal("", Scan(_folder["broken.png"]));
    }

    [Fact]
    public void The_button_opens_the_manifest_and_the_page_loads_nothing()
    {
        Write();
        var page = File.ReadAllText(_folder["notes 1.html"]);
        Assert.Contains("href=\"itms-services://?action=download-manifest&amp;url=https%3A%2F%2Fapps.example.com%2Ff%25C3%25BCr%2520alle%2Fnotes%25201.plist\"", page, StringComparison.Ordinal);
        Assert.Contains("1.2 MB", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_markup_stays_text()
    {
        DeploymentFiles.Write(IosPlans.Sample with { Name = "<b>&\"Notes" }, _folder["notes 1.ipa"], Base, _folder.Path);
        var page = File.ReadAllText(_folder["notes 1.html"]);
        Assert.Contains("<h1>&lt;b&gt;&amp;&quot;Notes</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_package_gives_the_same_files()
    {
        var first = Write().Select(File.ReadAllBytes).ToList();
        Assert.Equal(first, Write().Select(File.ReadAllBytes));
        Assert.Equal(6, first.Count);
    }

    [Theory]
    [InlineData("http://apps.example.com/")]
    [InlineData("https://apps.example.com/?a=b")]
    [InlineData("https://me:secret@apps.example.com/")]
    [InlineData("apps/")]
    public void An_address_that_devices_would_refuse_is_a_problem(string address)
    {
        var e = Assert.Throws<ProblemException>(() => DeploymentFiles.Write(IosPlans.Sample, _folder["notes 1.ipa"], new Uri(address, UriKind.RelativeOrAbsolute), _folder.Path));
        Assert.Equal(DeploymentProblems.AddressInvalid.Code, e.Problems[0].Code);
    }

    [Theory]
    [InlineData(MobileBuildType.Development)]
    [InlineData(MobileBuildType.Simulator)]
    public void What_cannot_be_installed_over_the_air_gets_no_page_and_a_reason(MobileBuildType type)
    {
        var plan = IosPlans.Sample with { Type = type };
        Assert.Empty(DeploymentFiles.Write(plan, _folder["notes 1.ipa"], Base, _folder.Path));
        Assert.Equal(DeploymentProblems.NotOverTheAir.Code, DeploymentFiles.WhyNot(plan)!.Code);
        Assert.Null(DeploymentFiles.WhyNot(IosPlans.Sample));
    }

    [Theory]
    [InlineData(MobileBuildType.Adhoc)]
    [InlineData(MobileBuildType.InHouse)]
    public void The_next_build_packages_none_of_the_files(MobileBuildType type)
    {
        File.WriteAllBytes(_folder[OutName.For("Notes", "1.0.0", type, "ipa")], [0]);
        var files = DeploymentFiles.Write(IosPlans.Sample with { Type = type }, _folder[OutName.For("Notes", "1.0.0", type, "ipa")], Base, _folder.Path);
        Assert.All(files, path => Assert.True(JunkFiles.IsPackage(Path.GetFileName(path)), path));
    }

    private IReadOnlyList<string> Write() => DeploymentFiles.Write(IosPlans.Sample, _folder["notes 1.ipa"], Base, _folder.Path);

    private static string Scan(string path)
    {
        return ExternalTool.Run("zbarimg", "-q", "--raw", "--nodbus", path).Output.Trim();
    }
}
