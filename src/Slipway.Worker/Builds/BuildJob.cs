using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Signing;
using Slipway.Signing.Ios;
using Slipway.Worker.Blobs;

namespace Slipway.Worker.Builds;

/// <summary>A leased build, with what this worker adds: a way to fetch the contents, and the keys, ready to be opened.</summary>
/// <param name="Lease">What was leased.</param>
/// <param name="Fetch">Fetches contents that this worker does not have.</param>
public sealed record BuildJob(WorkerJob Lease, BlobFetch Fetch)
{
    /// <summary>Key for Android, in memory.</summary>
    public KeystoreRequest? Keystore { get; init; }

    /// <summary>Key and profile for iOS, in memory; null leaves the simulator.</summary>
    public AppleSigningRequest? Apple { get; init; }

    /// <summary>Texts that must not appear anywhere: passwords, tokens.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Contents that must not appear anywhere: keystores.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> SecretContents { get; init; } = [];

    /// <summary>The build of a lease.</summary>
    /// <param name="lease">What was leased.</param>
    /// <param name="fetch">Fetches contents.</param>
    /// <param name="secrets">More texts that must not appear anywhere, such as the worker's own token.</param>
    /// <exception cref="ProblemException">This worker cannot make what is asked for.</exception>
    public static BuildJob Of(WorkerJob lease, BlobFetch fetch, params IEnumerable<string> secrets)
    {
        RequireKnown(lease.BuildType);
        string?[] passwords = [lease.Keystore?.Password, lease.Keystore?.KeyPassword, lease.Apple?.Password];
        return new BuildJob(lease, fetch)
        {
            Keystore = lease.Keystore is not { } keystore ? null : new KeystoreRequest(
                CredentialFile.InMemory(keystore.Name, keystore.Content),
                PasswordSource.Of(keystore.Password),
                keystore.Alias,
                keystore.KeyPassword is { } password ? PasswordSource.Of(password) : null),
            Apple = lease.Apple is not { } apple ? null : new AppleSigningRequest(
                CredentialFile.InMemory(apple.CertificateName, apple.Certificate),
                PasswordSource.Of(apple.Password),
                CredentialFile.InMemory(apple.ProfileName, apple.Profile))
            {
                Chain = [.. apple.Chain.Select(bytes => CredentialFile.InMemory(apple.CertificateName, bytes))],
            },
            Secrets = [.. passwords.OfType<string>(), .. secrets],
            SecretContents = [.. new[] { lease.Keystore?.Content, lease.Apple?.Certificate }.OfType<byte[]>().Select(b => (ReadOnlyMemory<byte>)b)],
        };
    }

    private static void RequireKnown(MobileBuildType? type)
    {
        if (type is { } known && (!Enum.IsDefined(known) || known == MobileBuildType.Bundle))
            throw new ProblemException(AppProblems.NotAnApp.At("type", $"A package of the type {type} cannot be made by this builder."));
    }
}

/// <summary>A progress message of a build: one line, with secrets masked.</summary>
/// <param name="Text">The message, a few words.</param>
public sealed record BuildProgress(string Text);
