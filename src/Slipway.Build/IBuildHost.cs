using Slipway.Build.Package;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Shell;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Build;

/// <summary>
/// What a build has from outside of it: keys, compiled shells, and what earlier builds left to be used again. A build on one's own
/// machine has them at hand; one that is locked up, because the app is a stranger's, asks the process that watches over it.
/// </summary>
public interface IBuildHost
{
    /// <summary>The key that a package for Android is signed with.</summary>
    /// <param name="notices">Takes what does not hinder.</param>
    /// <exception cref="ProblemException">There is no key that can sign.</exception>
    SigningKey OpenAndroidKey(ICollection<Problem> notices);

    /// <summary>What a package for iOS is for, and how it is signed.</summary>
    /// <param name="bundleId">The id of the app.</param>
    /// <exception cref="ProblemException">The app cannot be signed.</exception>
    IosSigningPlan OpenIosPurpose(string bundleId);

    /// <summary>The compiled shell.</summary>
    /// <exception cref="ProblemException">The toolchain is missing, or fails.</exception>
    TShell GetShell<TShell>(ShellRequest<TShell> request, CancellationToken cancellation)
        where TShell : class;

    /// <summary>The icons of an app in all sizes.</summary>
    /// <exception cref="ProblemException">No picture can be used.</exception>
    IconSet GetIcons(IconRequest request);

    /// <summary>What is known of the contents of the files of an app.</summary>
    /// <param name="location">Full path of the folder or archive.</param>
    IKnownHashes OpenHashes(string location);

    /// <summary>What contents deflate to.</summary>
    DeflateCacheFile OpenDeflated();
}
