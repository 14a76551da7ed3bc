using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Signing;
using Slipway.Signing.Ios;
using Slipway.Worker.Blobs;

namespace Slipway.Worker.Builds;

/// <summary>Makes builds of what the service sends.</summary>
public static class BuildJobs
{
    /// <summary>The build of a lease.</summary>
    /// <param name="job">What was leased.</param>
    /// <param name="fetch">Fetches contents.</param>
    /// <param name="secrets">More texts that must not appear anywhere, such as the worker's own token.</param>
    /// <exception cref="ProblemException">This worker cannot make what is asked for.</exception>
    public static BuildJob Of(WorkerJob job, BlobFetch fetch, params IEnumerable<string> secrets)
    {
        string?[] passwords = [job.Keystore?.Password, job.Keystore?.KeyPassword, job.Apple?.Password];
        return new BuildJob
        {
            Build = job.Build,
            Attempt = job.Attempt,
            Organisation = job.Organisation,
            Application = job.Application,
            Platform = job.Platform,
            Type = RequireKnown(job.BuildType),
            Revision = job.Revision,
            Fetch = fetch,
            Options = job.Options,
            Keystore = job.Keystore is not { } keystore ? null : new KeystoreRequest(
                CredentialFile.InMemory(keystore.Name, keystore.Content),
                PasswordSource.Of(keystore.Password),
                keystore.Alias,
                keystore.KeyPassword is { } password ? PasswordSource.Of(password) : null),
            Apple = job.Apple is not { } apple ? null : new AppleSigningRequest(
                CredentialFile.InMemory(apple.CertificateName, apple.Certificate),
                PasswordSource.Of(apple.Password),
                CredentialFile.InMemory(apple.ProfileName, apple.Profile))
            {
                Chain = [.. apple.Chain.Select(bytes => CredentialFile.InMemory(apple.CertificateName, bytes))],
            },
            Secrets = [.. passwords.OfType<string>(), .. secrets],
            SecretContents = [.. new[] { job.Keystore?.Content, job.Apple?.Certificate }.OfType<byte[]>().Select(b => (ReadOnlyMemory<byte>)b)],
        };
    }

    private static MobileBuildType? RequireKnown(MobileBuildType? type) => type is null || (Enum.IsDefined(type.Value) && type != MobileBuildType.Bundle)
        ? type
        : throw new ProblemException(AppProblems.NotAnApp.At("type", $"A package of the type {type} cannot be made by this builder."));
}
