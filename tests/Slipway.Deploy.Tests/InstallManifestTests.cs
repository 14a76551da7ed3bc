using Slipway.Formats.Plist;

namespace Slipway.Deploy.Tests;

public sealed class InstallManifestTests
{
    [Fact]
    public void The_manifest_names_the_package_two_icons_and_the_app()
    {
        var item = Assert.IsType<PlistDictionary>(Assert.Single(Assert.IsType<PlistArray>(Read(SampleApp.App)["items"])));
        var assets = Assert.IsType<PlistArray>(item["assets"]).Cast<PlistDictionary>().Select(a => (a.Text("kind"), a.Text("url")));
        Assert.Equal(
            [
                ("software-package", SampleApp.Addresses.Of(".ipa")),
                ("display-image", SampleApp.Addresses.Of("-57.png")),
                ("full-size-image", SampleApp.Addresses.Of("-512.png")),
            ],
            assets);
        var metadata = Assert.IsType<PlistDictionary>(item["metadata"]);
        Assert.Equal(
            ("dev.slipway.fieldnotes", "10400", "software", "Field Notes"),
            (metadata.Text("bundle-identifier"), metadata.Text("bundle-version"), metadata.Text("kind"), metadata.Text("title")));
    }

    [Fact]
    public void A_name_with_markup_stays_text()
    {
        var item = (PlistDictionary)((PlistArray)Read(SampleApp.App with { Name = "</string><key>&" })["items"]!)[0];
        Assert.Equal("</string><key>&", ((PlistDictionary)item["metadata"]!).Text("title"));
    }

    private static PlistDictionary Read(InstallableApp app) => PlistReader.ReadDictionary(InstallManifest.Write(app, SampleApp.Addresses));
}
