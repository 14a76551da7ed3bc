using System.Security.Cryptography;
using Slipway.Build.Shell;
using Slipway.Formats.Keys;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing;
using Slipway.Signing.Ios;
using Slipway.Worker.Pipe;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>
/// Answers requests of a child, within the limits of an ordinary build: few signatures, made only with the key of this build, and a
/// shell that is missing from the cache.
/// </summary>
/// <param name="job">The build.</param>
/// <param name="caches">Compile shells and draw icons.</param>
/// <param name="materials">The app's files.</param>
/// <param name="prepared">The workspace's folder for drawn icons.</param>
/// <param name="deflated">Completes when the files of the app are deflated in the cache.</param>
/// <param name="now">The time for checking certificates.</param>
internal sealed class HostAnswers(BuildJob job, BuildCaches caches, PinnedBlobs materials, string prepared, Task deflated, DateTimeOffset now)
{
    /// <summary>Android needs three signatures (one for each scheme), iOS one; the rest is a reserve for later schemes.</summary>
    private const int MostSignatures = 8;

    /// <summary>A build makes each request once.</summary>
    private const int MostQuestions = 8;

    private readonly Task<(SigningKey Key, IReadOnlyList<Problem> Notices)>? _androidKey =
        job is { Lease.Platform: MobilePlatform.Android, Keystore: { } keystore } ? Task.Run(() => Open(keystore, now)) : null;

    private SigningKey? _key;
    private int _signatures;
    private int _questions;

    /// <summary>Whether this worker failed to do something that the build needed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Returns the answer to a request.</summary>
    /// <exception cref="MisbehaviourException">An ordinary build does not make this request.</exception>
    public async Task<HostMessage> AnswerAsync(ChildMessage question, CancellationToken cancellation)
    {
        if (question is ChildMessage.SignatureWanted wanted)
            return new HostMessage.Signature(Sign(wanted));
        if (++_questions > MostQuestions)
            throw new MisbehaviourException($"The build process made more than {MostQuestions} requests.");
        try
        {
            return question switch
            {
                ChildMessage.KeyWanted => await AndroidKeyAsync(),
                ChildMessage.PurposeWanted purpose => await Task.Run(() => Purpose(purpose.BundleId), cancellation),
                ChildMessage.ShellWanted { Shell: var shell } => await ShellAsync(shell, cancellation),
                ChildMessage.IconsWanted { Icon: var icon } => new HostMessage.Icons(await caches.Icons.GetAsync(job.Lease.Organisation, icon, materials, prepared, cancellation)),
                ChildMessage.DeflatedWanted => await DeflatedAsync(cancellation),
                _ => throw new MisbehaviourException("The build process sent an unexpected message."),
            };
        }
        catch (ProblemException e)
        {
            HasFailed |= BuildEnds.Of(e.Problems) == BuildEnd.Unavailable;
            return new HostMessage.Refusal(PipedProblem.Of(e.Problems));
        }
    }

    private static (SigningKey Key, IReadOnlyList<Problem> Notices) Open(KeystoreRequest keystore, DateTimeOffset now)
    {
        var notices = new List<Problem>();
        return (SigningKeyLoader.Load(keystore, now, notices), notices);
    }

    private async Task<HostMessage> AndroidKeyAsync()
    {
        if (job.Lease.Platform != MobilePlatform.Android)
            throw new MisbehaviourException("It asked for a key of another platform.");
        if (_androidKey is null)
            throw new ProblemException(SigningProblems.KeystoreMissing.At("keystore", "There is no keystore for the app."));
        var (key, notices) = await _androidKey;
        _key = key;
        return new HostMessage.Key([.. key.Chain.Select(c => c.RawData)], PipedProblem.Of(notices));
    }

    private HostMessage.Purpose Purpose(string bundleId)
    {
        if (job.Lease.Platform != MobilePlatform.Ios || bundleId.Length > 255)
            throw new MisbehaviourException("It asked for a key of another platform.");
        var purpose = IosSigningLoader.Load(job.Apple, bundleId, job.Lease.BuildType, now);
        _key = purpose.Signing?.Key;
        return new HostMessage.Purpose(PipedSigningPlan.Of(purpose));
    }

    private byte[] Sign(ChildMessage.SignatureWanted wanted)
    {
        if (_key is null || ++_signatures > MostSignatures)
            throw new MisbehaviourException(_key is null ? "The build process requested a signature before its key." : $"The build process requested more than {MostSignatures} signatures.");
        try
        {
            return HashSigner.Sign(_key, wanted.Hash, new HashAlgorithmName(wanted.Algorithm));
        }
        catch (CryptographicException)
        {
            throw new MisbehaviourException("The build process requested a signature of something that is not a hash.");
        }
    }

    private async Task<HostMessage> ShellAsync(ShellRequest shell, CancellationToken cancellation)
    {
        if (shell.Platform != job.Lease.Platform || !shell.IsPossible)
            throw new MisbehaviourException("It asked for a shell that does not exist.");
        await caches.Shells.EnsureAsync(shell, cancellation);
        return new HostMessage.Done();
    }

    private async Task<HostMessage> DeflatedAsync(CancellationToken cancellation)
    {
        await deflated.WaitAsync(cancellation);
        return new HostMessage.Done();
    }
}
