using Slipway.Build.Shell;
using Slipway.Build.Shell.Ios;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Tests;

public sealed class PlatformsTests
{
    [Fact]
    public void Each_platform_that_has_a_name_can_be_built_for()
    {
        Assert.Equal(Enum.GetValues<MobilePlatform>(), Platforms.Names);
        Assert.All(Platforms.Names, name => Assert.Equal(name, Platforms.Of(name).Name));
        Assert.Throws<ArgumentOutOfRangeException>(() => Platforms.Of((MobilePlatform)99));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(99, true)]
    [InlineData(100, false)]
    public void A_shell_for_Android_exists_for_levels_of_the_API(int minSdk, bool isPossible) =>
        Assert.Equal((MobilePlatform.Android, isPossible), (new AndroidShellRequest(minSdk).Platform, new AndroidShellRequest(minSdk).IsPossible));

    [Theory]
    [InlineData(IosShellVariant.Device, true)]
    [InlineData(IosShellVariant.Simulator, true)]
    [InlineData((IosShellVariant)2, false)]
    public void A_shell_for_iOS_exists_for_devices_and_the_simulator(IosShellVariant variant, bool isPossible) =>
        Assert.Equal((MobilePlatform.Ios, isPossible), (new IosShellRequest(variant).Platform, new IosShellRequest(variant).IsPossible));
}
