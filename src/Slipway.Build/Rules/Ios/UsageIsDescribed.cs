using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>
/// The app has a usage description for each call of a web API that makes iOS ask for a permission. A missing one is only a warning, because
/// the call may be in a library function that never runs. To save time, the rule searches only the first pages and scripts.
/// </summary>
internal sealed class UsageIsDescribed : IRule
{
    private const int MostFiles = 64;
    private const int LargestFile = 512 * 1024;
    private const string Location = "NSLocationWhenInUseUsageDescription";
    private const string Camera = "NSCameraUsageDescription";
    private const string Microphone = "NSMicrophoneUsageDescription";

    private static readonly (byte[] Call, string Name, string[] Keys)[] Signs =
    [
        ([.. "geolocation.getCurrentPosition"u8], "geolocation.getCurrentPosition", [Location]),
        ([.. "geolocation.watchPosition"u8], "geolocation.watchPosition", [Location]),
        ([.. "mediaDevices.getUserMedia"u8], "mediaDevices.getUserMedia", [Camera, Microphone]),
        ([.. "accept=\"image/"u8], "a file input for pictures", [Camera]),
        ([.. "accept=\"video/"u8], "a file input for videos", [Camera]),
    ];

    public IEnumerable<Problem> Check(AppDraft app)
    {
        var described = UsageDescriptions.Of(app).Keys;
        var missing = Signs.Where(s => !s.Keys.Any(described.Contains)).ToList();
        foreach (var file in app.Source.WebFiles.Where(IsScript).Take(MostFiles))
        {
            if (missing.Count == 0)
                yield break;
            var content = file.ReadAll(LargestFile);
            foreach (var sign in missing.Where(s => content.AsSpan().IndexOf(s.Call) >= 0).ToList())
            {
                yield return IosProblems.UsageMissing.At(file.Path, $"The app uses {sign.Name}, but has no {string.Join(" or ", sign.Keys)}.");
                missing.RemoveAll(s => s.Keys.SequenceEqual(sign.Keys));
            }
        }
    }

    private static bool IsScript(AppFile file) =>
        file.Length is > 0 and <= LargestFile
        && (file.Path.EndsWith(".js", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase));
}
