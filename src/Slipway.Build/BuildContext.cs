using Slipway.Build.Plan;
using Slipway.Protocol.Text;

namespace Slipway.Build;

/// <summary>What every stage of a build can use.</summary>
/// <param name="Request">The app, the platforms and the options.</param>
/// <param name="Environment">The folders and the clock.</param>
/// <param name="Host">Keys, shells and caches.</param>
/// <param name="Timings">Receives the duration of each stage.</param>
/// <param name="Progress">Receives each step in a few words.</param>
/// <param name="Cancellation">Cancels the build; nothing is left behind.</param>
internal sealed record BuildContext(BuildRequest Request, BuildEnvironment Environment, IBuildHost Host, BuildTimings Timings, IProgress<string> Progress, CancellationToken Cancellation);

/// <summary>The folders and the clock of a build. A build writes only to these folders and to its output folder.</summary>
/// <param name="CacheFolder">Folder of compiled shells and deflated files. It may be deleted at any time; builds fill it again.</param>
/// <param name="DataFolder">Folder of what cannot be made again: the debug key of this user.</param>
/// <param name="Now">The time at which certificates must be valid.</param>
public sealed record BuildEnvironment(string CacheFolder, string DataFolder, DateTimeOffset Now)
{
    /// <summary>The folders of this user: <c>SLIPWAY_CACHE</c>, or those of the XDG base directory specification.</summary>
    public static BuildEnvironment OfThisUser()
    {
        var cache = GivenText.Variable("SLIPWAY_CACHE") is { } own
            ? own
            : Path.Combine(Xdg("XDG_CACHE_HOME", ".cache"), "slipway");
        return new BuildEnvironment(Path.GetFullPath(cache), Path.Combine(Xdg("XDG_DATA_HOME", ".local/share"), "slipway"), DateTimeOffset.UtcNow);
    }

    // The specification says that relative paths are ignored.
    private static string Xdg(string variable, string otherwise) =>
        GivenText.Variable(variable) is ['/', ..] path
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), otherwise);
}
