using System.CommandLine;
using System.Globalization;
using Slipway.Protocol.Text;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Cli.Commands;

/// <summary>Options for signing an app for iOS. Passwords come from files or the environment, never from an argument.</summary>
internal sealed class AppleOptions
{
    private const string PasswordVariable = "SLIPWAY_CERTIFICATE_PASSWORD";

    public Option<string?> Certificate { get; } = new("--certificate") { Description = "Apple certificate with its private key, to sign for iOS (.p12).", HelpName = "file" };

    public Option<string?> CertificatePasswordFile { get; } = new("--certificate-password-file")
    {
        Description = $"File whose first line is the password of the certificate. Default: ${PasswordVariable}.",
        HelpName = "file",
    };

    public Option<string?> Profile { get; } = new("--profile") { Description = "Provisioning profile (.mobileprovision).", HelpName = "file" };

    public Option<string[]> Chain { get; } = new("--certificate-chain")
    {
        Description = "Certificates of the issuers, if the .p12 does not contain them. Repeatable.",
        HelpName = "file",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string?> Entitlements { get; } = new("--entitlements") { Description = "Property list with entitlements that the app needs beside the usual ones.", HelpName = "file" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Certificate, CertificatePasswordFile, Profile, Chain, Entitlements })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            var others = new Option[] { CertificatePasswordFile, Profile, Chain, Entitlements };
            if (result.GetResult(Certificate) is null && others.FirstOrDefault(o => result.GetResult(o) is not null) is { } alone)
                result.AddError($"{alone.Name} needs --certificate.");
            else if (result.GetResult(Certificate) is not null && result.GetResult(Profile) is null)
                result.AddError("--certificate needs --profile.");
        });
    }

    public AppleSigningRequest? Request(ParseResult result) => result.GetValue(Certificate) is { } certificate
        ? new AppleSigningRequest(CredentialFile.At(certificate), new PasswordSource(result.GetValue(CertificatePasswordFile), PasswordVariable, "--certificate-password-file", mayBeEmpty: true), CredentialFile.At(result.GetRequiredValue(Profile)!))
        {
            Chain = [.. (result.GetValue(Chain) ?? []).Select(CredentialFile.At)],
            Entitlements = result.GetValue(Entitlements) is { } entitlements ? CredentialFile.At(entitlements) : null,
            SigningTime = SourceDate(),
        }
        : null;

    // reproducible-builds.org, SOURCE_DATE_EPOCH: seconds since 1970; a malformed value is ignored.
    private static DateTimeOffset? SourceDate() =>
        long.TryParse(GivenText.Variable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
