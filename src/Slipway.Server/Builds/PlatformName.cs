using Slipway.Protocol.Builds;

namespace Slipway.Server.Builds;

/// <summary>Names of platforms in the database: those of the wire.</summary>
internal static class PlatformName
{
    private const string Android = "Android";
    private const string Ios = "iOS";

    /// <summary>The name of a platform.</summary>
    public static string Of(MobilePlatform platform) => platform == MobilePlatform.Android ? Android : Ios;

    /// <summary>The platform of a name in the database.</summary>
    public static MobilePlatform Parse(string name) => name == Android ? MobilePlatform.Android : MobilePlatform.Ios;
}
