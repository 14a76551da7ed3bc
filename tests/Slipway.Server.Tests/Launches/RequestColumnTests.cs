using Slipway.Protocol.Launches;
using Slipway.Server.Launches;

namespace Slipway.Server.Tests.Launches;

public sealed class RequestColumnTests
{
    [Fact]
    public void A_row_of_an_earlier_version_is_read()
    {
        var column = RequestColumn.Read("""{"options":{"id":"com.example.notes","versionCode":"7"},"credentials":{"keystore":"release"}}""");
        Assert.Equal(("com.example.notes", null, "7"), (column.Options.Id, column.Options.Name, column.Options.VersionCode));
        Assert.Empty(column.Options.Include);
        Assert.Equal(new LaunchCredentials("release"), column.Credentials);
    }

    [Fact]
    public void A_row_is_written_as_earlier_versions_read_it() =>
        Assert.Equal(
            """{"options":{"name":"Notes","include":["*.p12"]},"credentials":{"certificate":"configuration"}}""",
            new RequestColumn(new LaunchOptions { Name = "Notes", Include = ["*.p12"] }, new LaunchCredentials(Certificate: "configuration")).Write());
}
