using Slipway.Protocol.Problems;

namespace Slipway.Build.Read.Capacitor;

/// <summary>The settings of a capacitor.config that have a meaning without Capacitor's runtime and plugins.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Ignored">Notices of settings that a build ignores.</param>
public sealed record CapacitorConfig(string File, IReadOnlyList<Problem> Ignored)
{
    /// <summary>appId.</summary>
    public Setting? Id { get; init; }

    /// <summary>appName.</summary>
    public Setting? Name { get; init; }

    /// <summary>webDir: the folder of the web files.</summary>
    public Setting? WebFolder { get; init; }

    /// <summary>backgroundColor of the platform, or for all, or of the splash screen.</summary>
    public Setting? BackgroundColor { get; init; }

    /// <summary>server.hostname.</summary>
    public Setting? Hostname { get; init; }

    /// <summary>server.androidScheme, for Android.</summary>
    public Setting? Scheme { get; init; }
}
