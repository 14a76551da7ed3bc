using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>The build for one platform, in steps that all platforms take together: what one of them refuses is known before another writes.</summary>
internal interface IPlatformBuild : IDisposable
{
    /// <summary>Reads, plans, opens the keys and checks every rule.</summary>
    /// <exception cref="ProblemException">Something is wrong with the app, the request or the keys; all of it is listed.</exception>
    void Prepare();

    /// <summary>Compiles the shell and makes the resources.</summary>
    /// <exception cref="ProblemException">The toolchain is missing, or the icon cannot be drawn.</exception>
    void Compile();

    /// <summary>Packs and signs.</summary>
    PlatformResult Package();

    /// <summary>Warnings and notices.</summary>
    IReadOnlyList<Problem> Notices { get; }
}
