using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>
/// Values for API levels that every device of the app has: the one for the highest of them stands for all, without a level.
/// </summary>
internal static class VersionCollapse
{
    public static IEnumerable<ConfiguredValue> Apply(IEnumerable<ConfiguredValue> values, int minSdk) => values
        .GroupBy(value => value.Configuration.SdkVersion <= minSdk ? value.Configuration with { SdkVersion = 0 } : value.Configuration)
        .Select(group => group.MaxBy(value => value.Configuration.SdkVersion)! with { Configuration = group.Key });
}
