namespace Slipway.Formats.Tests.Outsiders;

public class NpmPackagesTests
{
    [Fact]
    public void Real_apks_come_from_the_registry() => Assert.True(NpmPackages.Apks().Count >= 3);
}
