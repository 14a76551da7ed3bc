using System.Globalization;
using System.Text.Json;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>Prints the credentials of a vault as text and as JSON.</summary>
internal static class CredentialPrinter
{
    public static void Print(Terminal terminal, IReadOnlyList<CredentialDescription> credentials, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal, document =>
            {
                document.WriteString("status", "Finished");
                document.WriteStartArray("credentials");
                foreach (var credential in credentials)
                    Write(document, credential);
                document.WriteEndArray();
            });
            return;
        }

        var width = credentials.Select(c => c.Name.Length).Append(1).Max();
        foreach (var credential in credentials)
            Print(terminal, credential, width);
        if (credentials.Count == 0)
            terminal.Out.Line(terminal.Out.Dim("There are no credentials."));
    }

    private static void Print(Terminal terminal, CredentialDescription credential, int width)
    {
        var ink = terminal.Out;
        var end = credential.ExpiresAt is { } expiry ? "until " + expiry.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "for ever";
        ink.Line($"{ink.Bold(Terminal.Clean(credential.Name).PadRight(width))}  {credential.Kind,-13}  {end}  {ink.Dim(Terminal.Clean(credential.Subject))}");
        if (credential.Fingerprint is { } fingerprint)
            ink.Line(ink.Dim($"{new string(' ', width)}  sha256 {Terminal.Clean(fingerprint)}"));
        ProblemPrinter.Print(terminal.Error, credential.Warnings.Select(w => w.ToProblem()));
    }

    private static void Write(Utf8JsonWriter json, CredentialDescription credential)
    {
        json.WriteStartObject();
        json.WriteString("id", credential.Id);
        json.WriteString("name", credential.Name);
        json.WriteString("kind", credential.Kind.ToString());
        json.WriteString("alias", credential.Alias);
        json.WriteString("subject", credential.Subject);
        json.WriteString("certificateSha256", credential.Fingerprint);
        json.WriteString("appIdentifier", credential.AppIdentifier);
        json.WriteString("environmentKey", credential.EnvironmentKey?.ToString());
        json.WriteString("applicationKey", credential.ApplicationKey?.ToString());
        json.WriteString("expiresAt", credential.ExpiresAt?.ToString("O", CultureInfo.InvariantCulture));
        ProblemJson.Write(json, credential.Warnings.Select(w => w.ToProblem()));
        json.WriteEndObject();
    }
}
