using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Shell;

/// <summary>Says which shell is wanted. The shell does not depend on the app, only on what it must run on. A locked-up build sends it as JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AndroidShellRequest), "android")]
[JsonDerivedType(typeof(Ios.IosShellRequest), "ios")]
public abstract record ShellRequest
{
    /// <summary>The platform.</summary>
    [JsonIgnore]
    public abstract MobilePlatform Platform { get; }

    /// <summary>Is there such a shell?</summary>
    [JsonIgnore]
    public abstract bool IsPossible { get; }

    /// <summary>Compiles the shell if the cache lacks it.</summary>
    /// <param name="cacheFolder">The cache.</param>
    /// <param name="cancellation">Ends the work, and the compiler.</param>
    /// <exception cref="ProblemException">The toolchain is missing, or fails.</exception>
    public abstract void Ensure(string cacheFolder, CancellationToken cancellation);
}

/// <summary>Says which shell of a platform is wanted.</summary>
/// <typeparam name="TShell">The shell.</typeparam>
public abstract record ShellRequest<TShell> : ShellRequest
    where TShell : class
{
    /// <summary>The shell from the cache; null when it is not there.</summary>
    /// <param name="cacheFolder">The cache.</param>
    public abstract TShell? Find(string cacheFolder);

    /// <summary>The shell, from the cache or compiled.</summary>
    /// <param name="cacheFolder">The cache.</param>
    /// <param name="progress">Told in a few words when something takes long.</param>
    /// <param name="cancellation">Ends the work, and the compiler.</param>
    /// <exception cref="ProblemException">The toolchain is missing, or fails.</exception>
    public TShell Get(string cacheFolder, IProgress<string>? progress, CancellationToken cancellation) =>
        ShellProblems.Guard(() => GetOrCompile(cacheFolder, progress, cancellation));

    /// <inheritdoc/>
    public sealed override void Ensure(string cacheFolder, CancellationToken cancellation) => Get(cacheFolder, progress: null, cancellation);

    /// <summary>A shell without code, for packages that nobody runs, such as those of a warm-up.</summary>
    public abstract TShell WithoutCode();

    /// <summary>Runs the toolchain.</summary>
    protected abstract TShell GetOrCompile(string cacheFolder, IProgress<string>? progress, CancellationToken cancellation);
}
