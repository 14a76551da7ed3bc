using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>Ids of widgets as the W3C had them, and Tizen's, are addresses. No platform of ours takes one.</summary>
internal static class AddressAsId
{
    /// <summary>The problem of such an id; null for any other.</summary>
    public static Problem? Check(AppDraft app)
    {
        if (!Uri.TryCreate(app.Id.Value, UriKind.Absolute, out var address) || !app.Id.Value.Contains("://", StringComparison.Ordinal))
            return null;
        return SigningProblems.IdInvalid.At(app.Id.Where, $"The id '{app.Id.Value}' is an address.", $"Give an id with --id, for example {Suggest(address)}.");
    }

    private static string Suggest(Uri address)
    {
        var parts = address.Host.Split('.').Where(part => part != "www").Reverse().Append(address.AbsolutePath.Split('/')[^1]).Select(Letters).Where(part => part.Length > 0 && char.IsAsciiLetter(part[0])).ToList();
        return parts.Count > 1 ? string.Join('.', parts) : "com.example.notes";
    }

    private static string Letters(string part) => new([.. part.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
