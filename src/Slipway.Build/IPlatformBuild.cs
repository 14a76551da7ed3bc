using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>The build for one platform, in stages that all platforms take together: what one of them refuses is known before another writes.</summary>
internal interface IPlatformBuild : IDisposable
{
    /// <summary>Reads, plans, opens the keys and checks every rule.</summary>
    /// <exception cref="ProblemException">Something is wrong with the app, the request or the keys; all of it is listed.</exception>
    void Plan();

    /// <summary>Takes the shell from the cache, or compiles it.</summary>
    /// <exception cref="ProblemException">The toolchain is missing, or fails.</exception>
    void Shell();

    /// <summary>Makes the files of the package that are neither web files nor the shell: manifest, settings, icons.</summary>
    /// <exception cref="ProblemException">The icon cannot be drawn.</exception>
    void Resources();

    /// <summary>Packs and signs.</summary>
    PlatformResult Package();

    /// <summary>Warnings and notices.</summary>
    IReadOnlyList<Problem> Notices { get; }
}
