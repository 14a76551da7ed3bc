using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests;

/// <summary>Shorthand for what the tests of reading and planning ask.</summary>
internal static class Expect
{
    public static AndroidPlan Plan(TemporaryApp app, Func<BuildRequest, BuildRequest>? change = null)
    {
        var request = new BuildRequest(app.Folder, "dist", MobileBuildType.Debug);
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        return AndroidPlanner.Plan(source, change?.Invoke(request) ?? request);
    }

    /// <summary>Codes of the errors of an app, in order.</summary>
    public static string[] Errors(TemporaryApp app, Func<BuildRequest, BuildRequest>? change = null) =>
        [.. Problems(app, change).Where(p => p.Severity == Severity.Error).Select(p => p.Code).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Problem> Problems(TemporaryApp app, Func<BuildRequest, BuildRequest>? change = null)
    {
        try
        {
            return Plan(app, change).Notices;
        }
        catch (ProblemException e)
        {
            return e.Problems;
        }
    }
}
