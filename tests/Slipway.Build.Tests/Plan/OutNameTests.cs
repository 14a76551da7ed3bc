using Slipway.Build.Plan;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Tests.Plan;

public sealed class OutNameTests
{
    [Theory]
    [InlineData("Field Notes", "1.0.0", "field-notes-1.0.0-release.apk")]
    [InlineData("../../etc/passwd", "1.0", "etc-passwd-1.0-release.apk")]
    [InlineData("日本語", "1.0+a", "app-77710aed-1.0-a-release.apk")]
    [InlineData("Café", "1.0", "caf-73473dcc-1.0-release.apk")]
    [InlineData("Notes – Pro", "1.0", "notes-pro-1.0-release.apk")]
    [InlineData("🚀", "1.0", "app-ebbc0b28-1.0-release.apk")]
    [InlineData("a  --  b_c", "2", "a---b_c-2-release.apk")]
    public void Names_of_packages_hold_nothing_that_a_shell_minds(string name, string version, string expected) =>
        Assert.Equal(expected, OutName.For(name, version, MobileBuildType.Release, "apk"));
}
