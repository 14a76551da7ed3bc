using System.Security.Cryptography;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Ios;
using Slipway.Formats.Keys;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing;
using Slipway.Signing.Ios;
using Slipway.Worker.Pipe;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>
/// Answers what a locked-up build asks for, as far as builds ask for it: few signatures, with the key of this build only; the
/// shell that the cache lacks, once.
/// </summary>
/// <param name="job">The build.</param>
/// <param name="caches">Compiles shells, has icons drawn.</param>
/// <param name="materials">The app's files.</param>
/// <param name="prepared">Where the build finds drawn icons.</param>
/// <param name="deflated">Done when the contents of the app are in the cache.</param>
/// <param name="now">The time against which certificates are judged.</param>
internal sealed class HostAnswers(BuildJob job, BuildCaches caches, Materials materials, string prepared, Task deflated, DateTimeOffset now)
{
    /// <summary>Three schemes of Android, or one signature of iOS; and some for what a later scheme may need.</summary>
    private const int MostSignatures = 8;

    /// <summary>Each question is asked once by builds.</summary>
    private const int MostQuestions = 8;

    private readonly Task<(SigningKey Key, IReadOnlyList<Problem> Notices)>? _androidKey =
        job is { Platform: MobilePlatform.Android, Keystore: { } keystore } ? Task.Run(() => Open(keystore, now)) : null;

    private SigningKey? _key;
    private int _signatures;
    private int _questions;

    /// <summary>Was there something that this worker was not able to do?</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The answer to a question.</summary>
    /// <exception cref="MisbehaviourException">No build asks that.</exception>
    public async Task<HostMessage> AnswerAsync(ChildMessage question, CancellationToken cancellation)
    {
        if (question is ChildMessage.SignatureWanted wanted)
            return new HostMessage.Signature(Sign(wanted));
        if (++_questions > MostQuestions)
            throw new MisbehaviourException($"It asked for more than {MostQuestions} things.");
        try
        {
            return question switch
            {
                ChildMessage.KeyWanted => await AndroidKeyAsync(),
                ChildMessage.PurposeWanted purpose => await Task.Run(() => Purpose(purpose.BundleId), cancellation),
                ChildMessage.AndroidShellWanted shell => await ShellAsync(shell, cancellation),
                ChildMessage.IosShellWanted shell => await ShellAsync(shell, cancellation),
                ChildMessage.IconsWanted { Icon: var icon } => new HostMessage.Icons(await caches.Icons.GetAsync(job.Organisation, icon, materials, prepared, cancellation)),
                ChildMessage.DeflatedWanted => await DeflatedAsync(cancellation),
                _ => throw new MisbehaviourException("It spoke out of turn."),
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
        return (SigningKeys.Load(keystore, now, notices), notices);
    }

    private async Task<HostMessage> AndroidKeyAsync()
    {
        if (job.Platform != MobilePlatform.Android)
            throw new MisbehaviourException("It asked for a key of another platform.");
        if (_androidKey is null)
            throw new ProblemException(SigningProblems.KeystoreMissing.At("keystore", "There is no keystore for the app."));
        var (key, notices) = await _androidKey;
        _key = key;
        return new HostMessage.Key([.. key.Chain.Select(c => c.RawData)], PipedProblem.Of(notices));
    }

    private HostMessage.Purpose Purpose(string bundleId)
    {
        if (job.Platform != MobilePlatform.Ios || bundleId.Length > 255)
            throw new MisbehaviourException("It asked for a key of another platform.");
        var purpose = IosSigner.Load(job.Apple, bundleId, job.Type, now);
        _key = purpose.Signing?.Key;
        return new HostMessage.Purpose(PipedPurpose.Of(purpose));
    }

    private byte[] Sign(ChildMessage.SignatureWanted wanted)
    {
        if (_key is null || ++_signatures > MostSignatures)
            throw new MisbehaviourException(_key is null ? "It wanted a signature without a key." : $"It wanted more than {MostSignatures} signatures.");
        try
        {
            return HashSigner.Sign(_key, wanted.Hash, new HashAlgorithmName(wanted.Algorithm));
        }
        catch (CryptographicException)
        {
            throw new MisbehaviourException("It wanted a signature of something that is no hash.");
        }
    }

    private async Task<HostMessage> ShellAsync(ChildMessage.AndroidShellWanted shell, CancellationToken cancellation)
    {
        if (job.Platform != MobilePlatform.Android || shell.MinSdk is < 1 or > 99)
            throw new MisbehaviourException("It asked for a shell that does not exist.");
        await caches.Shells.CompileAsync(new AndroidShellRequest(shell.MinSdk, shell.Debug), cancellation);
        return new HostMessage.Done();
    }

    private async Task<HostMessage> ShellAsync(ChildMessage.IosShellWanted shell, CancellationToken cancellation)
    {
        if (job.Platform != MobilePlatform.Ios || !Enum.IsDefined(shell.Variant))
            throw new MisbehaviourException("It asked for a shell that does not exist.");
        await caches.Shells.CompileAsync(new IosShellRequest(shell.Variant), cancellation);
        return new HostMessage.Done();
    }

    private async Task<HostMessage> DeflatedAsync(CancellationToken cancellation)
    {
        await deflated.WaitAsync(cancellation);
        return new HostMessage.Done();
    }
}
