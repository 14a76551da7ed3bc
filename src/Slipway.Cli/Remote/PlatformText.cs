using Slipway.Protocol.Builds;

namespace Slipway.Cli.Remote;

/// <summary>Names of platforms.</summary>
internal static class PlatformText
{
    /// <summary>Returns the name of a platform as builds on this machine print it.</summary>
    public static string NameOf(MobilePlatform platform) => platform == MobilePlatform.Ios ? "iOS" : "Android";
}
