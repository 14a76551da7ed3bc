using Slipway.Build.Package;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Shell;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Build;

/// <summary>
/// What a build gets from outside: keys, compiled shells and cached results of earlier builds. A local build opens them itself;
/// a sandboxed build asks the worker that started it.
/// </summary>
public interface IBuildHost
{
    /// <summary>Opens the key that signs a package for Android.</summary>
    /// <param name="notices">Receives warnings.</param>
    /// <exception cref="ProblemException">No key can sign the package.</exception>
    SigningKey OpenAndroidKey(ICollection<Problem> notices);

    /// <summary>Returns the purpose of a package for iOS, and how it is signed.</summary>
    /// <param name="bundleId">The id of the app.</param>
    /// <exception cref="ProblemException">The app cannot be signed.</exception>
    IosSigningPlan OpenIosPurpose(string bundleId);

    /// <summary>Returns the compiled shell, from the cache or compiled now.</summary>
    /// <exception cref="ProblemException">The toolchain is missing or fails.</exception>
    TShell GetShell<TShell>(ShellRequest<TShell> request, CancellationToken cancellation)
        where TShell : class;

    /// <summary>Returns the icons of an app in all sizes.</summary>
    /// <exception cref="ProblemException">No picture can be used as an icon.</exception>
    IconSet GetIcons(IconRequest request);

    /// <summary>Returns the known hashes of an app's files.</summary>
    /// <param name="location">Full path of the folder or archive.</param>
    IKnownHashes OpenHashes(string location);

    /// <summary>Opens the cache of deflated files.</summary>
    DeflateCacheFile OpenDeflated();
}
