using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>The build for one platform. All platforms finish a stage before any begins the next, so no package is written when another platform is refused.</summary>
internal interface IPlatformBuild : IDisposable
{
    /// <summary>Reads, plans, opens the keys and checks every rule.</summary>
    /// <exception cref="ProblemException">Something is wrong with the app, the request or the keys; all of it is listed.</exception>
    void Plan();

    /// <summary>Gets the shell from the cache, or compiles it.</summary>
    /// <exception cref="ProblemException">The toolchain is missing or fails.</exception>
    void Shell();

    /// <summary>Creates the files of the package that are neither web files nor the shell: manifest, settings, icons.</summary>
    /// <exception cref="ProblemException">The icon cannot be drawn.</exception>
    void Resources();

    /// <summary>Packs and signs.</summary>
    PlatformResult Package();

    /// <summary>Warnings and notices.</summary>
    IReadOnlyList<Problem> Notices { get; }
}
