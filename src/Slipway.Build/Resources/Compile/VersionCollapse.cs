using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>
/// Drops qualifiers of API levels that every device of the app reaches: the value for the highest of these levels replaces the others and loses its level.
/// </summary>
internal static class VersionCollapse
{
    public static IEnumerable<ConfiguredValue> Apply(IEnumerable<ConfiguredValue> values, int minSdk) => values
        .GroupBy(value => value.Configuration.SdkVersion <= minSdk ? value.Configuration with { SdkVersion = 0 } : value.Configuration)
        .Select(group => group.MaxBy(value => value.Configuration.SdkVersion)! with { Configuration = group.Key });
}
