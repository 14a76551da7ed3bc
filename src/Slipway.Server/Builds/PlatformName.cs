using Slipway.Protocol.Builds;

namespace Slipway.Server.Builds;

/// <summary>Names of platforms in the database, which are those of the API.</summary>
internal static class PlatformName
{
    private const string Android = "Android";
    private const string Ios = "iOS";

    /// <summary>Returns the name of a platform.</summary>
    public static string Of(MobilePlatform platform) => platform == MobilePlatform.Android ? Android : Ios;

    /// <summary>Returns the platform with a name.</summary>
    public static MobilePlatform Parse(string name) => name == Android ? MobilePlatform.Android : MobilePlatform.Ios;
}
