using Slipway.Protocol.Text;

namespace Slipway.Build;

/// <summary>What a build takes from the machine. Only this decides where it may write besides its output.</summary>
/// <param name="CacheFolder">What can be made again: compiled shells, deflated files. May be deleted at any time.</param>
/// <param name="DataFolder">What cannot be made again: the debug key of this user.</param>
/// <param name="Now">The time against which certificates are judged.</param>
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

    // The specification has relative paths ignored.
    private static string Xdg(string variable, string otherwise) =>
        GivenText.Variable(variable) is ['/', ..] path
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), otherwise);
}
